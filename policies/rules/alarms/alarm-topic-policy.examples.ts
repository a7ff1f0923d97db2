import { type Example, jsonStringify, ref, resource, UNKNOWN } from "../../engine/example";
import { TopicPolicy } from "../../facts/resource-types";
import { queueAlarm, topic } from "./example-parts";

const dead = queueAlarm({ alarmActions: [ref("oncall")] });
const policy = (...Statement: unknown[]) => jsonStringify({ Version: "2012-10-17", Statement });
const attached = (document: unknown) => resource(TopicPolicy, "oncallPolicy", { arn: ref("oncall"), policy: document });
const allow = (Principal: unknown, more: Record<string, unknown> = {}) => ({
	Effect: "Allow",
	Principal,
	Action: "sns:Publish",
	Resource: "*",
	...more,
});
const cloudwatch = allow({ Service: "cloudwatch.amazonaws.com" }, { Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } });
const TLS_ONLY = {
	Effect: "Deny",
	Principal: "*",
	Action: "sns:Publish",
	Resource: "*",
	Condition: { Bool: { "aws:SecureTransport": "false" } },
};

export const examples: readonly Example[] = [
	{ title: "No policy: the default one lets the account's alarms in", verdict: "pass", stack: [topic(), dead] },
	{ title: "A policy that names CloudWatch", verdict: "pass", stack: [topic(), dead, attached(policy(cloudwatch))] },
	{ title: "A policy in the topic itself", verdict: "pass", stack: [topic({ policy: policy(cloudwatch, TLS_ONLY) }), dead] },
	{
		title: "A policy as an object, several services in one statement",
		verdict: "pass",
		stack: [
			topic(),
			dead,
			attached({
				Version: "2012-10-17",
				Statement: [allow({ Service: ["events.amazonaws.com", "cloudwatch.amazonaws.com"] }, { Action: ["SNS:Publish"] })],
			}),
		],
	},
	{
		title: "The default policy, written out",
		verdict: "pass",
		stack: [
			topic(),
			dead,
			attached(
				policy(
					allow(
						{ AWS: "*" },
						{ Action: ["SNS:Subscribe", "SNS:Publish"], Condition: { StringEquals: { "AWS:SourceOwner": "123456789012" } } },
					),
				),
			),
		],
	},
	{
		title: "A policy for EventBridge, which put the default one aside",
		verdict: "fail",
		property: "policy",
		stack: [topic(), dead, attached(policy(allow({ Service: "events.amazonaws.com" })))],
	},
	{
		title: "A policy that only asks for TLS",
		verdict: "fail",
		property: "policy",
		stack: [topic(), dead, attached(policy(TLS_ONLY))],
	},
	{
		title: "CloudWatch may read the topic's settings, and not publish",
		verdict: "fail",
		property: "policy",
		stack: [topic(), dead, attached(policy(allow({ Service: "cloudwatch.amazonaws.com" }, { Action: "sns:GetTopicAttributes" })))],
	},
	{
		title: "A policy for a topic that no alarm uses",
		verdict: "not-applicable",
		stack: [topic(), queueAlarm(), attached(policy(allow({ Service: "events.amazonaws.com" })))],
	},
	{
		title: "Every account of an organization may publish",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [topic(), dead, attached(policy(allow("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-example" } } })))],
	},
	{
		title: "Only the account itself is named",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [topic(), dead, attached(policy(allow({ AWS: "arn:aws:iam::123456789012:root" }, { Action: "sns:*" })))],
	},
	{
		title: "A policy unknown until deployment",
		verdict: "undetermined",
		property: "policy",
		stack: [topic(), dead, attached(UNKNOWN)],
	},
	{
		title: "A statement about the topic's own ARN, which is unknown until deployment",
		verdict: "undetermined",
		property: "policy",
		forms: ["preview"],
		stack: [topic(), dead, attached(policy({ ...cloudwatch, Resource: ref("oncall") }))],
	},
];
