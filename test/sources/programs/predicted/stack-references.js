const pulumi = require("@pulumi/pulumi");
const { Bucket, Listener, Topic } = require("./aws");

const network = new pulumi.StackReference("acme/network/prod");
const topic = new Topic("alerts");

module.exports = async () => {
	new Bucket("outputs", {
		got: network.getOutput("vpcId"),
		required: network.requireOutput("clusterArn"),
		list: network.requireOutput("privateSubnetIds"),
		first: network.getOutput("publicSubnetIds").apply((ids) => ids[0]),
		property: network.getOutput("database").apply((database) => database.host),
		lifted: network.getOutput("database").host,
		fromOutputs: network.outputs.apply((outputs) => outputs["vpcId"]),
		fromLiftedOutputs: network.outputs["vpcId"],
		parsed: network.getOutput("settingsJson").apply((text) => JSON.parse(text).level),
		host: network.getOutput("apiUrl").apply((url) => new URL(url).hostname),
		count: network.getOutput("subnetIds").apply((ids) => ids.length),
		isSet: network.getOutput("certificateArn").apply((arn) => (arn ? "https" : "http")),
		number: network.getOutput("port").apply((port) => Number(port) + 1),
	});
	new Bucket("document", {
		policy: pulumi.jsonStringify({ vpc: network.getOutput("vpcId"), topic: topic.arn, plain: "plain" }),
	});
	new Listener("listener", { loadBalancerArn: network.requireOutput("loadBalancerArn"), port: 80, protocol: "HTTP" });
	new Bucket("named", { bucket: pulumi.interpolate`logs-${network.getOutput("name")}` });

	// What programs await: decisions on it are the program's own.
	const value = await network.requireOutputValue("domain").catch(() => undefined);
	const details = await network.getOutputDetails("token").catch(() => ({}));
	new Bucket("awaited", { value, detail: details.value ?? details.secretValue, other: "plain" });
};
