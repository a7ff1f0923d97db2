import { METRICS } from "../../signals";
import { POLLER_LAG } from "../../signals/poller";
import { REJECTION_REASONS } from "../../signals/webhooks";
import type { Published } from "./published";
import { ANY_WINDOW, type Truth } from "./truth";

/** The receiver's responses by type. */
export interface Answers {
	readonly taken: number;
	readonly unavailable: number;
	readonly refused: ReadonlyMap<string, number>;
}

export interface Verdict {
	/** Occurrences that were not published. */
	readonly lost: number;
	/** Published occurrences that did not happen. */
	readonly doubled: number;
	/** Receiver responses that its metrics do not match. */
	readonly miscounted: number;
	/** The first differing windows or metrics. */
	readonly examples: readonly string[];
}

/** Metrics compared by window; the lag is not a count. */
export const TOTALS: ReadonlySet<string> = new Set(
	METRICS.filter(({ statistic, name }) => statistic === "Maximum" && name !== POLLER_LAG.name).map(({ name }) => name),
);

export function verdictOn(published: Published, truth: Truth, newCountries: number, answers: Answers): Verdict {
	const differences = [...differencesOf(published, truth), ...countryDifference(published, newCountries)];
	const counts = [
		["201 responses", answers.taken, published.sum("WebhookAccepted") + published.sum("WebhookDuplicate")],
		["503 responses", answers.unavailable, published.sum("WebhookFailed")],
		...REJECTION_REASONS.map((reason) => [reason, answers.refused.get(reason) ?? 0, published.sum(`WebhookRejected ${reason}`)] as const),
	] as const;
	const wrong = counts.filter(([, are, counted]) => are !== counted);
	return {
		lost: sumOf(differences.map(({ by }) => Math.max(0, -by))),
		doubled: sumOf(differences.map(({ by }) => Math.max(0, by))),
		miscounted: sumOf(wrong.map(([, are, counted]) => Math.abs(are - counted))),
		examples: [
			...differences.map(({ what, by }) => `${what}: ${by > 0 ? "+" : ""}${by}`),
			...wrong.map(([what, are, counted]) => `${what}: ${are}, counted ${counted}`),
		].slice(0, 10),
	};
}

interface Difference {
	readonly what: string;
	readonly by: number;
}

function differencesOf({ maxima }: Published, truth: Truth): readonly Difference[] {
	const keys = new Set([...truth.keys(), ...maxima.keys()]);
	return [...keys]
		.filter((key) => !ANY_WINDOW.has(nameIn(key)))
		.map((what) => ({ what, by: (maxima.get(what) ?? 0) - (truth.get(what) ?? 0) }))
		.filter(({ by }) => by !== 0);
}

function countryDifference({ maxima }: Published, expected: number): readonly Difference[] {
	const counted = sumOf([...maxima].filter(([key]) => ANY_WINDOW.has(nameIn(key))).map(([, value]) => value));
	return counted === expected ? [] : [{ what: "sessions from a new country, in any window", by: counted - expected }];
}

function nameIn(key: string): string {
	return key.split(" ")[1] ?? "";
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, each) => sum + each, 0);
}
