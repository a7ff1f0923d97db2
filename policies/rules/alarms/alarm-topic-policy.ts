import type { Reading } from "../../engine/reading";
import { stackRule } from "../../engine/rule";
import { fail, notDecidable, pass, undetermined, undeterminedDocument } from "../../engine/verdict";
import { CLOUDWATCH_SERVICE } from "../../facts/alarms";
import { Topic, TopicPolicy } from "../../facts/resource-types";
import { best, grants } from "./policy-grants";
import { ifAlarmsUse } from "./topic-alarms";

export const alarmTopicPolicy = stackRule({
	id: "alarm-topic-policy",
	title: "Topics that carry alarms let CloudWatch publish to them",
	checklistItems: ["L72", "L74"],
	severity: "high",
	since: "1.0.0",
	resources: [Topic],
	why: "A topic policy of one's own replaces the default one that lets alarms in. CloudWatch is turned away then, and only the alarm's history says so.",
	fix: "Add a statement to the topic's policy that allows cloudwatch.amazonaws.com to sns:Publish, with aws:SourceAccount as its condition.",
	whenNotToUse: "The policy lets alarms in by a condition that this rule does not understand.",
	references: [
		"SNS, Developer Guide: Example cases for Amazon SNS access control",
		"AWS re:Post: Why didn't I receive an SNS notification for my CloudWatch alarm trigger?",
	],

	check(topic, { graph }) {
		return ifAlarmsUse(topic, graph, () => {
			const separate = graph.referrers(topic, TopicPolicy, "arn");
			const policies = [topic.read("policy") as Reading, ...separate.resources.map((each) => each.read("policy") as Reading)];
			const given = policies.filter((policy) => !policy.isAbsent);
			const [undecided] = separate.possible;
			if (given.length === 0) return undecided ? undetermined(undecided.read("arn")) : pass();
			const grant = best(given.map((policy) => grants(policy, CLOUDWATCH_SERVICE, ["sns:Publish"], "perhaps")));
			if (grant === "yes") return pass();
			const [policy] = given as [Reading, ...Reading[]];
			if (grant === "unknown") return undeterminedDocument(given.find((each) => each.hasUnknown) ?? policy);
			if (undecided) return undetermined(undecided.read("arn"));
			if (grant === "perhaps") return notDecidable(undefined, "whether its policy lets CloudWatch publish is for a person to say");
			return fail("policy", "has a policy that does not let CloudWatch publish alarms to it");
		});
	},
});
