import { stackRule } from "../../engine/rule";
import { Topic } from "../../facts/resource-types";
import { hasSubscriber } from "./notification/subscribers";
import { ifAlarmsUse } from "./notification/topic-alarms";

export const topicHasSubscriber = stackRule({
	id: "topic-has-subscriber",
	title: "Alarm topics have a subscriber",
	checklistItems: ["L72", "L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [Topic],
	why: "A topic without a subscriber accepts every alarm and notifies no one. An e-mail subscription takes effect only after confirmation, which a stack does not show and an attestation covers.",
	fix: "Add a TopicSubscription (https, email, sms, lambda or sqs), or reference the topic in a Slack or Teams channel configuration.",
	whenNotToUse: "The subscriptions of this topic are created in another stack.",
	references: [
		{
			title: "SNS, Developer Guide: Creating a subscription to an Amazon SNS topic",
			url: "https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html",
		},
		{
			title: "SNS, Developer Guide: Subscription filter policies",
			url: "https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html",
		},
	],
	defersTo: ["failed-login-alarm-path"],

	check(topic, { graph }) {
		return ifAlarmsUse(topic, graph, () => hasSubscriber(topic, graph));
	},
});
