import { join } from "node:path";
import type { Report } from "../../report/model";
import { command } from "../support/command";
import { programFiles, programsFolder } from "../support/program";
import { temporaryFolder } from "../support/temporary";

const ALARM = (actions: string) =>
	`new aws.cloudwatch.MetricAlarm("errors", { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, metricName: "Errors", namespace: "AWS/Lambda", period: 60, statistic: "Sum", threshold: 0, alarmActions: [${actions}] });`;

const FOLDER = programsFolder({
	...programFiles("base", 'new aws.cloudwatch.LogGroup("worker-logs", { name: "/aws/lambda/shop-prod-worker", retentionInDays: 90 });'),
	...programFiles(
		"workers",
		'new aws.lambda.Function("worker", { name: "shop-prod-worker", runtime: "nodejs22.x", handler: "i.h", role: "arn:aws:iam::123456789012:role/r", s3Bucket: "b", s3Key: "k" });',
	),
	...programFiles("topics", 'exports.alertsTopicArn = new aws.sns.Topic("alerts").arn;'),
	...programFiles(
		"alarms",
		`const topic = new pulumi.StackReference("acme/topics/prod").requireOutput("alertsTopicArn");
		new aws.sns.TopicSubscription("mail", { topic, protocol: "email", endpoint: "a@example.com" });
		${ALARM("topic")}`,
	),
	...programFiles("one", 'exports.value = new pulumi.StackReference("acme/other/prod").getOutput("value");'),
	...programFiles("other", 'exports.value = new pulumi.StackReference("acme/one/prod").getOutput("value");'),
});
const ALONE = programsFolder(
	programFiles(
		"environment",
		`const emails = new pulumi.Config().getObject("alarmEmails") ?? [];
		const topic = new aws.sns.Topic("alarms");
		emails.forEach((endpoint, i) => new aws.sns.TopicSubscription("e" + i, { topic: topic.arn, protocol: "email", endpoint }));
		${ALARM("topic.arn")}`,
		{ "Pulumi.prod.yaml": "environment:\n  - shop/production\nconfig:\n  aws:region: eu-west-1\n" },
	),
);

async function findings(rule: string, ...paths: readonly string[]) {
	const { stdout, stderr } = await command(["check", ...paths, "--format", "json", "--all"]);
	expect(stderr).toBe("");
	const report = JSON.parse(stdout) as Report;
	return report.findings.filter((finding) => finding.rule === rule && finding.verdict !== "not-applicable");
}

const inFolder = (...names: readonly string[]) => names.map((name) => join(FOLDER, name));

describe("a log group of a fixed name", () => {
	it("is found in a stack that is checked together with the function's, and the finding names its own stack", async () => {
		const [finding, ...more] = await findings("lambda-log-group-explicit", ...inFolder("base", "workers"));
		expect(more).toEqual([]);
		expect(finding).toMatchObject({ verdict: "pass", stack: { project: "workers", stack: "prod" } });
	});

	it("may be in a neighboring project that is not checked", async () => {
		const [finding] = await findings("lambda-log-group-explicit", ...inFolder("workers"));
		expect(finding).toMatchObject({
			verdict: "undetermined",
			reason: "other-stack",
			message: expect.stringContaining("a sibling project"),
		});
	});
});

describe("a StackReference", () => {
	it.each([["in this order"], ["in the other order"]])("leads to the resources of a stack that is checked too, %s", async (order) => {
		const paths = order === "in this order" ? inFolder("topics", "alarms") : inFolder("alarms", "topics");
		const [finding] = await findings("topic-has-subscriber", ...paths);
		expect(finding).toMatchObject({ name: "alerts", verdict: expect.not.stringMatching("fail"), stack: { project: "topics" } });
	});

	it("of two stacks that refer to each other waits for neither", async () => {
		const { status } = await command(["check", ...inFolder("one", "other")]);
		expect(status).toBe(0);
	});
});

it("what is missing is undetermined where configuration comes from an environment", async () => {
	const [finding] = await findings("topic-has-subscriber", join(ALONE, "environment"));
	expect(finding).toMatchObject({ verdict: "undetermined", message: expect.stringContaining("shop/production") });
});

describe("stacks of one project", () => {
	const resource = (stack: string, type: string, name: string, inputs: object) => ({
		urn: `urn:pulumi:${stack}::shop::${type}::${name}`,
		type,
		custom: true,
		inputs,
	});
	const state = (...resources: readonly object[]) => JSON.stringify({ version: 3, deployment: { resources } });
	const fn = resource("prod", "aws:lambda/function:Function", "worker", { name: "worker" });
	const group = (stack: string) =>
		resource(stack, "aws:cloudwatch/logGroup:LogGroup", "logs", { name: "/aws/lambda/worker", retentionInDays: 30 });

	it("are environments, in which names mean nothing to each other", async () => {
		const folder = temporaryFolder({ "prod.json": state(fn), "staging.json": state(group("staging")) });
		const [finding] = await findings("lambda-log-group-explicit", join(folder, "prod.json"), join(folder, "staging.json"));
		expect(finding).toMatchObject({ verdict: "fail" });
	});
});
