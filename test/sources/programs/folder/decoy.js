throw new Error("the decoy was run");
