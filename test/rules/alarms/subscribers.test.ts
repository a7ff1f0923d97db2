import { type ExampleResource, ref, resource, toResourceData, UNKNOWN } from "../../../policies/engine/example";
import { ResourceGraph } from "../../../policies/engine/graph";
import type { Verdict } from "../../../policies/engine/verdict";
import {
	LambdaFunction,
	LambdaPermission,
	Queue,
	QueuePolicy,
	SlackChannel,
	Topic,
	TopicSubscription,
} from "../../../policies/facts/resource-types";
import { hasSubscriber } from "../../../policies/rules/alarms/notification/subscribers";

function verdictOf(...others: readonly ExampleResource[]): readonly (string | undefined)[] {
	const graph = new ResourceGraph(toResourceData({ stack: [resource(Topic, "page", { name: "page" }), ...others] }, "state"));
	const [topic] = graph.all(Topic);
	const verdict: Verdict = hasSubscriber(topic as never, graph);
	return verdict.verdict === "undetermined" ? [verdict.verdict, verdict.reason] : [verdict.verdict];
}

const subscription = (inputs: object) => resource(TopicSubscription, "pager", { topic: ref("page"), ...inputs } as never);
const mail = (inputs: object = {}) => subscription({ protocol: "email", endpoint: "on-call@example.com", ...inputs });
const lambda = resource(LambdaFunction, "notify", { name: "notify" });
const toLambda = subscription({ protocol: "lambda", endpoint: ref("notify") });
const queue = (inputs: object = {}) => resource(Queue, "events", { name: "events", ...inputs } as never);
const toQueue = subscription({ protocol: "sqs", endpoint: ref("events") });
const permission = (inputs: object) =>
	resource(LambdaPermission, "allow", { action: "lambda:InvokeFunction", function: ref("notify", "name"), ...inputs } as never);

it.each<[string, readonly ExampleResource[], readonly string[]]>([
	["no subscription", [], ["fail"]],
	["an e-mail subscription", [mail()], ["pass"]],
	["a subscription of an unknown topic", [mail({ topic: UNKNOWN })], ["undetermined", "known-after-deployment"]],
	["a Slack channel", [resource(SlackChannel, "slack", { snsTopicArns: [ref("page")] } as never)], ["pass"]],
	[
		"a Slack channel with unknown topics",
		[resource(SlackChannel, "slack", { snsTopicArns: UNKNOWN } as never)],
		["undetermined", "known-after-deployment"],
	],
	["an unknown protocol", [subscription({ protocol: UNKNOWN, endpoint: "on-call@example.com" })], ["pass"]],
	["a filter policy on attributes", [mail({ filterPolicy: '{"severity":["high"]}' })], ["fail"]],
	["an empty filter policy", [mail({ filterPolicy: "{}" })], ["pass"]],
	["a filter policy on the body", [mail({ filterPolicy: '{"NewStateValue":["ALARM"]}', filterPolicyScope: "MessageBody" })], ["pass"]],
	[
		"a filter policy on the body for another state",
		[mail({ filterPolicy: '{"NewStateValue":["OK"]}', filterPolicyScope: "MessageBody" })],
		["fail"],
	],
	[
		"the same policy on attributes",
		[mail({ filterPolicy: '{"NewStateValue":["ALARM"]}', filterPolicyScope: "MessageAttributes" })],
		["fail"],
	],
	["an unknown filter policy", [mail({ filterPolicy: UNKNOWN })], ["undetermined", "known-after-deployment"]],
	["an unknown scope", [mail({ filterPolicy: "{}", filterPolicyScope: UNKNOWN })], ["undetermined", "known-after-deployment"]],
	["a function without permission", [lambda, toLambda], ["undetermined", "not-decidable"]],
	["a function with permission for SNS", [lambda, toLambda, permission({ principal: "sns.amazonaws.com" })], ["pass"]],
	["a function with permission for all", [lambda, toLambda, permission({ principal: "*" })], ["pass"]],
	[
		"a function with permission for another service",
		[lambda, toLambda, permission({ principal: "events.amazonaws.com" })],
		["undetermined", "not-decidable"],
	],
	[
		"a function with an unknown permission",
		[lambda, toLambda, permission({ principal: UNKNOWN })],
		["undetermined", "known-after-deployment"],
	],
	[
		"a permission for an unknown function",
		[lambda, toLambda, permission({ principal: "sns.amazonaws.com", function: UNKNOWN })],
		["undetermined", "known-after-deployment"],
	],
	[
		"a function of another stack",
		[subscription({ protocol: "lambda", endpoint: "arn:aws:lambda:eu-west-1:123456789012:function:other" })],
		["pass"],
	],
	["an unknown function", [subscription({ protocol: "lambda", endpoint: UNKNOWN })], ["undetermined", "known-after-deployment"]],
	["a queue without policy", [queue(), toQueue], ["undetermined", "not-decidable"]],
	["a queue with an inline policy", [queue({ policy: "{}" }), toQueue], ["pass"]],
	[
		"a queue with a separate policy",
		[queue(), toQueue, resource(QueuePolicy, "allow", { queueUrl: ref("events", "id"), policy: "{}" } as never)],
		["pass"],
	],
	[
		"a policy of an unknown queue",
		[queue(), toQueue, resource(QueuePolicy, "allow", { queueUrl: UNKNOWN, policy: "{}" } as never)],
		["undetermined", "known-after-deployment"],
	],
])("a topic with %s", (_title, others, expected) => {
	expect(verdictOf(...others)).toEqual(expected);
});
