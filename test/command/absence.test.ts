import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { check } from "../../cli/check";
import type { Report } from "../../report/model";
import { temporaryFolder } from "../support/temporary";

/** A resource is only reported as missing if everything that could contain it was seen. */

const STACK = "urn:pulumi:prod::shop";
const urnOf = (type: string, name: string) => `${STACK}::${type}::${name}`;
const ARN = "arn:aws:sns:eu-west-1:123456789012:on-call-9f8e7d6";
const PROVIDER = urnOf("pulumi:providers:aws", "default_7_48_0");

interface Given {
	readonly type: string;
	readonly name: string;
	readonly id?: string;
	readonly [more: string]: unknown;
}

const made = ({ type, name, id = name, inputs = {}, ...more }: Given & { inputs?: object }) => ({
	urn: urnOf(type, name),
	custom: true,
	type,
	id,
	inputs,
	outputs: inputs,
	provider: `${PROVIDER}::1`,
	...more,
});
const provider = {
	...made({ type: "pulumi:providers:aws", name: "default_7_48_0", inputs: { region: "eu-west-1" } }),
	provider: undefined,
};
const topic = made({ type: "aws:sns/topic:Topic", name: "on-call", id: ARN, inputs: { name: "on-call-9f8e7d6" } });
const alarm = made({
	type: "aws:cloudwatch/metricAlarm:MetricAlarm",
	name: "cpu",
	inputs: { name: "cpu-1", metricName: "CPUUtilization", namespace: "AWS/ECS", alarmActions: [ARN] },
});
const lambda = made({ type: "aws:lambda/function:Function", name: "hook", id: "hook-0c0ffee", inputs: { name: "hook-0c0ffee" } });
const group = (name: string, more: object = {}) =>
	made({ type: "aws:cloudwatch/logGroup:LogGroup", name, id: name, inputs: { name, retentionInDays: 30 }, ...more });
const usesTopic = (type: string, inputs: object, more: object = {}) => made({ type, name: "pager", inputs, ...more });
const depends = { dependencies: [topic.urn] };

async function reportOn(content: Buffer | string, name = "state.json"): Promise<Report> {
	const path = join(temporaryFolder(), name);
	writeFileSync(path, content);
	return check([path], { all: true });
}

const state = (resources: readonly object[], more: object = {}) =>
	JSON.stringify({ version: 3, deployment: { resources: [provider, ...resources], ...more } });
const verdictOf = (report: Report, rule: string, name: string) =>
	report.findings.find((each) => each.rule === rule && each.name === name)?.verdict;
const itemIn = (report: Report, id: string) => report.items.find((each) => each.id === id);

describe("a topic without a subscriber that a rule understands", () => {
	it.each([
		["fails by itself", [], "fail"],
		[
			"passes with a classic subscription",
			[usesTopic("aws:sns/topicSubscription:TopicSubscription", { topic: ARN, protocol: "https" })],
			"pass",
		],
		[
			"fails with a subscription that is being replaced",
			[usesTopic("aws:sns/topicSubscription:TopicSubscription", { topic: ARN }, { pendingReplacement: true })],
			"fail",
		],
		[
			"is undetermined with another provider's that receives its ARN",
			[usesTopic("aws-native:sns:Subscription", { topicArn: ARN })],
			"undetermined",
		],
		[
			"is undetermined with a command that depends on it",
			[usesTopic("command:local:Command", { create: "./subscribe.sh" }, depends)],
			"undetermined",
		],
		[
			"is undetermined with a command that contains its name",
			[usesTopic("command:local:Command", { create: `aws sns subscribe --topic-arn ${ARN}` })],
			"undetermined",
		],
		[
			"is undetermined with a template that receives its name",
			[usesTopic("aws:cloudformation/stack:Stack", { parameters: { Topic: "on-call-9f8e7d6" } })],
			"undetermined",
		],
		["is undetermined with a dynamic resource", [usesTopic("pulumi-nodejs:dynamic:Resource", { topicArn: ARN })], "undetermined"],
		[
			"fails with a policy that names it",
			[usesTopic("aws:iam/rolePolicy:RolePolicy", { policy: `{"Resource":"${ARN}"}` }, depends)],
			"fail",
		],
		[
			"fails with another provider's policy that names it",
			[usesTopic("aws-native:iam:RolePolicy", { policyDocument: { Resource: ARN } }, depends)],
			"fail",
		],
		["fails with a random name that depends on it", [usesTopic("random:index/randomId:RandomId", { keepers: { ARN } }, depends)], "fail"],
		[
			"is undetermined with a service that subscribes to it",
			[usesTopic("pagerduty:index/serviceIntegration:ServiceIntegration", { topic: ARN })],
			"undetermined",
		],
		["fails with a DNS record that depends on it", [usesTopic("cloudflare:index/dnsRecord:DnsRecord", {}, depends)], "fail"],
		[
			"fails with another provider's resource for another topic",
			[usesTopic("aws-native:sns:Subscription", { topicArn: `${ARN}-two` })],
			"fail",
		],
	])("%s", async (_what, more, expected) => {
		const report = await reportOn(state([topic, alarm, ...more]));
		expect(verdictOf(report, "topic-has-subscriber", "on-call")).toBe(expected);
		if (expected === "undetermined")
			expect(report.findings.find((each) => each.rule === "topic-has-subscriber")?.message).toContain(
				`${more[0]?.type} "pager" references it`,
			);
	});
});

describe("a function's log group", () => {
	it.each([
		["is missing", [], "fail"],
		[
			"is one of another provider",
			[made({ type: "aws-native:logs:LogGroup", name: "hook", inputs: { logGroupName: "/aws/lambda/hook-0c0ffee" } })],
			"undetermined",
		],
		["is only read", [group("/aws/lambda/hook-0c0ffee", { external: true, inputs: undefined, outputs: {} })], "undetermined"],
		["is there", [group("/aws/lambda/hook-0c0ffee")], "pass"],
		[
			"is in another Region",
			[group("/aws/lambda/hook-0c0ffee", { inputs: { name: "/aws/lambda/hook-0c0ffee", region: "us-east-1" } })],
			"fail",
		],
	])("%s", async (_what, more, expected) => {
		expect(verdictOf(await reportOn(state([lambda, ...more])), "lambda-log-group-explicit", "hook")).toBe(expected);
	});
});

describe("L75", () => {
	const native = made({ type: "aws-native:logs:LogGroup", name: "never", inputs: { logGroupName: "/shop/never" } });
	it.each([
		["passes where every log group was seen", [], {}, "ready", "passes on 1 resource"],
		[
			"is undetermined with another provider's log group",
			[native],
			{},
			"open",
			"no rule covers 1 resource that may create others (aws-native:logs:LogGroup)",
		],
		[
			"is undetermined with a template",
			[made({ type: "aws:cloudformation/stack:Stack", name: "legacy" })],
			{},
			"open",
			"(aws:cloudformation/stack:Stack)",
		],
		[
			"passes with another provider's network",
			[made({ type: "aws-native:ec2:Subnet", name: "a" }), made({ type: "cloudflare:index/record:Record", name: "b" })],
			{},
			"ready",
			"passes",
		],
		[
			"is open where an operation was interrupted",
			[],
			{ pending_operations: [{ type: "creating", resource: group("late") }] },
			"open",
			"the check is incomplete",
		],
		[
			"is open where RDS makes a log group",
			[made({ type: "aws:rds/instance:Instance", name: "db", inputs: { identifier: "db", enabledCloudwatchLogsExports: ["audit"] } })],
			{},
			"open",
			"(advisory)",
		],
		[
			"fails where API Gateway makes one",
			[
				made({
					type: "aws:apigateway/methodSettings:MethodSettings",
					name: "all",
					inputs: { restApi: "a1b2c3", stageName: "live", settings: { loggingLevel: "INFO" } },
				}),
			],
			{},
			"not-ready",
			"api-log-group-explicit",
		],
	] as const)("%s", async (_what, resources, more, status, reason) => {
		const found = itemIn(await reportOn(state([group("/shop/app"), ...resources], more)), "L75");
		expect(found).toMatchObject({ status, reason: expect.stringContaining(reason) });
	});

	it("counts the resources of other providers", async () => {
		const { coverage } = await reportOn(state([native, made({ type: "command:local:Command", name: "a" })]));
		expect(coverage.otherProviders).toEqual([
			{ provider: "aws-native", count: 1 },
			{ provider: "command", count: 1 },
		]);
	});
});

describe("a preview with --refresh", () => {
	const step = (op: string, resource: ReturnType<typeof made>, isThere = true) => ({
		op,
		urn: resource.urn,
		oldState: resource,
		...(isThere ? { newState: resource } : {}),
	});
	const preview = (steps: readonly object[], same: number) => JSON.stringify({ steps, changeSummary: { same } });
	const never = made({ type: "aws:cloudwatch/logGroup:LogGroup", name: "never", inputs: { name: "/shop/never" } });
	const root = { ...made({ type: "pulumi:pulumi:Stack", name: "shop-prod" }), custom: false };

	it("is decided by the last step of a resource", async () => {
		const { findings } = await reportOn(preview([step("same", root), step("refresh", never), step("delete", never, false)], 1));
		expect(findings.filter(({ name }) => name === "never")).toEqual([]);
	});

	it("holds what is replaced", async () => {
		const steps = [
			step("refresh", never),
			step("create-replacement", never),
			step("replace", never),
			step("delete-replaced", never, false),
		];
		expect(verdictOf(await reportOn(preview(steps, 0)), "log-group-expires", "never")).toBe("fail");
	});

	it("holds nothing of what is gone from the cloud and not made again", async () => {
		const { findings } = await reportOn(preview([step("same", root), step("refresh", never, false)], 1));
		expect(findings.filter(({ name }) => name === "never")).toEqual([]);
	});

	it("leaves nothing out that it lists as refreshed", async () => {
		const { coverage } = await reportOn(preview([step("refresh", root), step("refresh", group("/shop/app")), step("same", root)], 2));
		expect(coverage.limitations).toEqual([]);
	});
});

describe("a source", () => {
	it("may be compressed", async () => {
		const checkpoint = JSON.stringify({ version: 3, checkpoint: { stack: "prod", latest: { resources: [provider, group("/shop/app")] } } });
		expect(itemIn(await reportOn(gzipSync(checkpoint), "prod.json.gz"), "L75")?.status).toBe("ready");
	});

	it("may hold secrets that were not exported, which are nothing and no failure", async () => {
		const hollow = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext: "null" };
		const login = made({
			type: "aws:lambda/function:Function",
			name: "login",
			inputs: { name: "login", environment: { variables: { SCALEKIT_CLIENT_SECRET: hollow } } },
		});
		const { findings } = await reportOn(state([login, group("/aws/lambda/login")]));
		const said = findings.filter(({ rule }) => rule === "scalekit-secret-by-reference");
		expect(said.map(({ verdict, reason }) => [verdict, reason])).toEqual([["undetermined", "secret"]]);
	});

	it.each(["applicationloadbalancing", "elasticloadbalancingv2", "alb", "lb"])("may have the type tokens of aws:%s", async (module) => {
		const listener = made({
			type: `aws:${module}/listener:Listener`,
			name: "http",
			inputs: { loadBalancerArn: "arn:lb", protocol: "HTTP", port: 80, defaultActions: [{ type: "forward" }] },
		});
		const balancer = made({ type: `aws:${module}/loadBalancer:LoadBalancer`, name: "web", id: "arn:lb", inputs: { internal: false } });
		expect(verdictOf(await reportOn(state([balancer, listener])), "http-listener-redirects", "http")).toBe("fail");
	});
});

describe("listeners of a load balancer that is not seen", () => {
	const listener = (name: string, inputs: object) =>
		made({ type: "aws:lb/listener:Listener", name, inputs: { loadBalancerArn: "arn:aws:elasticloadbalancing:x", ...inputs } });
	const http = listener("http", { protocol: "HTTP", port: 80, defaultActions: [{ type: "forward" }] });
	const https = listener("https", {
		protocol: "HTTPS",
		port: 443,
		sslPolicy: "ELBSecurityPolicy-2016-08",
		defaultActions: [{ type: "forward" }],
	});

	it("are counted, and said once", async () => {
		const { findings, notices } = await reportOn(state([http, https]));
		expect(findings.filter(({ verdict }) => verdict === "fail")).toEqual([]);
		expect(notices).toEqual([expect.stringMatching(/2 listener checks fail if the load balancer, which is in another stack, is public/)]);
	});

	it("are not reported if they would pass", async () => {
		const redirect = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };
		const { notices } = await reportOn(state([listener("http", { protocol: "HTTP", port: 80, defaultActions: [redirect] })]));
		expect(notices).toEqual([]);
	});
});
