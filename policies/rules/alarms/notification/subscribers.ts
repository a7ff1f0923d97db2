import type { TopicArgs } from "@pulumi/aws/sns/topic";
import type { TopicSubscriptionArgs } from "@pulumi/aws/sns/topicSubscription";
import { isUndetermined } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import { anyOf, fail, failMissing, notDecidable, pass, undetermined, type Verdict } from "../../../engine/verdict";
import { SNS_SERVICE } from "../../../facts/alarms";
import { LambdaFunction, Queue, SlackChannel, TeamsChannel, TopicSubscription } from "../../../facts/resource-types";
import { matchesAlarms } from "./filter-policy";
import { mayInvoke, maySend } from "./permissions";

const SUBSCRIBE = "Add a TopicSubscription to the topic, or reference the topic in a Slack or Teams channel configuration.";
const FIX_BODY_FILTER = "Remove filterPolicy, or filter by properties of alarm notifications, such as NewStateValue.";
const FIX_ATTRIBUTE_FILTER =
	'Remove filterPolicy, or set filterPolicyScope to "MessageBody" and filter by properties of alarm notifications.';

/** Passes if a topic of the stack delivers alarm notifications to a subscriber. */
export function hasSubscriber(topic: Resource<TopicArgs>, graph: ResourceGraph): Verdict {
	return graph.memoize(findSubscriber, topic);
}

function findSubscriber(graph: ResourceGraph, topic: Resource<TopicArgs>): Verdict {
	const chats = [graph.referrers(topic, SlackChannel, "snsTopicArns"), graph.referrers(topic, TeamsChannel, "snsTopicArns")];
	if (chats.some(({ resources }) => resources.length > 0)) return pass();
	const subscriptions = graph.referrers(topic, TopicSubscription, "topic");
	const verdicts = subscriptions.resources.map((each) => receivesAlarms(each, graph));
	const [possible] = subscriptions.possible;
	const [chat] = chats.flatMap(({ possible }): readonly Resource[] => possible);
	if (possible) verdicts.push(undetermined(possible.read("topic")));
	if (chat) verdicts.push(undetermined(chat.inputs.read("snsTopicArns")));
	return anyOf(verdicts, failMissing(undefined, "has no subscriber in this stack", SUBSCRIBE));
}

/** Passes if a subscription receives alarms: its filter policy matches them, it is confirmed, and its endpoint accepts them. */
function receivesAlarms(subscription: Resource<TopicSubscriptionArgs>, graph: ResourceGraph): Verdict {
	const passes = passesFilter(subscription);
	if (passes.verdict !== "pass") return passes;
	if (subscription.output("pendingConfirmation").flag)
		return notDecidable(
			undefined,
			`subscription "${subscription.name}" was unconfirmed at the last deployment or refresh: confirm it, then run pulumi refresh`,
		);
	return acceptsTopic(subscription, graph);
}

/** Functions and queues need a policy that allows the topic. */
function acceptsTopic(subscription: Resource<TopicSubscriptionArgs>, graph: ResourceGraph): Verdict {
	const protocol = subscription.read("protocol");
	const endpoint = subscription.read("endpoint") as Reading;
	if (protocol.isKnown && !protocol.is("lambda", "sqs")) return pass();
	const functions = graph.follow(subscription, endpoint, LambdaFunction);
	const queues = graph.follow(subscription, endpoint, Queue);
	const verdicts = [
		...functions.resources.map((each) => mayInvoke(each, SNS_SERVICE, graph)),
		...queues.resources.map((each) => maySend(each, graph)),
	];
	return anyOf(verdicts, functions.state === "unknown" ? undetermined(endpoint) : pass());
}

/** Alarm notifications have no message attributes; facts/alarm-message.ts lists the properties of their body. */
function passesFilter(subscription: Resource<TopicSubscriptionArgs>): Verdict {
	const policy = subscription.read("filterPolicy") as Reading;
	if (policy.isAbsent) return pass();
	const scope = subscription.read("filterPolicyScope").or("MessageAttributes");
	if (scope.isUnknown) return undetermined(scope);
	const document = policy.json();
	if (document.isUnknown) return undetermined(policy);
	const isByBody = scope.is("MessageBody");
	const matches = matchesAlarms(document, isByBody ? "MessageBody" : "MessageAttributes");
	if (isUndetermined(matches)) return undetermined(policy);
	if (matches) return pass();
	return isByBody
		? fail(undefined, "has a subscriber whose filterPolicy matches no alarm notification", FIX_BODY_FILTER)
		: fail(undefined, "has a subscriber whose filterPolicy requires message attributes, which alarms do not have", FIX_ATTRIBUTE_FILTER);
}
