import { type Example, resource, UNKNOWN } from "../../engine/example";
import { LogGroup } from "../../facts/resource-types";

export const examples: readonly Example[] = [
	{
		title: "Logs that expire after a year",
		verdict: "pass",
		stack: [resource(LogGroup, "logins", { name: "/shop/logins", retentionInDays: 365 })],
	},
	{
		title: "No retention at all",
		verdict: "fail",
		property: "retentionInDays",
		stack: [resource(LogGroup, "logins", {})],
	},
	{
		title: "A retention of 0, which the provider takes for never",
		verdict: "fail",
		property: "retentionInDays",
		stack: [resource(LogGroup, "logins", { name: "/shop/logins", retentionInDays: 0 })],
	},
	{
		title: "A log group that outlives its stack still has to expire its logs",
		verdict: "fail",
		property: "retentionInDays",
		stack: [resource(LogGroup, "logins", { name: "/shop/logins", skipDestroy: true })],
	},
	{
		title: "A log group of class DELIVERY, which has a fixed retention of two days",
		verdict: "not-applicable",
		stack: [resource(LogGroup, "delivery", { logGroupClass: "DELIVERY" })],
	},
	{
		title: "Retention unknown until deployment",
		verdict: "undetermined",
		property: "retentionInDays",
		stack: [resource(LogGroup, "logins", { retentionInDays: UNKNOWN })],
	},
	{
		title: "Class unknown until deployment",
		verdict: "undetermined",
		property: "logGroupClass",
		stack: [resource(LogGroup, "logins", { logGroupClass: UNKNOWN })],
	},
];
