const { appendFileSync } = require("node:fs");
const pulumi = require("@pulumi/pulumi");
const { SNSClient, ListTopicsCommand } = require("@aws-sdk/client-sns");
const { Bucket, Topic } = require("./aws");

// Side effects of callbacks: a preview does not run them, the second run does.
const config = new pulumi.Config();
const topic = new Topic("alerts");
const found = topic.arn.apply(async () => {
	const client = new SNSClient({ region: "eu-west-1", maxAttempts: 1 });
	return (await client.send(new ListTopicsCommand({}))).Topics.length;
});
const written = topic.arn.apply((arn) => {
	appendFileSync(config.require("file"), `${arn.split(":").length} parts\n`);
	return JSON.stringify({ arn, plain: "plain" });
});
new Bucket("effects", {
	found,
	written,
	isDryRun: topic.arn.apply(() => pulumi.runtime.isDryRun()),
	branch: pulumi.runtime.isDryRun() ? "preview" : "update",
});
