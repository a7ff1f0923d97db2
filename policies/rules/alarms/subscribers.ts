import type { TopicArgs } from "@pulumi/aws/sns/topic";
import type { TopicSubscriptionArgs } from "@pulumi/aws/sns/topicSubscription";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { anyOf, fail, pass, unknown, type Verdict } from "../../engine/verdict";
import { SlackChannel, TeamsChannel, TopicSubscription } from "../../facts/kinds";

const SUBSCRIBE = "Make a TopicSubscription on the topic, or name it in a Slack or Teams channel configuration.";
const BY_BODY = 'Take the filterPolicy out, or set filterPolicyScope to "MessageBody" and filter by what the alarm says.';

/** Whether somebody gets the alarms that a topic of this stack carries. */
export function hasSubscriber(topic: Resource<TopicArgs>, graph: ResourceGraph): Verdict {
	const chats = [graph.referrers(topic, SlackChannel, "snsTopicArns"), graph.referrers(topic, TeamsChannel, "snsTopicArns")];
	const subscriptions = graph.referrers(topic, TopicSubscription, "topic");
	const verdicts = [
		...chats.flatMap(({ resources }) => resources.map(() => pass())),
		...subscriptions.resources.map(getsAlarms),
		...subscriptions.undecided.map((each) => unknown(each.read("topic"))),
		...chats.flatMap(({ undecided }) => undecided.map((each) => unknown(each.inputs.read("snsTopicArns")))),
	];
	return anyOf(verdicts, fail(undefined, "has no subscriber in this stack", SUBSCRIBE));
}

/** An alarm's message has no attributes, so that a filter policy on attributes lets none through. */
function getsAlarms(subscription: Resource<TopicSubscriptionArgs>): Verdict {
	const policy = subscription.read("filterPolicy") as Reading;
	if (policy.isAbsent) return pass();
	const scope = subscription.read("filterPolicyScope").or("MessageAttributes");
	if (scope.isUnknown) return unknown(scope);
	if (scope.is("MessageBody")) return pass();
	if (policy.isUnknown) return unknown(policy);
	const conditions = policy.json().entries;
	if (conditions.every(([, alternatives]) => acceptsAbsence(alternatives))) return pass();
	return fail(undefined, "has a subscriber whose filterPolicy asks for message attributes, and alarms carry none", BY_BODY);
}

function acceptsAbsence(alternatives: Reading): boolean {
	return alternatives.isUnknown || alternatives.items.some((each) => each.isUnknown || each.read("exists").is(false));
}
