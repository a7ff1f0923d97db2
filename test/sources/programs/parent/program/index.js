throw new Error("Pulumi does not run this");
