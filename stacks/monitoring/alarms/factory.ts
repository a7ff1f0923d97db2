import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { Place } from "../parts/place";
import type { AlarmId } from "./ids";
import type { Series } from "./series";
import { type AlarmText, assertSound, type Specification } from "./specification";
import { isExpression, type Period, seriesOf, type Watch } from "./watch";

const OPERATOR = {
	"at or above": "GreaterThanOrEqualToThreshold",
	above: "GreaterThanThreshold",
	below: "LessThanThreshold",
} as const satisfies Readonly<Record<Specification["rings"], string>>;

/** Makes alarms: every one of the monitoring comes from here, so that none lacks what an alarm has to have. */
export class AlarmFactory {
	/**
	 * @param tells ARN of the topic that alarms notify
	 * @param runbook address of what to do about one
	 */
	constructor(
		private readonly place: Place,
		private readonly tells: pulumi.Output<string>,
		private readonly runbook: (id: AlarmId) => pulumi.Input<string>,
	) {}

	/** @throws Error where the specification is one that CloudWatch refuses or never rings for */
	make(id: AlarmId, text: AlarmText, specification: Specification): cloudwatch.MetricAlarm {
		const { watch, period, rings, threshold, breaches, of, missing } = specification;
		assertSound(
			id,
			specification,
			seriesOf(watch).some(({ grows }) => grows),
		);
		return new cloudwatch.MetricAlarm(
			`${this.place.name}-${id}`,
			{
				name: this.place.names.alarm(id),
				alarmDescription: descriptionOf(text, this.runbook(id)),
				...watched(watch, period),
				comparisonOperator: OPERATOR[rings],
				threshold,
				evaluationPeriods: of,
				datapointsToAlarm: breaches,
				treatMissingData: missing.data,
				...(missing.data === "breaching" ? { warmUpConfiguration: warmUp(missing.warmUp) } : {}),
				alarmActions: [this.tells],
				okActions: [this.tells],
				...this.place.tagged,
			},
			this.place.child,
		);
	}
}

/** What a person reads who is told of an alarm. */
export function descriptionOf({ severity, meaning }: AlarmText, runbook: pulumi.Input<string>): pulumi.Output<string> {
	return pulumi.interpolate`Severity: ${severity}. ${meaning} Runbook: ${runbook}`;
}

function warmUp(minutes: number): cloudwatch.MetricAlarmArgs["warmUpConfiguration"] {
	return { warmUpPeriodDurationInMinutes: minutes, onlyStartEvaluatingAfterWarmUpPeriodEnds: true };
}

type Watched = Partial<cloudwatch.MetricAlarmArgs>;

function watched(watch: Watch, period: Period): Watched {
	if (!isExpression(watch)) {
		const { namespace, metricName, dimensions, statistic } = watch;
		return { namespace, metricName, dimensions: { ...dimensions }, statistic, period };
	}
	return {
		metricQueries: [
			{ id: "result", expression: watch.expression, label: watch.label, returnData: true },
			...Object.entries(watch.of).map(([id, series]) => ({ id, metric: metricOf(series, period), returnData: false })),
		],
	};
}

function metricOf({ namespace, metricName, dimensions, statistic }: Series, period: Period) {
	return { namespace, metricName, dimensions: { ...dimensions }, stat: statistic, period };
}
