import { type Example, ref, resource, UNKNOWN } from "../../engine/example";
import { CompositeAlarm, TeamsChannel } from "../../facts/resource-types";
import { alarm, filter, queueAlarm, subscription, topic } from "./example-parts";

const dead = queueAlarm({ alarmActions: [ref("oncall")] });

export const examples: readonly Example[] = [
	{ title: "A pager subscribes", verdict: "pass", stack: [topic(), dead, subscription()] },
	{
		title: "An e-mail subscription, which is unconfirmed at first",
		verdict: "pass",
		stack: [topic(), dead, subscription({ protocol: "email", endpoint: "oncall@example.com" })],
	},
	{
		title: "A Teams channel listens",
		verdict: "pass",
		stack: [topic(), dead, resource(TeamsChannel, "teams", { configurationName: "oncall", snsTopicArns: [ref("oncall")] })],
	},
	{
		title: "A subscriber that filters by the message's body",
		verdict: "pass",
		stack: [topic(), dead, subscription({ filterPolicy: '{"NewStateValue":["ALARM"]}', filterPolicyScope: "MessageBody" })],
	},
	{
		title: "A filter policy that takes messages without the attribute too",
		verdict: "pass",
		stack: [topic(), dead, subscription({ filterPolicy: '{"severity":["page",{"exists":false}]}' })],
	},
	{
		title: "An e-mail subscription that is unconfirmed in the state",
		verdict: "undetermined",
		reason: "not-decidable",
		forms: ["state", "old-state"],
		stack: [
			topic(),
			dead,
			{ ...subscription({ protocol: "email", endpoint: "oncall@example.com" }), outputs: { pendingConfirmation: true } },
		],
	},
	{ title: "No subscription", verdict: "fail", stack: [topic(), dead] },
	{
		title: "The subscription is to another topic",
		verdict: "fail",
		stack: [topic(), dead, subscription({ topic: "arn:aws:sns:eu-west-1:123456789012:billing" })],
	},
	{
		title: "The only subscriber filters by attributes, which alarms do not have",
		verdict: "fail",
		stack: [topic(), dead, subscription({ filterPolicy: '{"severity":["page"]}' })],
	},
	{
		title: "A composite alarm with a topic that has no subscription",
		verdict: "fail",
		stack: [topic(), resource(CompositeAlarm, "any", { alarmName: "any", alarmRule: "ALARM(other)", alarmActions: [ref("oncall")] })],
	},
	{
		title: "The topic of a failed-login alarm, which failed-login-alarm-path reports",
		verdict: "not-applicable",
		subject: "oncall",
		stack: [filter(), alarm(), topic()],
	},
	{ title: "A topic for something else", verdict: "not-applicable", stack: [topic(), queueAlarm()] },
	{
		title: "A subscription to a topic that is unknown until deployment",
		verdict: "undetermined",
		property: "topic",
		stack: [topic(), dead, subscription({ topic: UNKNOWN })],
	},
	{
		title: "A filter policy that is unknown until deployment",
		verdict: "undetermined",
		property: "filterPolicy",
		stack: [topic(), dead, subscription({ filterPolicy: UNKNOWN })],
	},
	{
		title: "A filter on the message's body that asks for what no alarm says",
		verdict: "fail",
		stack: [topic(), dead, subscription({ filterPolicy: '{"event":["test-queue"]}', filterPolicyScope: "MessageBody" })],
	},
	{
		title: "A filter on the message's body that lets only the end of an alarm through",
		verdict: "fail",
		stack: [topic(), dead, subscription({ filterPolicy: '{"NewStateValue":["OK"]}', filterPolicyScope: "MessageBody" })],
	},
	{
		title: "A filter on the message's body by one of two ways",
		verdict: "pass",
		stack: [
			topic(),
			dead,
			subscription({ filterPolicy: '{"$or":[{"event":["x"]},{"AlarmName":[{"prefix":"login"}]}]}', filterPolicyScope: "MessageBody" }),
		],
	},
];
