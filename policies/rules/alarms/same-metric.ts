import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import { dimensionNames, type FilterResource, type MadeMetric, type MetricAlarmResource, type WatchedMetric } from "./metrics";
import { wordsIn } from "./names";

/** Whether an alarm watches what a filter makes; `apart`: it names that metric, but never gets the filter's data. */
export type Comparison =
	| { readonly state: "yes" | "no" }
	| { readonly state: "apart"; readonly because: string }
	| { readonly state: "open"; readonly open: Reading };

/** A metric with the alarm that watches it, and the filters that its name and namespace come from where they are not known. */
export interface Watch {
	readonly alarm: MetricAlarmResource;
	readonly metric: WatchedMetric;
	readonly nameFrom: readonly FilterResource[];
	readonly namespaceFrom: readonly FilterResource[];
}

/** Whether an alarm's metric is the one that a filter makes. */
export function compare(watch: Watch, made: MadeMetric, graph: ResourceGraph): Comparison {
	const compared = compareNames(watch, made, graph);
	const { doubt } = watch.metric;
	return doubt && compared.state === "yes" ? { state: "open", open: doubt } : compared;
}

function compareNames({ alarm, metric, nameFrom, namespaceFrom }: Watch, made: MadeMetric, graph: ResourceGraph): Comparison {
	const isFrom = (filters: readonly FilterResource[]) => filters.some((each) => each.urn === made.filter.urn);
	if (!metric.namespace) return named(metric.name, made.name, isFrom(nameFrom));
	const name = same(metric.name, made.name, isFrom(nameFrom));
	if (name.state === "no") return name;
	const namespace = same(metric.namespace, made.namespace, isFrom(namespaceFrom));
	if (namespace.state === "no") return namespace;
	const open = [name, namespace].find(({ state }) => state === "open");
	return open ?? sameDimensions(metric.dimensions, made.dimensions) ?? sameRegion(alarm, made.filter, graph) ?? { state: "yes" };
}

function same(watched: Reading, made: Reading, fromFilter: boolean): Comparison {
	if (fromFilter) return { state: "yes" };
	if (watched.isUnknown || made.isUnknown) return { state: "open", open: watched.isUnknown ? watched : made };
	return { state: watched.text === made.text ? "yes" : "no" };
}

/** A query names the metric somewhere in its text. */
function named(query: Reading, made: Reading, fromFilter: boolean): Comparison {
	if (fromFilter) return { state: "yes" };
	if (query.isUnknown || made.isUnknown) return { state: "open", open: query.isUnknown ? query : made };
	return { state: wordsIn(query.text ?? "").includes(made.text ?? "") ? "yes" : "no" };
}

/** A metric with dimensions and the one without are two metrics. Undefined where they are the same. */
function sameDimensions(watched: Reading | undefined, made: Reading): Comparison | undefined {
	if (watched?.isUnknown || made.isUnknown) return { state: "open", open: watched?.isUnknown ? watched : made };
	if (dimensionNames(watched) === dimensionNames(made)) return undefined;
	return { state: "apart", because: "with other dimensions than the filter gives it" };
}

/** Undefined where they are in one Region. */
function sameRegion(alarm: MetricAlarmResource, filter: FilterResource, graph: ResourceGraph): Comparison | undefined {
	const same = graph.inSameRegion(alarm, filter);
	if (same === "no") return { state: "apart", because: "in another Region than the filter" };
	const [here, there] = [graph.placementOf(alarm), graph.placementOf(filter)];
	return same === "yes" ? undefined : { state: "open", open: here.unknownRegion ?? there.unknownRegion ?? alarm.inputs.read("region") };
}
