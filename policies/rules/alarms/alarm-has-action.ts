import { stackRule } from "../../engine/rule";
import { notApplicable, undetermined } from "../../engine/verdict";
import { CompositeAlarm, MetricAlarm } from "../../facts/resource-types";
import { hasAction, listensToAlarms } from "./notice";
import { userOf } from "./users";

export const alarmHasAction = stackRule({
	id: "alarm-has-action",
	title: "Alarms do something when they ring",
	checklistItems: ["L72", "L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [MetricAlarm, CompositeAlarm],
	why: "An alarm without an action turns red on a page that nobody looks at.",
	fix: "Set alarmActions to a topic that somebody subscribes to, and leave actionsEnabled on.",
	whenNotToUse: "Something outside of AWS reads the states of alarms and tells people.",
	references: ["CloudWatch, User Guide: Alarm actions", "CloudWatch, API reference: PutMetricAlarm"],
	relatedRules: { checkov: ["CKV_AWS_319"], "cdk-nag": ["CloudWatchAlarmAction"], securityHub: ["CloudWatch.15", "CloudWatch.17"] },

	defersTo: ["failed-login-alarm-path"],

	check(alarm, { graph }) {
		const acts = hasAction(alarm, graph);
		if (acts.verdict === "pass") return acts;
		const user = userOf(alarm, graph);
		if (user?.used === "yes") return notApplicable("another resource of this stack acts on it");
		if (acts.verdict !== "fail") return acts;
		if (user) return undetermined(user.open);
		return listensToAlarms(graph) ?? acts;
	},
});
