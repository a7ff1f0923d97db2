import type { ResourceType } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, failMissing, inOtherStack, notApplicable, notDecidable, undetermined, type Verdict } from "../../engine/verdict";
import {
	AppRunnerService,
	Distribution,
	Ec2Instance,
	EcsService,
	HttpApi,
	LambdaFunction,
	LaunchTemplate,
	LoadBalancer,
	LogGroup,
	LogSubscriptionFilter,
	MetricAlarm,
	MetricFilter,
	RestApi,
	TaskDefinition,
	Topic,
} from "../../facts/resource-types";
import { countsFailedLogins, watchesFailedLogins } from "./login-metrics";
import { mayCount, type Path, pathsByStart, startNotSeen } from "./login-paths";
import { called } from "./names";

export const failedLoginAlarmPath = stackRule({
	id: "failed-login-alarm-path",
	title: "Failed logins are counted, raise an alarm and reach somebody",
	checklistItems: ["L71", "L72", "L74"],
	severity: "high",
	since: "1.0.0",
	resources: [MetricFilter, MetricAlarm],
	why: "From the log line to the person on call there are five links, each of which breaks without a sound: a metric name that differs by a letter is an alarm that never rings.",
	fix: "Connect log group, metric filter, alarm, topic and subscription: one metric name and namespace for filter and alarm, the topic in alarmActions, a TopicSubscription on the topic.",
	whenNotToUse: "Another tool reads the authentication logs and raises the alarm there.",
	references: [
		"CloudWatch Logs, User Guide: Filter pattern syntax for metric filters",
		"CloudWatch, API reference: PutMetricAlarm",
		"Scalekit documentation: Auth logs",
	],

	check(resource, { graph }) {
		const told = resource.is(MetricFilter)
			? countsFailedLogins(resource)
			: resource.is(MetricAlarm)
				? watchesFailedLogins(resource)
				: false;
		if (told === false) return notApplicable("does not count failed logins");
		if (told !== true) return undetermined(told);
		const path = graph.memoize(pathsByStart).get(resource.urn);
		return path ? verdictOn(path) : notApplicable("is followed from its metric filter on");
	},

	mayReport: (resource, { graph }) => !resource.is(MetricAlarm) || mayCount(resource, graph),

	checkStack({ graph, project }) {
		const starts = [...graph.all(MetricFilter).map(countsFailedLogins), ...graph.all(MetricAlarm).map(watchesFailedLogins)];
		if (starts.includes(true)) return [];
		const open = graph.memoize(startNotSeen);
		if (open) return open;
		if (graph.has(LogSubscriptionFilter))
			return notDecidable(undefined, "its logs are sent on: whether failed logins are counted there is for a person to say");
		if (project.hasComponent("monitoring"))
			return {
				...failMissing(
					undefined,
					"holds the monitoring, but nothing in it counts failed logins",
					"Make a metric filter on the authentication log, an alarm on its metric and a topic that somebody subscribes to.",
				),
				references: { capability: "monitoring" },
			};
		return graph.has(...WITH_LOGINS)
			? inOtherStack("failed logins may be counted in another stack")
			: notApplicable("shows neither logs nor alarms, nor a workload that this rule knows");
	},
});

/** Where logins happen, are logged or are watched. */
const WITH_LOGINS: readonly ResourceType[] = [
	...[LogGroup, MetricAlarm, MetricFilter, Topic],
	...[TaskDefinition, EcsService, LambdaFunction, AppRunnerService, Ec2Instance, LaunchTemplate],
	...[LoadBalancer, Distribution, HttpApi, RestApi],
];

/** The verdict on the first resource of a path, wherever the path ends. */
function verdictOn({ start, at, verdict, through = [] }: Path): Verdict {
	const isAtStart = at.urn === start.urn;
	if (verdict.verdict === "fail") {
		const message = `counts failed logins, but ${isAtStart ? "" : `${called(at)} `}${verdict.message}`;
		const failed = { ...fail(isAtStart ? verdict.property : undefined, message, verdict.fix), causes: [at.urn] };
		const { missing, references } = verdict;
		return missing ? { ...failed, missing, references: { ...references, urns: [...through.map(({ urn }) => urn), at.urn] } } : failed;
	}
	if (verdict.verdict !== "undetermined" || isAtStart) return verdict;
	const { property: _, ...rest } = verdict;
	return { ...rest, message: `${called(at)}: ${verdict.message}` };
}
