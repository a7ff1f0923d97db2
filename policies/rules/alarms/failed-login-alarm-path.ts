import type { ResourceType } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, failMissing, inOtherStack, notApplicable, notDecidable, type Verdict } from "../../engine/verdict";
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
import { mayWatchFailedLogins, type Path, pathsByStart, unknownStart } from "./login-paths";
import { countsFailedLogins, watchesFailedLogins } from "./metrics/login-metrics";
import { displayName } from "./names";

export const failedLoginAlarmPath = stackRule({
	id: "failed-login-alarm-path",
	title: "Failed logins are counted, raise an alarm and notify a subscriber",
	checklistItems: ["L71", "L72", "L74"],
	severity: "high",
	since: "1.0.0",
	resources: [MetricFilter, MetricAlarm],
	why: "There are five links between the log line and the on-call engineer, and each can break unnoticed: if the metric name differs by a letter, the alarm never fires.",
	fix: "Connect log group, metric filter, alarm, topic and subscription: the same metric name and namespace for filter and alarm, the topic in alarmActions, a TopicSubscription on the topic.",
	whenNotToUse: "Another tool reads the authentication logs and raises the alarms.",
	references: [
		{
			title: "CloudWatch Logs, User Guide: Filter pattern syntax for metric filters",
			url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html",
		},
		{
			title: "CloudWatch, API Reference: PutMetricAlarm",
			url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
		},
		{ title: "Scalekit: Auth logs", url: "https://docs.scalekit.com/guides/dashboard/auth-logs/" },
	],

	check(resource, { graph }) {
		const counts = resource.is(MetricFilter)
			? countsFailedLogins(resource)
			: resource.is(MetricAlarm)
				? watchesFailedLogins(resource)
				: false;
		if (counts === false) return notApplicable("does not count failed logins");
		if (counts !== true) return counts;
		const path = graph.memoize(pathsByStart).get(resource.urn);
		return path ? verdictOn(path) : notApplicable("evaluated via its metric filter");
	},

	mayReport: (resource, { graph }) => !resource.is(MetricAlarm) || mayWatchFailedLogins(resource, graph),

	checkStack({ graph, project }) {
		const answers = [...graph.all(MetricFilter).map(countsFailedLogins), ...graph.all(MetricAlarm).map(watchesFailedLogins)];
		if (answers.includes(true)) return [];
		const unknown = graph.memoize(unknownStart);
		if (unknown) return unknown;
		if (graph.has(LogSubscriptionFilter))
			return notDecidable(
				undefined,
				"its logs are forwarded by a subscription filter; infrastructure does not show whether failed logins are counted there",
			);
		if (project.hasComponent("monitoring"))
			return {
				...failMissing(
					undefined,
					"is declared to contain the monitoring, but nothing in it counts failed logins",
					"Create a metric filter on the authentication log, an alarm on its metric and a topic with a subscriber.",
				),
				references: { capability: "monitoring" },
			};
		return graph.has(...LOGIN_RELATED)
			? inOtherStack("failed logins may be counted in another stack")
			: notApplicable("contains no logs, alarms or workloads that this rule evaluates");
	},
});

/** Resources that process, log or monitor logins. */
const LOGIN_RELATED: readonly ResourceType[] = [
	...[LogGroup, MetricAlarm, MetricFilter, Topic],
	...[TaskDefinition, EcsService, LambdaFunction, AppRunnerService, Ec2Instance, LaunchTemplate],
	...[LoadBalancer, Distribution, HttpApi, RestApi],
];

/** The verdict on the first resource of a path, for any end of the path. */
function verdictOn({ start, at, verdict, through = [] }: Path): Verdict {
	const isAtStart = at.urn === start.urn;
	if (verdict.verdict === "fail") {
		const message = `counts failed logins, but ${isAtStart ? "" : `${displayName(at)} `}${verdict.message}`;
		const failed = { ...fail(isAtStart ? verdict.property : undefined, message, verdict.fix), causes: [at.urn] };
		const { missing, references } = verdict;
		return missing ? { ...failed, missing, references: { ...references, urns: [...through.map(({ urn }) => urn), at.urn] } } : failed;
	}
	if (verdict.verdict !== "undetermined" || isAtStart) return verdict;
	const { property: _, ...rest } = verdict;
	return { ...rest, message: `${displayName(at)}: ${verdict.message}` };
}
