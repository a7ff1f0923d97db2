import { type Example, ref, resource, UNKNOWN } from "../../engine/example";
import { AppConfigEnvironment, CompositeAlarm, EcsService, EventRule } from "../../facts/resource-types";
import { alarm, composite, filter, queueAlarm, subscription, topic, without } from "./example-parts";

const silent = without(alarm({ metricName: "SignupRate", namespace: "Shop" }), "alarmActions");

export const examples: readonly Example[] = [
	{ title: "An alarm with a topic as its action", verdict: "pass", stack: [queueAlarm({ alarmActions: [ref("oncall")] }), topic()] },
	{
		title: "An alarm that scales a service",
		verdict: "pass",
		stack: [
			queueAlarm({
				alarmActions: ["arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:0-0:resource/ecs/service/shop/web:policyName/out"],
			}),
		],
	},
	{ title: "No action", verdict: "fail", property: "alarmActions", stack: [queueAlarm()] },
	{ title: "An empty list of actions", verdict: "fail", property: "alarmActions", stack: [queueAlarm({ alarmActions: [] })] },
	{
		title: "A topic in another Region, which CloudWatch refuses",
		verdict: "fail",
		property: "alarmActions[0]",
		stack: [queueAlarm({ alarmActions: [ref("oncall")], region: "us-east-1" }), topic({ region: "eu-west-1" })],
	},
	{
		title: "The ARN of a topic in another Region",
		verdict: "fail",
		property: "okActions[0]",
		stack: [
			queueAlarm({
				alarmActions: ["arn:aws:sns:us-east-1:123456789012:oncall"],
				okActions: ["arn:aws:sns:eu-west-1:123456789012:oncall"],
				region: "us-east-1",
			}),
		],
	},
	{
		title: "An action for the state OK only",
		verdict: "fail",
		property: "alarmActions",
		stack: [queueAlarm({ okActions: [ref("oncall")], insufficientDataActions: [ref("oncall")] }), topic()],
	},
	{
		title: "Actions switched off",
		verdict: "fail",
		property: "actionsEnabled",
		stack: [queueAlarm({ actionsEnabled: false, alarmActions: [ref("oncall")] }), topic()],
	},
	{
		title: "A child of a composite alarm",
		verdict: "not-applicable",
		stack: [silent, composite({ alarmActions: [ref("oncall")] }), topic()],
	},
	{
		title: "A composite alarm that names the alarm by its given name",
		verdict: "not-applicable",
		stack: [
			{ ...silent, inputs: { ...silent.inputs, name: "signup rate" } },
			resource(CompositeAlarm, "any", {
				alarmName: "any",
				alarmRule: 'ALARM("signup rate") OR ALARM(other)',
				alarmActions: [ref("oncall")],
			}),
			topic(),
		],
	},
	{
		title: "A composite alarm of an alarm with a longer name",
		verdict: "fail",
		property: "alarmActions",
		stack: [
			{ ...silent, inputs: { ...silent.inputs, name: "signup-rate" } },
			resource(CompositeAlarm, "any", { alarmName: "any", alarmRule: "ALARM(signup-rate-eu)", alarmActions: [ref("oncall")] }),
			topic(),
		],
	},
	{
		title: "A composite alarm without an action",
		verdict: "fail",
		property: "alarmActions",
		subject: "attack",
		stack: [composite(), silent],
	},
	{
		title: "An alarm that rolls a deployment back",
		verdict: "not-applicable",
		stack: [silent, resource(EcsService, "web", { alarms: { alarmNames: [ref("loginsFail", "name")], enable: true, rollback: true } })],
	},
	{
		title: "An alarm that rolls a feature flag back",
		verdict: "not-applicable",
		stack: [silent, resource(AppConfigEnvironment, "prod", { applicationId: "a1", monitors: [{ alarmArn: ref("loginsFail") }] })],
	},
	{
		title: "A failed-login alarm without an action, which failed-login-alarm-path reports",
		verdict: "not-applicable",
		subject: "loginsFail",
		stack: [filter(), without(alarm(), "alarmActions")],
	},
	{
		title: "A second failed-login alarm without an action, besides one that notifies a subscriber",
		verdict: "fail",
		property: "alarmActions",
		subject: "second",
		stack: [filter(), alarm(), topic(), subscription(), without(alarm({}, "second"), "alarmActions")],
	},
	{
		title: "An event rule listens to alarms",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [queueAlarm(), resource(EventRule, "alarms", { eventPattern: '{"source":["aws.cloudwatch"]}' })],
	},
	{
		title: "Switched on or off, which is unknown until deployment",
		verdict: "undetermined",
		property: "actionsEnabled",
		stack: [queueAlarm({ actionsEnabled: UNKNOWN, alarmActions: [ref("oncall")] }), topic()],
	},
	{
		title: "A composite alarm whose rule is unknown until deployment",
		verdict: "undetermined",
		property: "alarmRule",
		stack: [queueAlarm(), resource(CompositeAlarm, "any", { alarmName: "any", alarmRule: UNKNOWN })],
	},
];
