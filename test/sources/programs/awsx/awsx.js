const pulumi = require("@pulumi/pulumi");

/**
 * Stands in for `@pulumi/awsx`: components that a plugin creates, registered as the generated SDK of versions 2 and 3
 * registers them, outputs included.
 */
const component = (token, ...outputs) =>
	class extends pulumi.ComponentResource {
		constructor(name, args, opts) {
			const unset = Object.fromEntries(outputs.filter((output) => args?.[output] === undefined).map((output) => [output, undefined]));
			super(token, name, { ...args, ...unset }, opts, true);
		}
	};

module.exports = {
	lb: {
		ApplicationLoadBalancer: component(
			"awsx:lb:ApplicationLoadBalancer",
			...["defaultSecurityGroup", "defaultTargetGroup", "listeners", "loadBalancer", "vpcId"],
		),
		NetworkLoadBalancer: component("awsx:lb:NetworkLoadBalancer", "defaultTargetGroup", "listeners", "loadBalancer", "vpcId"),
	},
	ecs: {
		FargateService: component("awsx:ecs:FargateService", "service", "taskDefinition"),
		EC2Service: component("awsx:ecs:EC2Service", "service", "taskDefinition"),
		FargateTaskDefinition: component("awsx:ecs:FargateTaskDefinition", "loadBalancers", "logGroup", "taskDefinition"),
	},
	ec2: { Vpc: component("awsx:ec2:Vpc", "publicSubnetIds", "vpcId") },
	// Not components of awsx: one of another package, and one that no version has.
	eks: { Cluster: component("eks:index:Cluster") },
	Later: component("awsx:index:Later"),
};
