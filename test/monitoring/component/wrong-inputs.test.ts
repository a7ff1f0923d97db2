import type { ResourceData } from "../../../policies/engine/resource";
import { METRICS } from "../../../signals/index";
import { WEBHOOK_THROTTLED } from "../../../signals/webhooks";
import { ALARM_IDS } from "../../../stacks/monitoring/alarms/ids";
import { customMetric } from "../../../stacks/monitoring/alarms/series";
import { NO_DATA_MEANS_NO_FAILURES, type Specification, validateSpecification } from "../../../stacks/monitoring/alarms/specification";
import { bodyOf } from "../../../stacks/monitoring/dashboard/layout";
import { text } from "../../../stacks/monitoring/dashboard/widgets";
import { OptionsError, parseOptions } from "../../../stacks/monitoring/option/explain";
import { type AuthMonitoringArgs, optionsSchema } from "../../../stacks/monitoring/options";
import { collectMonitoring } from "../../support/collect-monitoring";
import { ofType } from "../../support/collected";
import { LEAST } from "../../support/monitoring-args";

/** What neither validation nor a plan notices, and that AWS rejects or accepts and evaluates incorrectly. */

const failed = customMetric(METRICS.find(({ name }) => name === "LoginFailed") as (typeof METRICS)[number], "shop");
const SOUND: Specification = {
	query: failed,
	period: 300,
	comparison: "at or above",
	threshold: 1,
	datapointsToAlarm: 2,
	evaluationPeriods: 3,
	missingData: NO_DATA_MEANS_NO_FAILURES,
};

describe("the alarm factory refuses", () => {
	it("nothing of a sound alarm", () => {
		expect(() => validateSpecification("x", SOUND, true)).not.toThrow();
	});

	it.each<[string, Partial<Specification>, RegExp]>([
		[
			"more breaching datapoints than evaluation periods",
			{ datapointsToAlarm: 4, evaluationPeriods: 3 },
			/requires 4 breaching datapoints of 3/,
		],
		[
			"more than a day of short periods",
			{ datapointsToAlarm: 1, evaluationPeriods: 289 },
			/evaluates a longer range than CloudWatch supports/,
		],
		[
			"more than seven days of hours",
			{ period: 3600, datapointsToAlarm: 1, evaluationPeriods: 169 },
			/evaluates a longer range than CloudWatch supports/,
		],
		["no threshold", { threshold: Number.NaN }, /has no threshold/],
		[
			"a metric's id that begins with a capital",
			{ query: { expression: "OK", label: "", series: { OK: failed } as never } },
			/ids start with a lower-case letter/,
		],
		[
			"an expression of what is not read",
			{ query: { expression: "ok + ko", label: "", series: { ok: failed } } },
			/unknown metric id "ko"/,
		],
		["no period at all", { evaluationPeriods: 0, datapointsToAlarm: 0 }, /must be positive integers/],
		["totals that still grow, with no period to spare", { datapointsToAlarm: 3, evaluationPeriods: 3 }, /without a spare period/],
	])("%s", (_, wrong, message) => {
		expect(() => validateSpecification("x", { ...SOUND, ...wrong }, true)).toThrow(message);
	});

	it("takes a day of five minutes and seven days of hours", () => {
		expect(() => validateSpecification("x", { ...SOUND, datapointsToAlarm: 1, evaluationPeriods: 288 }, true)).not.toThrow();
		expect(() => validateSpecification("x", { ...SOUND, period: 3600, datapointsToAlarm: 1, evaluationPeriods: 168 }, true)).not.toThrow();
	});

	it("nothing of totals over hours, of which only the last window still grows", () => {
		expect(() => validateSpecification("x", { ...SOUND, period: 3600, datapointsToAlarm: 3, evaluationPeriods: 3 }, true)).not.toThrow();
	});

	it("a metric with dimensions it is not published with", () => {
		expect(() => customMetric(METRICS[0] as (typeof METRICS)[number], "shop", { organization: "org_1" })).toThrow(
			/is not published by service,organization/,
		);
	});
});

describe("options refuse", () => {
	const KEY_ID = "1c0b1d3e-0000-4000-8000-000000000001";
	const slack = { teamId: "T0123ABCD", channelId: "C0123ABCD" };

	it.each<[string, Partial<AuthMonitoringArgs>, RegExp]>([
		["a key that is named by its ID", { encryption: { keyArn: KEY_ID } }, /encryption.keyArn: must be the ARN of a KMS key/],
		["a key that is named by its alias", { encryption: { keyArn: "alias/shop" } }, /encryption.keyArn: must be the ARN of a KMS key/],
		["a malformed e-mail address", { alerts: { emails: ["on-call@"] } }, /alerts.emails.0: must be an e-mail address/],
		["two e-mail addresses in one", { alerts: { emails: ["a@example.com, b@example.com"] } }, /alerts.emails.0: must be an e-mail address/],
		["a Slack workspace by its name", { alerts: { slack: { ...slack, teamId: "shop" } } }, /alerts.slack.teamId: must be the ID/],
		["a Slack channel by its name", { alerts: { slack: { ...slack, channelId: "#alerts" } } }, /alerts.slack.channelId: must be the ID/],
		["a retention that CloudWatch does not know", { retentionDays: 31 as never }, /retentionDays: must be a retention/],
		["logs that never expire", { retentionDays: 0 as never }, /retentionDays: must be a retention/],
		["a log group's name that AWS keeps for itself", { logGroups: { access: "aws/shop" } }, /logGroups.access: must be a log group name/],
		["hours that no alarm looks back on", { thresholds: { "no-logins": 169 } }, /thresholds.no-logins: must be an integer from 1 to 168/],
		["a non-numeric threshold", { thresholds: { "failed-login-burst": Number.NaN } }, /thresholds.failed-login-burst: must be an integer/],
		["a pager without TLS", { alerts: { pagerUrl: "http://events.example.com/x" } }, /alerts.pagerUrl: must be an https:\/\/ URL/],
		["a flag's key with a capital first", { rollback: { flag: "NewFlows" } }, /rollback.flag: must start with a lower-case letter/],
		[
			"a rate limit that cuts a directory's first sync",
			{ webAcl: { scope: "CLOUDFRONT", rateLimit: 100 } },
			/webAcl.rateLimit: must be an integer from 101/,
		],
	])("%s", (_, wrong, message) => {
		const problems = () => parseOptions(optionsSchema, { ...LEAST, ...wrong });
		expect(problems).toThrow(OptionsError);
		expect(problems).toThrow(message);
	});
});

describe("what is made holds, since no option says otherwise:", () => {
	let all: (type: string) => readonly ResourceData[];
	beforeAll(async () => {
		const stack = await collectMonitoring(
			{
				...LEAST,
				application: { emits: true },
				webAcl: { scope: "CLOUDFRONT" },
				alerts: { slack: { teamId: "T0123ABCD", channelId: "C0123ABCD" } },
			},
			"state",
		);
		all = (type) => [...ofType(stack, `aws:${type}`).values()];
	});

	it("the metric filter has one dimension, no default value, and a pattern that asks for what it takes the dimension from", () => {
		const filters = all("cloudwatch/logMetricFilter:LogMetricFilter");
		expect(filters.map(({ inputs }) => inputs)).toEqual([
			expect.objectContaining({
				pattern: '{ $.status = "429" && $.service = * }',
				metricTransformation: {
					name: WEBHOOK_THROTTLED.name,
					namespace: "ScalekitAuth",
					value: "1",
					unit: "Count",
					dimensions: { service: "$.service" },
				},
			}),
		]);
		const settings = all("apigatewayv2/stage:Stage").map(({ inputs = {} }) => inputs["accessLogSettings"] as { format: string });
		expect(settings).toHaveLength(1);
		const line = settings.map(({ format }) => JSON.parse(format) as Record<string, string>)[0];
		expect(line).toMatchObject({ service: "scalekit-auth", status: "$context.status" });
		expect(JSON.stringify(line)).not.toMatch(/sourceIp|userAgent/i);
	});

	it("each alarm returns one series, and has few actions, a threshold and a treatment of missing data", () => {
		const alarms = all("cloudwatch/metricAlarm:MetricAlarm");
		expect(alarms.map(({ name }) => name).sort()).toEqual(ALARM_IDS.map((id) => `scalekit-auth-${id}`).sort());
		for (const { inputs = {} } of alarms) {
			const queries = (inputs["metricQueries"] ?? []) as readonly { returnData: boolean }[];
			expect(queries.filter(({ returnData }) => returnData)).toHaveLength(inputs["metricName"] === undefined ? 1 : 0);
			expect(inputs).toMatchObject({ threshold: expect.any(Number), treatMissingData: expect.stringMatching(/^(notB|b)reaching$/) });
			expect(inputs["alarmActions"]).toHaveLength(1);
			expect(inputs["okActions"]).toHaveLength(1);
			expect(inputs["alarmDescription"]).toMatch(/^Severity: (critical|high|medium|low)\. .+\. Runbook: https:\/\/\S+$/);
		}
	});

	it("the composites' rules are such as CloudWatch reads", () => {
		const composites = all("cloudwatch/compositeAlarm:CompositeAlarm");
		expect(composites.map(({ name }) => name).sort()).toEqual(["scalekit-auth-page-logins", "scalekit-auth-page-pipeline"]);
		for (const { inputs } of composites) {
			const rule = String(inputs?.["alarmRule"]);
			expect(rule).toMatch(/^ALARM\("[\w-]+"\)( OR ALARM\("[\w-]+"\))*$/);
			expect(rule.length).toBeLessThanOrEqual(10_240);
		}
	});

	it("the dashboard's widgets are complete and do not overlap", () => {
		const [dashboard] = all("cloudwatch/dashboard:Dashboard");
		const { widgets } = JSON.parse(String(dashboard?.inputs?.["dashboardBody"])) as { widgets: Record<string, unknown>[] };
		for (const widget of widgets) {
			expect(widget).toMatchObject({ x: expect.any(Number), y: expect.any(Number), width: expect.any(Number), height: expect.any(Number) });
			expect((widget["x"] as number) + (widget["width"] as number)).toBeLessThanOrEqual(24);
			if (widget["type"] === "metric")
				expect(widget["properties"]).toMatchObject({ region: "eu-west-1", title: expect.any(String), metrics: expect.any(Array) });
		}
		expect(widgets.slice(0, 4).map(({ type, y }) => [type, y])).toEqual([
			["text", 0],
			["metric", 1],
			["metric", 1],
			["alarm", 1],
		]);
		expect(() => bodyOf([{ height: 1, widgets: [text("a", 16), text("b", 12)] }], "eu-west-1")).toThrow(/28 columns wide/);
	});

	it("log groups are encrypted by a key's ARN where the key is, and mask what must not be in them, in two statements about the same", () => {
		const groups = all("cloudwatch/logGroup:LogGroup");
		for (const { name, inputs } of groups) {
			const expected = name.endsWith("web-acl") ? undefined : expect.stringMatching(/^arn:aws:kms:/);
			expect(inputs?.["kmsKeyId"]).toEqual(expected);
			expect(inputs?.["retentionInDays"]).toBe(365);
		}
		const policies = all("cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy");
		expect(policies).toHaveLength(groups.length);
		for (const { inputs } of policies) {
			const { Statement: statements } = JSON.parse(String(inputs?.["policyDocument"])) as {
				Statement: { DataIdentifier: string[]; Operation: object }[];
			};
			expect(statements.map(({ Operation }) => Object.keys(Operation)[0])).toEqual(["Audit", "Deidentify"]);
			expect(statements[0]?.DataIdentifier).toEqual(statements[1]?.DataIdentifier);
			expect(statements[0]?.DataIdentifier.join()).toMatch(/EmailAddress.*IpAddress/);
		}
	});

	it("the web ACL logs to a group of the name that AWS WAF asks for", () => {
		const [group] = all("cloudwatch/logGroup:LogGroup").filter(({ name }) => name.endsWith("web-acl"));
		expect(group?.inputs?.["name"]).toBe("aws-waf-logs-scalekit-auth");
		expect(all("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration")[0]?.inputs?.["logDestinationConfigs"]).toEqual([
			group?.outputs?.["arn"],
		]);
	});

	it("schedules and the route are as AWS writes them", () => {
		const schedules = all("scheduler/schedule:Schedule").map(({ inputs }) => inputs?.["scheduleExpression"]);
		expect(schedules).toEqual(["rate(1 minute)", "rate(1 minute)"]);
		expect(all("apigatewayv2/route:Route").map(({ inputs }) => inputs?.["routeKey"])).toEqual(["POST /webhooks/scalekit"]);
	});

	it("Slack has read access only", () => {
		const [channel] = all("chatbot/slackChannelConfiguration:SlackChannelConfiguration");
		expect(channel?.inputs?.["guardrailPolicyArns"]).toEqual(["arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"]);
	});

	it("the flag's first version is a document of feature flags", () => {
		const [version] = all("appconfig/hostedConfigurationVersion:HostedConfigurationVersion");
		const { value } = (version?.inputs?.["content"] ?? {}) as { value: string };
		expect(JSON.parse(value)).toEqual({
			version: "1",
			flags: { "new-auth-flows": { name: "new-auth-flows", description: expect.any(String) } },
			values: { "new-auth-flows": { enabled: false } },
		});
	});

	it("the stack has no canary and no DNS firewall", () => {
		expect(all("synthetics/canary:Canary")).toEqual([]);
		expect(all("route53/resolverFirewallDomainList:ResolverFirewallDomainList")).toEqual([]);
	});

	it("secrets are made empty, and queues hide a message for six times as long as the worker may take", () => {
		expect(all("secretsmanager/secret:Secret")).toHaveLength(2);
		expect(all("secretsmanager/secretVersion:SecretVersion")).toEqual([]);
		const worker = all("lambda/function:Function").find(({ name }) => name.endsWith("worker"));
		const events = all("sqs/queue:Queue").find(({ name }) => name.endsWith("events"));
		expect(events?.inputs?.["visibilityTimeoutSeconds"]).toBe(6 * Number(worker?.inputs?.["timeout"]));
	});
});
