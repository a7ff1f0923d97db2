import { type Example, resource, UNKNOWN } from "../../engine/example";
import { LogGroup } from "../../facts/resource-types";

const logins = (inputs: Record<string, unknown>) => resource(LogGroup, "logins", { name: "/shop/logins", ...inputs });

export const examples: readonly Example[] = [
	{ title: "Logs kept for three months", verdict: "pass", stack: [logins({ retentionInDays: 90 })] },
	{ title: "Logs of a network's traffic kept for two weeks", verdict: "pass", stack: [logins({ name: "/vpc/flow", retentionInDays: 14 })] },
	{
		title: "Logs kept for a week",
		verdict: "fail",
		property: "retentionInDays",
		stack: [logins({ retentionInDays: 7 })],
	},
	{
		title: "A week is enough if the option allows it",
		verdict: "pass",
		options: { minimumDays: 7 },
		stack: [logins({ retentionInDays: 7 })],
	},
	{
		title: "Logs kept for ten years where a year is the most",
		verdict: "fail",
		property: "retentionInDays",
		options: { maximumDays: 365 },
		stack: [logins({ retentionInDays: 3653, kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" })],
	},
	{
		title: "Days written as text, as a configuration value arrives",
		verdict: "pass",
		stack: [logins({ retentionInDays: "30" })],
	},
	{ title: "No retention, which log-group-expires reports", verdict: "not-applicable", stack: [logins({})] },
	{ title: "A retention of 0, which means never to expire", verdict: "not-applicable", stack: [logins({ retentionInDays: 0 })] },
	{
		title: "A log group of class DELIVERY, which has a fixed retention of two days",
		verdict: "not-applicable",
		stack: [logins({ logGroupClass: "DELIVERY", retentionInDays: 2 })],
	},
	{
		title: "Cheap class, long retention",
		verdict: "pass",
		stack: [logins({ logGroupClass: "INFREQUENT_ACCESS", retentionInDays: 400 })],
	},
	{
		title: "Retention unknown until deployment",
		verdict: "undetermined",
		property: "retentionInDays",
		stack: [logins({ retentionInDays: UNKNOWN })],
	},
	{
		title: "Class unknown until deployment",
		verdict: "undetermined",
		property: "logGroupClass",
		stack: [logins({ logGroupClass: UNKNOWN, retentionInDays: 90 })],
	},
];
