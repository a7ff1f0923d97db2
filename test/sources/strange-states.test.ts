import fc from "fast-check";
import type { Finding } from "../../policies/engine/finding";
import { INTERNAL_ERROR } from "../../policies/engine/internal-error";
import { findingsOf } from "../support/findings-of";
import { given } from "../support/given";

/** States as they are found: several Regions, names that occur twice, halves of updates, types that no rule understands. */

const STACK = "urn:pulumi:prod::shop";
const urnOf = (type: string, name: string) => `${STACK}::${type}::${name}`;
const PROVIDERS = ["eu", "us"].map((name) => ({
	urn: urnOf("pulumi:providers:aws", name),
	type: "pulumi:providers:aws",
	custom: true,
	id: name,
	inputs: { region: `${name}-west-1` },
}));

/** The parts of a notification path, and what breaks it; few names, so that they collide. */
const parts: Readonly<Record<string, (name: string, other: string) => Record<string, unknown>>> = {
	"aws:cloudwatch/logGroup:LogGroup": (name) => ({ name: `/aws/lambda/${name}`, retentionInDays: 30 }),
	"aws:cloudwatch/logMetricFilter:LogMetricFilter": (name, other) => ({
		name,
		logGroupName: `/aws/lambda/${other}`,
		pattern: '{ $.event = "login.failed" }',
		metricTransformation: { name: "LoginFailed", namespace: "Shop", value: "1" },
	}),
	"aws:cloudwatch/metricAlarm:MetricAlarm": (name, other) => ({
		name,
		metricName: "LoginFailed",
		namespace: "Shop",
		statistic: "Sum",
		threshold: 20,
		comparisonOperator: "GreaterThanThreshold",
		treatMissingData: "notBreaching",
		alarmActions: [`arn:aws:sns:eu-west-1:123456789012:${other}`],
	}),
	"aws:cloudwatch/compositeAlarm:CompositeAlarm": (name, other) => ({
		alarmName: name,
		alarmRule: `ALARM("${other}")`,
		alarmActions: [`arn:aws:sns:us-west-1:123456789012:${other}`],
	}),
	"aws:sns/topic:Topic": (name) => ({ name }),
	"aws:sns/topicSubscription:TopicSubscription": (_name, other) => ({
		topic: `arn:aws:sns:eu-west-1:123456789012:${other}`,
		protocol: "https",
		endpoint: "https://events.example.com",
	}),
	"aws:lambda/function:Function": (name) => ({ name, role: "arn:aws:iam::123456789012:role/r" }),
	"aws:lb/loadBalancer:LoadBalancer": (name) => ({ name, internal: false }),
	"aws:lb/listener:Listener": (_name, other) => ({
		loadBalancerArn: `arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/${other}/1`,
		protocol: "HTTP",
		port: 80,
		defaultActions: [{ type: "forward" }],
	}),
	"aws:rds/instance:Instance": (name) => ({ identifier: name, enabledCloudwatchLogsExports: ["audit"] }),
	"aws:cloudformation/stack:Stack": (name, other) => ({ name, parameters: { topic: other } }),
	"aws-native:sns:Subscription": (_name, other) => ({ topicArn: `arn:aws:sns:eu-west-1:123456789012:${other}` }),
	"aws-native:logs:LogGroup": (name) => ({ logGroupName: `/aws/lambda/${name}` }),
	"command:local:Command": (_name, other) => ({ create: `aws sns subscribe --topic-arn arn:aws:sns:eu-west-1:123456789012:${other}` }),
	"random:index/randomId:RandomId": (_name, other) => ({ keepers: { of: other } }),
};

const names = fc.constantFrom("a", "b");
const entry = fc
	.record({
		type: fc.constantFrom(...Object.keys(parts)),
		logical: fc.constantFrom("one", "two"),
		name: names,
		other: names,
		provider: fc.constantFrom("eu", "us", undefined),
		region: fc.constantFrom("eu-west-1", "us-west-1", undefined, undefined),
		dependsOn: fc.option(fc.tuple(fc.constantFrom(...Object.keys(parts)), fc.constantFrom("one", "two"))),
		flag: fc.constantFrom(undefined, undefined, undefined, "delete", "pendingReplacement", "external"),
	})
	.map(({ type, logical, name, other, provider, region, dependsOn, flag }) => {
		const inputs = { ...parts[type]?.(name, other), ...(region && type.startsWith("aws:") ? { region } : {}) };
		const on = dependsOn ? [urnOf(dependsOn[0], dependsOn[1])] : [];
		return {
			urn: urnOf(type, logical),
			type,
			custom: true,
			id: name,
			inputs,
			outputs: { ...inputs, ...(type === "aws:sns/topic:Topic" ? { arn: `arn:aws:sns:eu-west-1:123456789012:${name}` } : {}) },
			dependencies: on,
			propertyDependencies: Object.fromEntries(Object.keys(inputs).map((property) => [property, on])),
			...(provider ? { provider: `${urnOf("pulumi:providers:aws", provider)}::${provider}` } : {}),
			...(flag ? { [flag]: true } : {}),
		};
	});
/** A URN is there once, but for what an update left behind. */
const entries = fc.uniqueArray(entry, { selector: ({ urn }) => urn, maxLength: 14 });

const told = (findings: readonly Finding[]) =>
	findings.map(({ rule, urn, verdict, property, reason, message }) => [rule, urn, verdict, property, reason, message].join(" ")).sort();
const state = (resources: readonly unknown[], pending: readonly unknown[] = []) =>
	given(JSON.stringify({ version: 3, deployment: { resources, pending_operations: pending } }));

it("are evaluated without internal errors, and independently of order", () => {
	fc.assert(
		fc.property(entries, fc.infiniteStream(fc.nat()), (resources, keys) => {
			const all = [...PROVIDERS, ...resources];
			const shuffled = all.map((each) => [keys.next().value as number, each] as const).sort(([a], [b]) => a - b);
			const said = told(findingsOf(state(all)));
			expect(said.filter((each) => each.includes(INTERNAL_ERROR))).toEqual([]);
			expect(told(findingsOf(state(shuffled.map(([, each]) => each))))).toEqual(said);
		}),
		{ numRuns: 250 },
	);
});

it("hold nothing that is marked as gone, nor judge what is only read", () => {
	fc.assert(
		fc.property(entries, (resources) => {
			const judged = new Set(findingsOf(state([...PROVIDERS, ...resources])).map(({ urn }) => urn));
			const marked = resources.filter((each) => "delete" in each || "pendingReplacement" in each || "external" in each);
			expect(marked.filter(({ urn }) => judged.has(urn))).toEqual([]);
		}),
		{ numRuns: 100 },
	);
});

it("say that they may hold more where an operation was interrupted", () => {
	const pending = [
		{ type: "creating", resource: { urn: urnOf("aws:sns/topic:Topic", "late"), type: "aws:sns/topic:Topic" } },
		"no operation",
	];
	expect(state(PROVIDERS, pending).limitations).toEqual([
		expect.stringMatching(/an operation was interrupted \(the first: aws:sns\/topic:Topic "late"\)/),
	]);
	expect(state(PROVIDERS, [null, 7]).limitations).toEqual([]);
});
