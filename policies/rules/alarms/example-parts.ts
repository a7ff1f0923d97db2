import { FAILED_LOGIN } from "../../../signals/failed-login";
import { type ExampleResource, interpolate, ref, resource } from "../../engine/example";
import { CompositeAlarm, LogGroup, MetricAlarm, MetricFilter, Topic, TopicSubscription } from "../../facts/resource-types";

/** The resources between a failed login and a subscriber, from which the examples of this category are composed. */

type Inputs = Record<string, unknown>;

export const group = (inputs: Inputs = {}) => resource(LogGroup, "logins", { name: "/shop/auth", retentionInDays: 90, ...inputs });

export const filter = (inputs: Inputs = {}, transformation: Inputs = {}) =>
	resource(MetricFilter, "failedLogins", {
		logGroupName: "/shop/auth",
		pattern: FAILED_LOGIN.pattern,
		metricTransformation: { name: FAILED_LOGIN.metricName, namespace: FAILED_LOGIN.namespace, value: "1", ...transformation },
		...inputs,
	});

/** An alarm on the filter's metric. */
export const alarm = (inputs: Inputs = {}, name = "loginsFail") =>
	resource(MetricAlarm, name, {
		metricName: FAILED_LOGIN.metricName,
		namespace: FAILED_LOGIN.namespace,
		statistic: "Sum",
		period: 300,
		evaluationPeriods: 3,
		threshold: 20,
		comparisonOperator: "GreaterThanOrEqualToThreshold",
		treatMissingData: "notBreaching",
		alarmActions: [ref("oncall")],
		...inputs,
	});

export const topic = (inputs: Inputs = {}) => resource(Topic, "oncall", { displayName: "On call", ...inputs });

export const subscription = (inputs: Inputs = {}) =>
	resource(TopicSubscription, "pager", {
		topic: ref("oncall"),
		protocol: "https",
		endpoint: "https://events.pagerduty.com/integration/0000000000000000example/enqueue",
		endpointAutoConfirms: true,
		...inputs,
	});

/** A composite alarm over the alarm. */
export const composite = (inputs: Inputs = {}) =>
	resource(CompositeAlarm, "attack", {
		alarmName: "attack",
		alarmRule: interpolate('ALARM("', ref("loginsFail", "name"), '") AND ALARM("signups-burst")'),
		...inputs,
	});

/** An alarm that is not related to logins. */
export const queueAlarm = (inputs: Inputs = {}) =>
	resource(MetricAlarm, "deadLetters", {
		metricName: "ApproximateNumberOfMessagesVisible",
		namespace: "AWS/SQS",
		dimensions: { QueueName: "webhooks-dead" },
		statistic: "Maximum",
		period: 60,
		evaluationPeriods: 1,
		threshold: 0,
		comparisonOperator: "GreaterThanThreshold",
		...inputs,
	});

export const without = (given: ExampleResource, ...properties: readonly string[]): ExampleResource => ({
	...given,
	inputs: Object.fromEntries(Object.entries(given.inputs).filter(([name]) => !properties.includes(name))),
});
