import type { TopicArgs } from "@pulumi/aws/sns/topic";
import type { TopicSubscriptionArgs } from "@pulumi/aws/sns/topicSubscription";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { anyOf, fail, failMissing, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { SNS_SERVICE } from "../../facts/alarms";
import { LambdaFunction, Queue, SlackChannel, TeamsChannel, TopicSubscription } from "../../facts/resource-types";
import { letsAlarmsThrough } from "./filter-policy";
import { mayCall, maySend } from "./permissions";

const SUBSCRIBE = "Make a TopicSubscription on the topic, or name it in a Slack or Teams channel configuration.";
const TAKE_OUT = "Take the filterPolicy out, or filter by what the notice of an alarm holds, such as NewStateValue.";
const BY_BODY = 'Take the filterPolicy out, or set filterPolicyScope to "MessageBody" and filter by what the alarm says.';

/** Whether somebody gets the alarms that a topic of this stack carries. */
export function hasSubscriber(topic: Resource<TopicArgs>, graph: ResourceGraph): Verdict {
	const known = graph.memoize(verdicts);
	const verdict = known.get(topic.urn) ?? subscribed(topic, graph);
	known.set(topic.urn, verdict);
	return verdict;
}

function verdicts(): Map<string, Verdict> {
	return new Map();
}

function subscribed(topic: Resource<TopicArgs>, graph: ResourceGraph): Verdict {
	const chats = [graph.referrers(topic, SlackChannel, "snsTopicArns"), graph.referrers(topic, TeamsChannel, "snsTopicArns")];
	if (chats.some(({ resources }) => resources.length > 0)) return pass();
	const subscriptions = graph.referrers(topic, TopicSubscription, "topic");
	const found = subscriptions.resources.map((each) => hears(each, graph));
	const [undecided] = subscriptions.possible;
	const [chat] = chats.flatMap(({ possible }): readonly Resource[] => possible);
	if (undecided) found.push(undetermined(undecided.read("topic")));
	if (chat) found.push(undetermined(chat.inputs.read("snsTopicArns")));
	return anyOf(found, failMissing(undefined, "has no subscriber in this stack", SUBSCRIBE));
}

/** Whether alarms get through a subscription: they pass its filter, its other end may be reached, and somebody has confirmed it. */
function hears(subscription: Resource<TopicSubscriptionArgs>, graph: ResourceGraph): Verdict {
	const passes = getsAlarms(subscription);
	if (passes.verdict !== "pass") return passes;
	if (subscription.output("pendingConfirmation").flag)
		return notDecidable(
			undefined,
			`nobody had confirmed subscription "${subscription.name}" when Pulumi last looked: confirm it, then run pulumi refresh`,
		);
	return isLetIn(subscription, graph);
}

/** Functions and queues of this stack have to let the topic in. */
function isLetIn(subscription: Resource<TopicSubscriptionArgs>, graph: ResourceGraph): Verdict {
	const protocol = subscription.read("protocol");
	const endpoint = subscription.read("endpoint") as Reading;
	if (protocol.isKnown && !protocol.is("lambda", "sqs")) return pass();
	const functions = graph.follow(subscription, endpoint, LambdaFunction);
	const queues = graph.follow(subscription, endpoint, Queue);
	const said = [
		...functions.resources.map((each) => mayCall(each, SNS_SERVICE, graph)),
		...queues.resources.map((each) => maySend(each, graph)),
	];
	return anyOf(said, functions.state === "unknown" ? undetermined(endpoint) : pass());
}

/** An alarm's notice has no attributes, and in its body what the facts say. */
function getsAlarms(subscription: Resource<TopicSubscriptionArgs>): Verdict {
	const policy = subscription.read("filterPolicy") as Reading;
	if (policy.isAbsent) return pass();
	const scope = subscription.read("filterPolicyScope").or("MessageAttributes");
	if (scope.isUnknown) return undetermined(scope);
	const document = policy.json();
	if (document.isUnknown) return undetermined(policy);
	const isByBody = scope.is("MessageBody");
	const through = letsAlarmsThrough(document, isByBody ? "MessageBody" : "MessageAttributes");
	if (through === "unknown") return undetermined(policy);
	if (through) return pass();
	return isByBody
		? fail(undefined, "has a subscriber whose filterPolicy asks for what no alarm's notice holds", TAKE_OUT)
		: fail(undefined, "has a subscriber whose filterPolicy asks for message attributes, and alarms carry none", BY_BODY);
}
