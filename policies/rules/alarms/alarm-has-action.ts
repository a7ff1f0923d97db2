import { stackRule } from "../../engine/rule";
import { notApplicable, undetermined } from "../../engine/verdict";
import { CompositeAlarm, MetricAlarm } from "../../facts/resource-types";
import { actsOn } from "./notification/alarm-references";
import { alarmEventListener, hasAction } from "./notification/notification-path";

export const alarmHasAction = stackRule({
	id: "alarm-has-action",
	title: "Alarms have an action for the ALARM state",
	checklistItems: ["L72", "L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [MetricAlarm, CompositeAlarm],
	why: "An alarm without an action changes its state in the console and notifies no one.",
	fix: "Set alarmActions to a topic with a subscriber, and do not disable actionsEnabled.",
	whenNotToUse: "A tool outside AWS polls alarm states and sends the notifications.",
	references: [
		{
			title: "CloudWatch, User Guide: Alarm actions",
			url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html",
		},
		{
			title: "CloudWatch, API Reference: PutMetricAlarm",
			url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
		},
	],
	relatedRules: { checkov: ["CKV_AWS_319"], "cdk-nag": ["CloudWatchAlarmAction"], securityHub: ["CloudWatch.15", "CloudWatch.17"] },
	defersTo: ["failed-login-alarm-path"],

	check(alarm, { graph }) {
		const verdict = hasAction(alarm, graph);
		if (verdict.verdict === "pass") return verdict;
		const isUsed = actsOn(alarm, graph);
		if (isUsed === true) return notApplicable("another resource of this stack acts on it");
		if (verdict.verdict !== "fail") return verdict;
		return isUsed ? undetermined(isUsed) : (alarmEventListener(graph) ?? verdict);
	},
});
