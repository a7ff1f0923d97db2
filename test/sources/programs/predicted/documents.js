const pulumi = require("@pulumi/pulumi");
const { Bucket, Cluster, Instance, LogGroup, Parameter, Role, Secret, SecretVersion, TaskDefinition, Topic } = require("./aws");

const topic = new Topic("alerts");
const logs = new LogGroup("logs");
const cluster = new Cluster("database", { databaseName: "shop" });
const role = new Role("role");
const secret = new Secret("client-secret");
const version = new SecretVersion(
	"client-secret",
	{ secretId: secret.id, secretString: "kept-elsewhere" },
	{ additionalSecretOutputs: ["secretString"] },
);
const password = pulumi.secret("N0tAR3alPassw0rd");

// The raw ECS task definition of most programs: one unknown value does not hide others.
const containers = (name, region) => [
	{
		name: "app",
		environment: [
			{ name: "SCALEKIT_CLIENT_SECRET", value: "test_N0tAR3alSecret0123456789" },
			{ name: "SCALEKIT_ENVIRONMENT_URL", value: "https://shop-dev.scalekit.dev" },
			{ name: "TOPIC_ARN", value: name },
		],
		logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": name, "awslogs-region": region } },
	},
];
new TaskDefinition("written-by-pulumi", { family: "a", containerDefinitions: pulumi.jsonStringify(containers(logs.name, "eu-west-1")) });
new TaskDefinition("written-in-callback", {
	family: "b",
	containerDefinitions: pulumi.all([logs.name, topic.arn]).apply(([name]) => JSON.stringify(containers(name, "eu-west-1"), null, 2)),
});
new TaskDefinition("written-in-template", {
	family: "c",
	containerDefinitions: pulumi.interpolate`[{"name":"app","environment":[{"name":"SCALEKIT_CLIENT_SECRET","value":"test_N0tAR3alSecret0123456789"},{"name":"TOPIC","value":"${topic.arn}"}]}]`,
});
new TaskDefinition("written-later", {
	family: "d",
	containerDefinitions: pulumi.output(containers(logs.name, "eu-west-1")).apply(async (list) => JSON.stringify(list)),
});

// Secrets next to plain leaves and outputs.
new TaskDefinition("with-secrets", {
	family: "e",
	containerDefinitions: pulumi.jsonStringify([
		{
			name: "app",
			environment: [
				{ name: "DATABASE_PASSWORD", value: password },
				{ name: "DATABASE_URL", value: pulumi.interpolate`postgres://app:${password}@${cluster.endpoint}/shop` },
				{ name: "LOG_LEVEL", value: "debug" },
				{ name: "TOPIC", value: topic.arn },
			],
			secrets: [{ name: "SCALEKIT_CLIENT_SECRET", valueFrom: secret.arn }],
		},
	]),
});

// A document that holds a document, and one in base64.
const inner = pulumi.jsonStringify({ topic: topic.arn, level: "debug" });
new Parameter("nested", { type: "String", value: pulumi.jsonStringify({ outer: "plain", inner, again: pulumi.jsonStringify({ inner }) }) });
new Parameter("encoded", { type: "String", value: inner.apply((text) => Buffer.from(text).toString("base64")) });

// Texts that are not JSON.
const script = (arn) =>
	["#!/bin/sh", `export TOPIC=${arn}`, "export SCALEKIT_CLIENT_SECRET=test_N0tAR3alSecret0123456789", "exec start", ""].join("\n");
new Instance("user-data", { userData: topic.arn.apply(script) });
new Instance("encoded-user-data", { userDataBase64: topic.arn.apply((arn) => Buffer.from(script(arn)).toString("base64")) });
new Instance("encoded-elsewhere", { userDataBase64: topic.arn.apply(script).apply((text) => Buffer.from(text).toString("base64")) });
new Parameter("connection", {
	type: "String",
	value: pulumi.interpolate`postgres://${cluster.databaseName}:plain@${cluster.endpoint}:${cluster.port}/shop?sslmode=disable`,
});
new Parameter("joined", { type: "StringList", value: pulumi.all([topic.arn, role.arn]).apply((arns) => arns.join(",")) });
new Parameter("lines", { type: "String", value: pulumi.concat("topic: ", topic.arn, "\nlevel: ", "debug", "\n") });
new Parameter("secret-version", { type: "String", value: pulumi.interpolate`token=${version.secretString}` });

// A policy whose statements come from lists.
const zones = cluster.availabilityZones;
new Bucket("policy", {
	policy: pulumi.all([topic.arn, zones]).apply(([arn, names]) =>
		JSON.stringify({
			Version: "2012-10-17",
			Statement: [
				{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: arn },
				...names.map((name) => ({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: `${arn}/${name}` })),
			],
			Zones: names,
			Count: names.length,
		}),
	),
});

// A throw in a callback costs its own value alone.
new Bucket("parsed", {
	website: topic.name.apply((text) => JSON.parse(`${text}{`).host),
	bucket: topic.name.apply((name) => `plain-${name}`),
	tags: { kept: "plain", host: cluster.endpoint.apply((text) => new URL(text).host), nothing: topic.arn.apply(() => undefined.length) },
});
