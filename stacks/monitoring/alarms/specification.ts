import { WINDOW_SECONDS } from "../../../signals/metric";
import type { Severity } from "./ids";
import type { MetricQuery, Period } from "./metric-query";

/** The condition of an alarm. */
export interface Specification {
	readonly query: MetricQuery;
	readonly period: Period;
	/** How the value compares with the threshold when the alarm fires. */
	readonly comparison: "at or above" | "above" | "below";
	readonly threshold: number;
	/** How many of the `evaluationPeriods` latest datapoints must breach. */
	readonly datapointsToAlarm: number;
	readonly evaluationPeriods: number;
	/** How CloudWatch treats missing data, and why. */
	readonly missingData: MissingData;
}

export type MissingData = NotBreaching | Breaching;

/** Minutes: two days (CloudWatch, User Guide: Alarm warm-up periods). */
export const MAX_WARM_UP_MINUTES = 2_880;

interface Because {
	/** A phrase without a full stop. */
	readonly reason: string;
}

interface NotBreaching extends Because {
	readonly treatment: "notBreaching";
}

/** A no-data alarm, with a warm-up until the first data can exist. */
interface Breaching extends Because {
	readonly treatment: "breaching";
	/**
	 * Minutes after the alarm's creation in which it is not evaluated: without them it would fire with the first deployment (CloudWatch, User
	 * Guide: Alarm warm-up periods).
	 */
	readonly warmUpMinutes: number;
}

/** For counters of failures. */
export const NO_DATA_MEANS_NO_FAILURES: MissingData = { treatment: "notBreaching", reason: "No data means no failures" };

/** For totals, which are published in every window, zeros included: no-data alarms cover their absence. */
export const COVERED_BY_HEARTBEAT_ALARM: MissingData = {
	treatment: "notBreaching",
	reason: "Totals are published every minute, zeros included; a no-data alarm covers their absence",
};

/** The texts of an alarm. */
export interface AlarmText {
	readonly severity: Severity;
	/** What the ALARM state means; a sentence with a full stop. */
	readonly meaning: string;
	/** Runbook steps in order; sentences. */
	readonly steps: readonly string[];
}

const DAY = 86_400;
const HOUR = 3_600;

/**
 * Rejects what CloudWatch rejects, and what it accepts but evaluates incorrectly (CloudWatch, API reference: PutMetricAlarm).
 *
 * @param cumulative whether the query reads totals that may grow after their window has ended; in a longer period only the last window may
 * @throws Error with the problem
 */
export function validateSpecification(
	id: string,
	{ datapointsToAlarm, evaluationPeriods, period, threshold, query, comparison, missingData }: Specification,
	cumulative: boolean,
): void {
	const invalid = (problem: string) => new Error(`alarm ${id}: ${problem}`);
	if (!Number.isFinite(threshold)) throw invalid("has no threshold");
	if (![datapointsToAlarm, evaluationPeriods].every((count) => Number.isInteger(count) && count >= 1))
		throw invalid("datapointsToAlarm and evaluationPeriods must be positive integers");
	if (datapointsToAlarm > evaluationPeriods) throw invalid(`requires ${datapointsToAlarm} breaching datapoints of ${evaluationPeriods}`);
	if (evaluationPeriods * period > (period >= HOUR ? 7 * DAY : DAY)) throw invalid("evaluates a longer range than CloudWatch supports");
	if (
		missingData.treatment === "breaching" &&
		!(
			missingData.warmUpMinutes >= Math.min((evaluationPeriods * period) / 60, MAX_WARM_UP_MINUTES) &&
			missingData.warmUpMinutes <= MAX_WARM_UP_MINUTES
		)
	)
		throw invalid("has a warm-up shorter than its evaluation range, or longer than CloudWatch supports");
	if (cumulative && period === WINDOW_SECONDS && comparison !== "below" && evaluationPeriods <= datapointsToAlarm)
		throw invalid("evaluates totals that may still grow without a spare period");
	if (!("expression" in query)) return;
	const ids = Object.keys(query.series);
	if (ids.length === 0 || ids.length > 9) throw invalid("must use one to nine metrics");
	const invalidId = ids.find((each) => !/^[a-z]\w*$/.test(each));
	if (invalidId !== undefined) throw invalid(`has the metric id "${invalidId}"; ids start with a lower-case letter`);
	const unknown = (query.expression.match(/\b[a-z]\w*\b/g) ?? []).find((each) => !ids.includes(each));
	if (unknown !== undefined) throw invalid(`refers to the unknown metric id "${unknown}"`);
}
