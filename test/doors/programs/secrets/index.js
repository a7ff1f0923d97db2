const pulumi = require("@pulumi/pulumi");

/** Configuration secrets passed as plain variables: each function is named after its variable. */

// Stands in for @pulumi/aws, without loading it.
class Resource extends pulumi.CustomResource {
	constructor(type, name, args) {
		super(`aws:${type}`, name, args);
	}
}

const config = new pulumi.Config();
const value = config.requireSecret("value");
const reference = config.requireSecret("reference");

const VARIABLES = {
	// They hold secrets.
	SCALEKIT_CLIENT_SECRET: value,
	SCALEKIT_WEBHOOK_SECRET: pulumi.interpolate`whsec_${value}`,
	DB_PASSWORD: value,
	SESSION_SECRET: pulumi.secret("Zq7Xk2vLp9TzR4mWcB8n"),
	// They hold what only goes with a secret.
	DB_PASSWORD_HASH: value,
	DB_SECRET_ARN: reference,
	DB_SECRET_NAME: value,
	SCALEKIT_CLIENT_SECRET_ARN: reference,
	SCALEKIT_CLIENT_SECRET_NAME: value,
	SCALEKIT_CLIENT_ID: value,
	// Its name says that it holds a secret, and its value is where it is.
	API_TOKEN: reference,
};

for (const [name, given] of Object.entries(VARIABLES)) {
	const group = new Resource("cloudwatch/logGroup:LogGroup", name, { name: `/shop/${name}`, retentionInDays: 90 });
	new Resource("lambda/function:Function", name, {
		name,
		runtime: "nodejs22.x",
		handler: "index.handler",
		role: "arn:aws:iam::123456789012:role/shop",
		s3Bucket: "code",
		s3Key: "code.zip",
		loggingConfig: { logFormat: "JSON", logGroup: group.id },
		environment: { variables: { [name]: given } },
	});
}

new Resource("ssm/parameter:Parameter", "password", { name: "/shop/db/password", type: "String", value });
const container = (environment) => ({ name: "web", image: "nginx:1.27", environment });
const taskDefinition = (name, containerDefinitions) =>
	new Resource("ecs/taskDefinition:TaskDefinition", name, { family: name, containerDefinitions });
taskDefinition("secret-document", pulumi.jsonStringify([container([{ name: "DB_PASSWORD", value }])]));
taskDefinition("plain-document", JSON.stringify([container([{ name: "DB_PASSWORD", value: "Zq7Xk2vLp9TzR4mWcB8n" }])]));
