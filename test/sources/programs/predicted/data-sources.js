const pulumi = require("@pulumi/pulumi");
const { Bucket, LogGroup, Subnet, Topic } = require("./aws");

const { invoke, invokeOutput } = pulumi.runtime;
const topic = new Topic("alerts");

module.exports = async () => {
	const vpc = await invoke("aws:ec2/getVpc:getVpc", { default: true });
	const zone = await invoke("aws:route53/getZone:getZone", { name: "example.org" });
	const subnets = await invoke("aws:ec2/getSubnets:getSubnets", {});
	const secret = await invoke("aws:secretsmanager/getSecretVersion:getSecretVersion", { secretId: "shop" });
	const certificate = await invoke("aws:acm/getCertificate:getCertificate", { domain: "example.org" });
	const caller = await invoke("aws:index/getCallerIdentity:getCallerIdentity", {});
	const zones = await invoke("aws:index/getAvailabilityZones:getAvailabilityZones", {});

	// What only the second run can compute.
	const [first, size] = String(vpc.cidrBlock).split("/");
	new Bucket("computed", {
		network: first?.split(".").slice(0, 2).join("."),
		size: Number(size) + 4,
		host: new URL(`https://${zone.name}`).host,
		password: JSON.parse(secret.secretString).password,
		short: String(vpc.id).slice(4, 9),
		found: subnets.ids.find((id) => String(id).length > 0),
		certificate: certificate.arn,
		other: "plain",
	});
	new Bucket("document", {
		policy: JSON.stringify({ vpc: vpc.id, zone: zone.zoneId, given: zone.name, plain: "plain" }),
		text: `https://${zone.zoneId}/${caller.accountId}`,
	});
	new LogGroup(`logs-${caller.accountId}`, { name: `logs-${caller.accountId}` });
	new Bucket(`of-${vpc.id}`, { bucket: "named-by-a-data-source" });
	subnets.ids.forEach((id, index) => void new Subnet(`subnet-${index}`, { vpcId: vpc.id, mapPublicIpOnLaunch: false, tags: { id } }));
	for (const name of zones.names.slice(0, 2)) new Subnet(`of-${name}`, { availabilityZone: name });

	// As outputs.
	const later = invokeOutput("aws:ec2/getVpc:getVpc", { tags: { Name: topic.name } });
	new Bucket("later", {
		cidr: later.cidrBlock,
		size: later.cidrBlock.apply((block) => block.split("/")[1]),
		plain: pulumi.jsonStringify({ vpc: later.id, plain: "plain" }),
		identity: invokeOutput("aws:index/getCallerIdentity:getCallerIdentity", {}).accountId,
		region: invokeOutput("aws:index/getRegion:getRegion", {}).name,
		policy: invokeOutput("aws:index/getCallerIdentity:getCallerIdentity", {}).accountId.apply((account) =>
			JSON.stringify({ principal: `arn:aws:iam::${account}:root`, isOurs: account === "123456789012", digit: account[0] }),
		),
	});
};
