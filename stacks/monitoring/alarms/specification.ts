import { WINDOW_SECONDS } from "../../../signals/metric";
import type { Severity } from "./ids";
import type { Period, Watch } from "./watch";

/** When an alarm rings. */
export interface Specification {
	readonly watch: Watch;
	readonly period: Period;
	/** Which side of the threshold is bad. */
	readonly rings: "at or above" | "above" | "below";
	readonly threshold: number;
	/** How many of the latest periods have to be bad. */
	readonly breaches: number;
	readonly of: number;
	/** What CloudWatch makes of a period without data, and why that is right here. */
	readonly missing: Missing;
}

export type Missing = NotBreaching | Breaching;

/** Minutes: two days (CloudWatch, User Guide: Alarm warm-up periods). */
export const LONGEST_WARM_UP = 2_880;

interface Because {
	/** A sentence without a full stop. */
	readonly because: string;
}

interface NotBreaching extends Because {
	readonly data: "notBreaching";
}

/** Silence rings, but not the silence from before there was anything to hear. */
interface Breaching extends Because {
	readonly data: "breaching";
	/**
	 * Minutes after the alarm was made in which it says nothing, whatever it sees: without them it would ring with the first update (CloudWatch, User
	 * Guide: Alarm warm-up periods).
	 */
	readonly warmUp: number;
}

/** Silence is a good sign where failures are counted. */
export const NO_FAILURES: Missing = { data: "notBreaching", because: "Nothing is sent where nothing failed" };

/** Totals are sent in every window, also where they are zero, so that what is missing is another alarm's to tell. */
export const TOLD_ELSEWHERE: Missing = {
	data: "notBreaching",
	because: "Totals are sent every minute, also zeros; that none is sent has an alarm of its own",
};

/** An alarm as a person knows it. */
export interface AlarmText {
	readonly severity: Severity;
	/** What is the case while it rings, in a sentence with a full stop. */
	readonly meaning: string;
	/** What to look at and do, in this order; sentences. */
	readonly steps: readonly string[];
}

const DAY = 86_400;
const HOUR = 3_600;

/**
 * Refuses what CloudWatch refuses, and what it takes and never does right. CloudWatch, API reference: PutMetricAlarm (reference/monitoring.md
 * §1.4, §4.3).
 *
 * @param grows whether it looks at totals that grow for a while after their window is over; of a period of many windows only the last one does
 * @throws Error that says what is wrong
 */
export function assertSound(id: string, { breaches, of, period, threshold, watch, rings, missing }: Specification, grows: boolean): void {
	const wrong = (what: string) => new Error(`alarm ${id}: ${what}`);
	if (!Number.isFinite(threshold)) throw wrong("has no threshold");
	if (![breaches, of].every((count) => Number.isInteger(count) && count >= 1)) throw wrong("rings after no whole number of periods");
	if (breaches > of) throw wrong(`asks for ${breaches} bad periods of ${of}`);
	if (of * period > (period >= HOUR ? 7 * DAY : DAY)) throw wrong("looks further back than CloudWatch does");
	if (
		missing.data === "breaching" &&
		!(missing.warmUp >= Math.min((of * period) / 60, LONGEST_WARM_UP) && missing.warmUp <= LONGEST_WARM_UP)
	)
		throw wrong("rings before there can be data, or waits longer than CloudWatch does");
	if (grows && period === WINDOW_SECONDS && rings !== "below" && of <= breaches)
		throw wrong("looks at totals that still grow, and has no period to spare for it");
	if (!("expression" in watch)) return;
	const ids = Object.keys(watch.of);
	if (ids.length === 0 || ids.length > 9) throw wrong("makes its number of no metric, or of more than nine");
	const odd = ids.find((each) => !/^[a-z]\w*$/.test(each));
	if (odd !== undefined) throw wrong(`calls a metric "${odd}"; CloudWatch wants a lower-case letter first`);
	const unknown = (watch.expression.match(/\b[a-z]\w*\b/g) ?? []).find((each) => !ids.includes(each));
	if (unknown !== undefined) throw wrong(`speaks of "${unknown}", which it does not read`);
}
