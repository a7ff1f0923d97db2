import { stackRule } from "../../engine/rule";
import { notApplicable, unknown } from "../../engine/verdict";
import { CompositeAlarm, MetricAlarm } from "../../facts/kinds";
import { leftToFailedLoginPath } from "./login-paths";
import { hasAction, listensToAlarms } from "./notice";
import { userOf } from "./users";

export const alarmHasAction = stackRule({
	id: "alarm-has-action",
	title: "Alarms do something when they ring",
	lines: ["L72", "L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [MetricAlarm, CompositeAlarm],
	why: "An alarm without an action turns red on a page that nobody looks at.",
	fix: "Set alarmActions to a topic that somebody subscribes to, and leave actionsEnabled on.",
	whenNotToUse: "Something outside of AWS reads the states of alarms and tells people.",
	references: ["CloudWatch, User Guide: Alarm actions", "CloudWatch, API reference: PutMetricAlarm"],
	peers: { checkov: ["CKV_AWS_319"], "cdk-nag": ["CloudWatchAlarmAction"], securityHub: ["CloudWatch.15", "CloudWatch.17"] },

	check(alarm, { graph }) {
		const acts = hasAction(alarm, graph);
		if (acts.verdict === "pass") return acts;
		const user = userOf(alarm, graph);
		if (user?.used === "yes") return notApplicable("another resource of this stack acts on it");
		if (acts.verdict !== "fail") return acts;
		if (user) return unknown(user.open);
		return leftToFailedLoginPath(alarm, graph) ?? listensToAlarms(graph) ?? acts;
	},
});
