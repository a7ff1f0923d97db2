import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../parts/component-context";
import type { AlarmId } from "./ids";
import { isExpression, type MetricQuery, type Period, seriesOf } from "./metric-query";
import type { Series } from "./series";
import { type AlarmText, type Specification, validateSpecification } from "./specification";

const OPERATOR = {
	"at or above": "GreaterThanOrEqualToThreshold",
	above: "GreaterThanThreshold",
	below: "LessThanThreshold",
} as const satisfies Readonly<Record<Specification["comparison"], string>>;

/** Creates all alarms of a deployment, each with actions, a description and a runbook link. */
export class AlarmFactory {
	/**
	 * @param notifyTopicArn topic of the alarms' actions
	 * @param runbook URL of an alarm's runbook section
	 */
	constructor(
		private readonly context: ComponentContext,
		private readonly notifyTopicArn: pulumi.Output<string>,
		private readonly runbook: (id: AlarmId) => pulumi.Input<string>,
	) {}

	/** @throws Error if the specification is invalid */
	make(id: AlarmId, text: AlarmText, specification: Specification): cloudwatch.MetricAlarm {
		const { query, period, comparison, threshold, datapointsToAlarm, evaluationPeriods, missingData } = specification;
		validateSpecification(
			id,
			specification,
			seriesOf(query).some(({ cumulative }) => cumulative),
		);
		return new cloudwatch.MetricAlarm(
			`${this.context.name}-${id}`,
			{
				name: this.context.names.alarm(id),
				alarmDescription: descriptionOf(text, this.runbook(id)),
				...queryArgs(query, period),
				comparisonOperator: OPERATOR[comparison],
				threshold,
				evaluationPeriods: evaluationPeriods,
				datapointsToAlarm: datapointsToAlarm,
				treatMissingData: missingData.treatment,
				...(missingData.treatment === "breaching" ? { warmUpConfiguration: warmUp(missingData.warmUpMinutes) } : {}),
				alarmActions: [this.notifyTopicArn],
				okActions: [this.notifyTopicArn],
				...this.context.regionalTagged,
			},
			this.context.childOptions,
		);
	}
}

/** The alarm description, as shown in notifications. */
export function descriptionOf({ severity, meaning }: AlarmText, runbook: pulumi.Input<string>): pulumi.Output<string> {
	return pulumi.interpolate`Severity: ${severity}. ${meaning} Runbook: ${runbook}`;
}

function warmUp(minutes: number): cloudwatch.MetricAlarmArgs["warmUpConfiguration"] {
	return { warmUpPeriodDurationInMinutes: minutes, onlyStartEvaluatingAfterWarmUpPeriodEnds: true };
}

type QueryArgs = Partial<cloudwatch.MetricAlarmArgs>;

function queryArgs(query: MetricQuery, period: Period): QueryArgs {
	if (!isExpression(query)) {
		const { namespace, metricName, dimensions, statistic } = query;
		return { namespace, metricName, dimensions: { ...dimensions }, statistic, period };
	}
	return {
		metricQueries: [
			{ id: "result", expression: query.expression, label: query.label, returnData: true },
			...Object.entries(query.series).map(([id, series]) => ({ id, metric: metricOf(series, period), returnData: false })),
		],
	};
}

function metricOf({ namespace, metricName, dimensions, statistic }: Series, period: Period) {
	return { namespace, metricName, dimensions: { ...dimensions }, stat: statistic, period };
}
