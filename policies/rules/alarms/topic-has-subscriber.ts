import { stackRule } from "../../engine/rule";
import { Topic } from "../../facts/resource-types";
import { hasSubscriber } from "./subscribers";
import { ifAlarmsUse } from "./topic-alarms";

export const topicHasSubscriber = stackRule({
	id: "topic-has-subscriber",
	title: "Topics that carry alarms have a subscriber",
	checklistItems: ["L72", "L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [Topic],
	why: "A topic without a subscriber takes every alarm and tells nobody. A subscription by e-mail counts only once a person has confirmed it, which no stack can show: that is for an attestation.",
	fix: "Make a TopicSubscription (https, email, sms, lambda or sqs), or name the topic in a Slack or Teams channel configuration.",
	whenNotToUse: "The subscriptions of this topic are made in another stack.",
	references: [
		"SNS, Developer Guide: Creating a subscription to an Amazon SNS topic",
		"SNS, Developer Guide: Subscription filter policies",
	],

	defersTo: ["failed-login-alarm-path"],

	check(topic, { graph }) {
		return ifAlarmsUse(topic, graph, () => hasSubscriber(topic, graph));
	},
});
