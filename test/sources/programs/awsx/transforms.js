const pulumi = require("@pulumi/pulumi");
const awsx = require("./awsx");

// The engine calls transforms for the children of a plugin's components too.
pulumi.runtime.registerResourceTransform(({ type, props, opts }) => {
	if (type === "aws:cloudwatch/logGroup:LogGroup") return { props: { ...props, retentionInDays: 30 }, opts };
	if (type === "aws:ecs/taskDefinition:TaskDefinition") return { props: { ...props, tags: { team: "shop" } }, opts };
	return undefined;
});
const replaced = ({ type, props, opts }) =>
	type === "aws:ecs/taskDefinition:TaskDefinition" ? { props: { ...props, containerDefinitions: "[]" }, opts } : undefined;

const container = {
	name: "app",
	image: "shop:1",
	environment: [{ name: "SCALEKIT_CLIENT_SECRET", value: "test_N0tAR3alSecret0123456789" }],
};
new awsx.ecs.FargateService("tagged", { taskDefinitionArgs: { container } });
new awsx.ecs.FargateService("replaced", { taskDefinitionArgs: { container } }, { transforms: [replaced] });
