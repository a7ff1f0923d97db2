import { isUndetermined } from "../../engine/answer";
import type { Reading } from "../../engine/reading";
import { stackRule } from "../../engine/rule";
import { fail, notDecidable, pass, undetermined } from "../../engine/verdict";
import { CLOUDWATCH_SERVICE } from "../../facts/alarms";
import { Topic, TopicPolicy } from "../../facts/resource-types";
import { grants, oneGrants } from "./notification/policy-grants";
import { ifAlarmsUse } from "./notification/topic-alarms";

export const alarmTopicPolicy = stackRule({
	id: "alarm-topic-policy",
	title: "Alarm topics allow CloudWatch to publish",
	checklistItems: ["L72", "L74"],
	severity: "high",
	since: "1.0.0",
	resources: [Topic],
	why: "A custom topic policy replaces the default policy, which allows alarms of the account. CloudWatch is then denied, and only the alarm's history shows it.",
	fix: "Add a statement to the topic's policy that allows cloudwatch.amazonaws.com to perform sns:Publish, with aws:SourceAccount as its condition.",
	whenNotToUse: "The policy allows alarms by a condition that this rule does not evaluate.",
	references: [
		{
			title: "SNS, Developer Guide: Example cases for Amazon SNS access control",
			url: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
		},
		{
			title: "AWS re:Post: Why didn't I receive an SNS notification for my CloudWatch alarm trigger?",
			url: "https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger",
		},
	],

	check(topic, { graph }) {
		return ifAlarmsUse(topic, graph, () => {
			const separate = graph.referrers(topic, TopicPolicy, "arn");
			const policies = [topic.read("policy") as Reading, ...separate.resources.map((each) => each.read("policy") as Reading)].filter(
				(policy) => !policy.isAbsent,
			);
			const [possible] = separate.possible;
			if (policies.length === 0) return possible ? undetermined(possible.read("arn")) : pass();
			const granted = oneGrants(policies.map((policy) => grants(policy, CLOUDWATCH_SERVICE, ["sns:Publish"], "unclear")));
			if (granted === true) return pass();
			if (isUndetermined(granted) && granted.reason !== "not-decidable") return granted;
			if (possible) return undetermined(possible.read("arn"));
			return granted
				? notDecidable(undefined, "its policy has conditions or principals that cannot be evaluated here; send a test alarm to verify it")
				: fail("policy", "has a policy that does not allow CloudWatch to publish alarms");
		});
	},
});
