const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("empty-stack-policy", {
	policies: [
		{ name: "nothing", description: "Looks at the stack and says nothing.", enforcementLevel: "mandatory", validateStack: () => {} },
	],
});
