import type { Datapoint } from "../../test/support/emf";
import { type Maxima, maximaOf } from "../../test/support/published";

/** What CloudWatch shows of the published datapoints: the maximum of each window, and sums. */
export class Published {
	readonly maxima = new Map<string, number>();
	readonly sums = new Map<string, number>();

	take(datapoints: readonly Datapoint[], totals: ReadonlySet<string>): void {
		const [ofWindows, counters] = [datapoints.filter(({ name }) => totals.has(name)), datapoints.filter(({ name }) => !totals.has(name))];
		for (const [key, value] of maximaOf(ofWindows) as Maxima) this.maxima.set(key, Math.max(this.maxima.get(key) ?? 0, value));
		for (const { name, dimensions, values } of counters) {
			const key = [name, dimensions.reason].filter(Boolean).join(" ");
			this.sums.set(key, (this.sums.get(key) ?? 0) + values.reduce((sum, value) => sum + value, 0));
		}
	}

	sum(key: string): number {
		return this.sums.get(key) ?? 0;
	}
}
