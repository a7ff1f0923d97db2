import type { AuthMonitoringArgs } from "../../../stacks/monitoring/options";
import { collectMonitoring } from "../../support/collect-monitoring";
import { ofType } from "../../support/collected";
import { LEAST } from "../../support/monitoring-args";

const PAGE = "arn:aws:sns:eu-west-1:123456789012:page";
const NOTIFY = "arn:aws:sns:eu-west-1:123456789012:notify";
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1c0b1d3e-0000-4000-8000-000000000001";
const PAGER = "https://events.pagerduty.com/integration/0123456789/enqueue";

async function made(args: Partial<AuthMonitoringArgs>) {
	const stack = await collectMonitoring({ ...LEAST, ...args }, "state");
	return (type: string) => [...ofType(stack, `aws:${type}`).values()];
}

describe("what is given is used, and nothing made in its place:", () => {
	it("topics", async () => {
		const all = await made({ alerts: { topics: { page: PAGE, notify: NOTIFY } } });
		for (const type of ["sns/topic:Topic", "sns/topicPolicy:TopicPolicy", "sns/topicSubscription:TopicSubscription"])
			expect(all(type)).toEqual([]);
		const actions = new Set(all("cloudwatch/metricAlarm:MetricAlarm").flatMap(({ inputs }) => inputs?.["alarmActions"] as string[]));
		expect([...actions]).toEqual([NOTIFY]);
		expect(all("cloudwatch/compositeAlarm:CompositeAlarm")[0]?.inputs?.["alarmActions"]).toEqual([PAGE]);
	});

	it("one topic of two", async () => {
		const all = await made({ alerts: { emails: ["on-call@example.com"], topics: { page: PAGE } } });
		expect(all("sns/topic:Topic").map(({ name }) => name)).toEqual(["scalekit-auth-notify"]);
		expect(all("sns/topicSubscription:TopicSubscription").map(({ inputs }) => inputs?.["endpoint"])).toEqual(["on-call@example.com"]);
	});

	it("the key", async () => {
		const all = await made({ encryption: { keyArn: KEY } });
		expect(all("kms/key:Key").map(({ name }) => name)).toEqual(["scalekit-auth-hash"]);
		expect(all("kms/alias:Alias")).toEqual([]);
		expect(all("sns/topic:Topic").map(({ inputs }) => inputs?.["kmsMasterKeyId"])).toEqual([KEY, KEY]);
	});

	it("log groups", async () => {
		const all = await made({ logGroups: { receiver: "/shop/receiver", access: "/shop/access" } });
		expect(all("cloudwatch/logGroup:LogGroup").map(({ inputs }) => inputs?.["name"])).toEqual(
			["worker", "poller", "publisher"].map((logger) => `/scalekit/scalekit-auth/${logger}`),
		);
		const receiver = all("lambda/function:Function").find(({ name }) => name.endsWith("receiver"));
		expect(receiver?.inputs?.["loggingConfig"]).toEqual({ logFormat: "JSON", logGroup: "/shop/receiver" });
		expect(all("cloudwatch/logMetricFilter:LogMetricFilter")[0]?.inputs?.["logGroupName"]).toBe("/shop/access");
	});
});

describe("subscriptions:", () => {
	const heard = async (alerts: AuthMonitoringArgs["alerts"]) => {
		const all = await made({ alerts });
		return all("sns/topicSubscription:TopicSubscription").map(
			({ name, inputs }) => `${name.replace("scalekit-auth-", "")} ${inputs?.["protocol"]}`,
		);
	};

	it.each<[string, AuthMonitoringArgs["alerts"], readonly string[]]>([
		["e-mail only subscribes to both topics", { emails: ["a@example.com"] }, ["page-mail-0 email", "notify-mail-0 email"]],
		["a pager only subscribes to both topics", { pagerUrl: PAGER }, ["page-pager https", "notify-pager https"]],
		[
			"with a pager, e-mail subscribes to the notify topic",
			{ emails: ["a@example.com"], pagerUrl: PAGER },
			["page-pager https", "notify-mail-0 email"],
		],
	])("%s", async (_, alerts, subscriptions) => {
		expect([...(await heard(alerts))].sort()).toEqual([...subscriptions].sort());
	});

	it("a Slack channel subscribes to both topics, through an API in few Regions and under a name with the Region", async () => {
		const all = await made({ region: "eu-central-1", alerts: { slack: { teamId: "T0123ABCD", channelId: "C0123ABCD" } } });
		const [channel] = all("chatbot/slackChannelConfiguration:SlackChannelConfiguration");
		expect(channel?.inputs).toMatchObject({ region: "us-east-2", configurationName: "scalekit-auth-eu-central-1" });
		expect(channel?.inputs?.["snsTopicArns"]).toEqual(all("sns/topic:Topic").map(({ outputs }) => outputs?.["arn"]));
	});

	it("the pager's address is a secret in the state", async () => {
		const all = await made({ alerts: { pagerUrl: PAGER } });
		for (const { inputs } of all("sns/topicSubscription:TopicSubscription"))
			expect(inputs?.["endpoint"]).toMatchObject({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: PAGER });
	});
});

describe("parts that are off leave nothing behind:", () => {
	let all: Awaited<ReturnType<typeof made>>;
	beforeAll(async () => {
		all = await made({});
	});

	it.each<[string, Partial<AuthMonitoringArgs>, readonly string[]]>([
		[
			"the receiver",
			{ parts: { receiver: false } },
			["apigatewayv2/api:Api", "sqs/queue:Queue", "lambda/eventSourceMapping:EventSourceMapping"],
		],
		["the dashboard", { parts: { dashboard: false } }, ["cloudwatch/dashboard:Dashboard"]],
		["the queries", { parts: { queries: false } }, ["cloudwatch/queryDefinition:QueryDefinition"]],
		[
			"the rollback",
			{ parts: { rollback: false } },
			["appconfig/application:Application", "appconfig/deployment:Deployment", "appconfig/extension:Extension"],
		],
	])("%s", async (_, args, types) => {
		const without = await made(args);
		for (const type of types) {
			expect(all(type).length).toBeGreaterThan(0);
			expect(without(type)).toEqual([]);
		}
	});

	it("an alarm that is off is made nowhere", async () => {
		const without = await made({ alarms: { "new-country": false } });
		const names = without("cloudwatch/metricAlarm:MetricAlarm").map(({ name }) => name);
		expect(names).not.toContain("scalekit-auth-new-country");
		expect(names).toContain("scalekit-auth-account-burst");
	});
});
