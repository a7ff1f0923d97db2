const pulumi = require("@pulumi/pulumi");
const { Bucket, Certificate, Cluster, Listener, LoadBalancer, LogGroup, Provider, Role, Subnet, Topic, Vpc } = require("./aws");

class Dynamic extends pulumi.dynamic.Resource {
	constructor(name, args, opts) {
		const provider = { create: async () => ({ id: "made", outs: {} }) };
		super(provider, name, { made: undefined, ...args }, opts);
	}
}
class Base extends pulumi.ComponentResource {
	constructor(kind, name, args, opts) {
		super(`shop:index:${kind}`, name, args, opts);
		this.logs = new LogGroup(`${name}-logs`, { retentionInDays: 30 }, { parent: this });
		this.logName = this.logs.name;
	}
}
class Service extends Base {
	constructor(name, args, opts) {
		super("Service", name, args, opts);
		this.url = pulumi.interpolate`https://${this.logName}.example.org`;
		this.registerOutputs({ url: this.url });
	}
}
class Api extends Service {
	constructor(name, args) {
		super(name, args);
		this.topic = new Topic(`${name}-topic`, { displayName: this.url }, { parent: this, aliases: [{ name: "old" }] });
	}
}

module.exports = async () => {
	pulumi.runtime.registerStackTransformation?.(({ props, opts }) => ({ props: { ...props, owner: "everyone" }, opts }));
	const topic = new Topic("alerts");
	const vpc = new Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
	const cluster = new Cluster("database");
	const certificate = new Certificate("certificate", { domainName: "example.org" });

	// Made in callbacks: with a fixed name, under a condition, once for each item of a list, with a name that contains an output.
	topic.arn.apply((arn) => new Bucket("in-callback", { bucket: "fixed", tags: { arn } }));
	topic.name.apply((name) => {
		if (name.includes("nowhere")) new Bucket("never", {});
		else new Bucket("otherwise", { acl: "public-read" });
	});
	topic.name.apply((name) => new Bucket(`of-${name}`, {}));
	cluster.availabilityZones.apply((zones) => zones.map((zone, index) => new Subnet(`zone-${index}`, { availabilityZone: zone })));
	certificate.domainValidationOptions.apply((options) => options.map((option) => new Bucket(`validates-${option.domainName}`, {})));

	// Resources as inputs, resources read, resources asked for by their URN.
	const role = Role.get("existing", "existing-role");
	new Bucket("with-resources", { role, topic, vpc: vpc.id, name: role.name, account: role.arn.apply((arn) => arn.split(":")[4]) });
	const again = new Bucket("by-urn", { urn: topic.urn });
	const asked = pulumi.runtime.invokeOutput("pulumi:pulumi:getResource", { urn: again.urn });
	new Bucket("asked", { bucket: asked.apply((answer) => answer.state.bucket) });

	// Providers, dynamic resources, transforms, hierarchies.
	const provider = new Provider("elsewhere", { region: topic.name });
	new Bucket("abroad", { bucket: "abroad" }, { provider });
	new LoadBalancer("balancer", { internal: false }, { provider });
	const dynamic = new Dynamic("dynamic", { given: topic.arn });
	new Bucket("of-dynamic", { bucket: dynamic.made });
	const transformed = [
		({ props, opts }) => ({ props: { ...props, seen: pulumi.output(props.topic).apply((arn) => `${arn.length}`), kept: "plain" }, opts }),
	];
	new Bucket("transformed", { topic: topic.arn }, { transforms: transformed });
	const api = new Api("api", { size: "large" });
	new Listener("listener", {
		loadBalancerArn: api.topic.arn,
		defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", host: api.url.apply((url) => new URL(url).host) } }],
	});

	// True in both runs.
	new Bucket("dry-run", {
		isDryRun: pulumi.runtime.isDryRun(),
		stack: pulumi.getStack(),
		callback: topic.arn.apply(() => pulumi.runtime.isDryRun()),
	});

	// A value that a program waits for; a preview never has it.
	new Promise((resolve) => topic.arn.apply(resolve)).then((arn) => new Bucket("waited", { bucket: "waited", tags: { arn } }));
	return { url: api.url, list: cluster.availabilityZones };
};
