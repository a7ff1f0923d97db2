const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("empty-stack-policy", {
	policies: [{ name: "nothing", description: "Evaluates nothing.", enforcementLevel: "mandatory", validateStack: () => {} }],
});
