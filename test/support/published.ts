import { SERVICE } from "../../signals/metric";
import type { Datapoint } from "./emf";

/** CloudWatch's values for the statistic `Maximum`: by start of window, name and dimensions besides `service`. */
export type Maxima = ReadonlyMap<string, number>;

export function keyOf(window: Date, name: string, dimensions: Readonly<Record<string, string>> = {}): string {
	const own = Object.entries(dimensions).filter(([dimension]) => dimension !== SERVICE);
	return [window.toISOString(), name, ...own.map(([, value]) => value)].join(" ");
}

export function maximaOf(datapoints: readonly Datapoint[]): Maxima {
	const maxima = new Map<string, number>();
	for (const { timestamp, name, dimensions, values } of datapoints) {
		const key = keyOf(timestamp, name, dimensions);
		maxima.set(key, Math.max(maxima.get(key) ?? Number.NEGATIVE_INFINITY, ...values));
	}
	return maxima;
}

/** Those that are more than nothing, as an object that is easy to compare. */
export function nonZero(maxima: Maxima): Record<string, number> {
	return Object.fromEntries([...maxima].filter(([, value]) => value !== 0).sort());
}
