const pulumi = require("@pulumi/pulumi");
const { readFileSync } = require("node:fs");

// Stand-ins for classes of provider SDKs: the same calls to the engine, without loading 700 modules.
class Thing extends pulumi.CustomResource {
	constructor(name, args, opts, type = "aws:s3/bucket:Bucket") {
		super(type, name, { ...args, arn: undefined }, opts);
	}
}
class Group extends pulumi.ComponentResource {
	constructor(name, opts) {
		super("shop:index:Group", name, {}, opts);
		this.registerOutputs({});
	}
}
class Remote extends pulumi.ComponentResource {
	constructor(name, args, opts) {
		super("eks:index:Cluster", name, { ...args, loadBalancerArn: undefined }, opts, true);
	}
}
class Provider extends pulumi.ProviderResource {
	constructor(name, args) {
		super("aws", name, args);
	}
}

const mustNotRun = () => {
	throw new Error("an apply of an unknown output was run");
};

module.exports = async () => {
	for (let line = 0; line < 5000; line++) console.log(`line ${line} ${"x".repeat(200)}`);

	// Relations, parents, secrets, assets.
	const group = new Group("group");
	const child = new Thing("child", { bucket: "literal" }, { parent: group });
	new Thing("grandchild", { tags: { owner: child.arn } }, { parent: child, protect: true, additionalSecretOutputs: ["arn"] });
	child.arn.apply(mustNotRun);
	child.bucket.apply((bucket) => new Thing("dynamic", { bucket: `${bucket}-dynamic` }));
	new Thing("secret", { password: pulumi.secret("hunter2"), nested: { token: child.arn.apply(() => "t") } });
	new Thing("code", {
		asset: new pulumi.asset.FileAsset("./index.js"),
		archive: new pulumi.asset.AssetArchive({ "a.txt": new pulumi.asset.StringAsset("a") }),
		kept: pulumi.output(Promise.resolve([1, 2])),
	});
	new Thing(
		"timeouts",
		{ bucket: "b" },
		{
			customTimeouts: { create: "1h" },
			aliases: [{ name: "old" }],
			ignoreChanges: ["tags"],
			replaceOnChanges: ["bucket"],
			deleteBeforeReplace: true,
			retainOnDelete: true,
			deletedWith: child,
			dependsOn: [group],
			import: "imported-id",
		},
	);

	// Reading what exists.
	const existing = new Thing("existing", { bucket: "existing" }, { id: "existing-id" });
	existing.arn.apply(mustNotRun);
	const network = new pulumi.StackReference("acme/network/prod");
	network.getOutput("vpcId").apply(mustNotRun);
	new Thing("follower", { vpcId: network.requireOutput("vpcId"), bucket: existing.id });

	// Several providers.
	const ireland = new Provider("ireland", { region: "eu-west-1" });
	new Thing("abroad", {}, { provider: ireland });
	const regions = await Promise.all([
		pulumi.runtime.invoke("aws:index/getRegion:getRegion", {}),
		pulumi.runtime.invoke("aws:index/getRegion:getRegion", {}, { provider: ireland }),
	]);
	new Thing("regions", { regions: regions.map((each) => each.name) });

	// Provider functions that only the cloud can answer, plain and as outputs.
	const zone = await pulumi.runtime.invoke("aws:route53/getZone:getZone", { name: "example.com" });
	const subnets = await pulumi.runtime.invoke("aws:ec2/getSubnets:getSubnets", {});
	new Thing("asked", {
		zoneId: zone.zoneId,
		name: `app.${zone.name}`,
		mixed: `zone/${zone.zoneId}`,
		subnets: subnets.ids.map((id) => ({ id })),
	});
	const vpc = pulumi.runtime.invokeOutput("aws:ec2/getVpc:getVpc", { default: true });
	vpc.apply(mustNotRun);
	new Thing("vpc", { cidr: vpc.cidrBlock, made: vpc.apply((v) => v.cidrBlock.split("/")[1]) });
	const later = pulumi.runtime.invokeOutput("aws:index/getPartition:getPartition", {}, { dependsOn: [child] });
	later.apply(mustNotRun);
	new Thing("strange", { value: pulumi.runtime.invokeOutput("nosuch:index:getThing", {}).apply(mustNotRun) });

	// Components that a plugin makes.
	const balancer = new Remote("balancer", { vpc: child.arn });
	balancer.loadBalancerArn.apply(mustNotRun);
	new Thing(
		"behind",
		{ loadBalancerArn: balancer.loadBalancerArn, called: pulumi.runtime.call("awsx:lb:Alb/url", {}).apply(mustNotRun) },
		undefined,
		"aws:lb/listener:Listener",
	);

	// Options that need a recent engine.
	new Thing(
		"hooked",
		{ bucket: "hooked" },
		{ hooks: { beforeCreate: [new pulumi.ResourceHook("hook", mustNotRun)] }, replaceWith: [child] },
	);
	return { balancer: balancer.loadBalancerArn, size: readFileSync("index.js").length };
};
