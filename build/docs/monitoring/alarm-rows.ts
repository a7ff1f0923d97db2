import { isExpression } from "../../../stacks/monitoring/alarms/metric-query";
import type { MissingData, Specification } from "../../../stacks/monitoring/alarms/specification";
import { code, prose } from "../markdown";
import type { DocumentedAlarm } from "./default-alarms";

/** Alarms as rows of a table: id, severity, meaning, condition, treatment of missing data. */
export function alarmRows(alarms: readonly DocumentedAlarm[]): readonly (readonly string[])[] {
	return alarms.map(({ id, severity, meaning, specification }) => [
		code(id),
		severity,
		prose(meaning),
		prose(conditionOf(specification)),
		prose(treatmentOf(specification.missingData)),
	]);
}

function conditionOf({ query, comparison, threshold, datapointsToAlarm, evaluationPeriods, period }: Specification): string {
	const what = isExpression(query) ? query.label : `\`${query.metricName}\` (${query.statistic})`;
	return `${what}: ${comparison} ${threshold}, in ${datapointsToAlarm} of ${evaluationPeriods} × ${period / 60} min`;
}

function treatmentOf(missing: MissingData): string {
	if (missing.treatment === "notBreaching") return `notBreaching. ${missing.reason}`;
	return `breaching, after a warm-up of ${missing.warmUpMinutes} min. ${missing.reason}`;
}
