import type { Missing, Specification } from "../../../stacks/monitoring/alarms/specification";
import { isExpression } from "../../../stacks/monitoring/alarms/watch";
import { code, prose } from "../markdown";
import type { DocumentedAlarm } from "./default-alarms";

/** Alarms as rows of a table: id, severity, meaning, when it rings, what it makes of missing data. */
export function alarmRows(alarms: readonly DocumentedAlarm[]): readonly (readonly string[])[] {
	return alarms.map(({ id, severity, meaning, specification }) => [
		code(id),
		severity,
		prose(meaning),
		prose(whenItRings(specification)),
		prose(ofMissing(specification.missing)),
	]);
}

function whenItRings({ watch, rings, threshold, breaches, of, period }: Specification): string {
	const what = isExpression(watch) ? watch.label : `\`${watch.metricName}\` (${watch.statistic})`;
	return `${what}: ${rings} ${threshold}, in ${breaches} of ${of} × ${period / 60} min`;
}

function ofMissing(missing: Missing): string {
	if (missing.data === "notBreaching") return `quiet. ${missing.because}`;
	return `rings, from ${missing.warmUp} min after it was made. ${missing.because}`;
}
