import type { ResourceGraph } from "../../engine/graph";
import { groupBy } from "../../engine/group-by";
import type { Reading } from "../../engine/reading";
import { MetricAlarm, MetricFilter } from "../../facts/resource-types";
import { type FilterResource, keyOf, type MetricAlarmResource, madeBy, watchedBy } from "./metrics";
import { wordsIn } from "./names";
import { compare, type Watch } from "./same-metric";

/** The alarms that watch a filter's metric. */
export interface Watchers {
	readonly alarms: readonly MetricAlarmResource[];
	/** An alarm that may, and what would have to be known to tell. */
	readonly open?: { readonly alarm: MetricAlarmResource; readonly reading: Reading };
	/** An alarm that names the metric, but in a way that never meets the filter's data. */
	readonly apart?: { readonly alarm: MetricAlarmResource; readonly because: string };
}

/** The filters that make what an alarm watches, and what would have to be known to tell of others. */
export interface Makers {
	readonly filters: readonly FilterResource[];
	readonly open?: Reading;
}

/** Alarms and filters by what they have in common, so that each meets only those that it may fit. */
function metricsIn(graph: ResourceGraph) {
	const from = (alarm: MetricAlarmResource, reading: Reading | undefined) =>
		reading?.isUnknown ? graph.follow(alarm, reading, MetricFilter).resources : [];
	const watches = graph.all(MetricAlarm).flatMap((alarm) =>
		watchedBy(alarm).map(
			(metric): Watch => ({
				alarm,
				metric,
				nameFrom: from(alarm, metric.name),
				namespaceFrom: from(alarm, metric.namespace),
			}),
		),
	);
	const made = graph.all(MetricFilter).map(madeBy);
	return {
		watches,
		watchesOf: groupBy(watches, ({ alarm }) => [alarm.urn]),
		watchesByName: groupBy(watches, ({ metric: { name, namespace } }) => (namespace ? [name.text ?? ""] : wordsIn(name.text ?? ""))),
		watchesByFilter: groupBy(watches, ({ nameFrom, namespaceFrom }) => [...nameFrom, ...namespaceFrom].map(({ urn }) => urn)),
		unseenWatches: watches.filter(({ metric }) => metric.name.isUnknown),
		made,
		madeByName: groupBy(made, ({ name }) => [name.text ?? ""]),
		unseenMade: made.filter(({ name }) => name.isUnknown),
		watchers: new Map<string, Watchers>(),
		makers: new Map<string, Makers>(),
	};
}

/** The alarms of the stack that watch a filter's metric. */
export function watchersOf(filter: FilterResource, graph: ResourceGraph): Watchers {
	const metrics = graph.memoize(metricsIn);
	const made = madeBy(filter);
	const named = metrics.watchesByFilter.get(filter.urn) ?? [];
	const key = named.length > 0 ? undefined : keyOf(graph.placementOf(filter), made);
	const known = key === undefined ? undefined : metrics.watchers.get(key);
	if (known) return known;
	const alike = made.name.isUnknown ? metrics.watches : (metrics.watchesByName.get(made.name.text ?? "") ?? []);
	const alarms = new Set<MetricAlarmResource>();
	let open: Watchers["open"];
	let apart: Watchers["apart"];
	for (const watch of candidates(named, alike, metrics.unseenWatches)) {
		const compared = compare(watch, made, graph);
		if (compared.state === "yes") alarms.add(watch.alarm);
		else if (compared.state === "open") open ??= { alarm: watch.alarm, reading: compared.open };
		else if (compared.state === "apart") apart ??= { alarm: watch.alarm, because: compared.because };
		if (open && (made.name.isUnknown || watch.metric.name.isUnknown)) break;
	}
	const watchers = { alarms: [...alarms], ...(open && { open }), ...(apart && { apart }) };
	if (key !== undefined) metrics.watchers.set(key, watchers);
	return watchers;
}

/** The filters of the stack whose metric an alarm watches; the same object for alarms that watch the same. */
export function makersOf(alarm: MetricAlarmResource, graph: ResourceGraph): Makers {
	const metrics = graph.memoize(metricsIn);
	const watches = metrics.watchesOf.get(alarm.urn) ?? [];
	const [only] = watches;
	const key = only && watches.length === 1 ? keyOf(graph.placementOf(alarm), only.metric) : undefined;
	const known = key === undefined ? undefined : metrics.makers.get(key);
	if (known) return known;
	const filters = new Set<FilterResource>();
	let open: Reading | undefined;
	for (const watch of watches) {
		const { name, namespace } = watch.metric;
		const alike = name.isUnknown
			? metrics.made
			: (namespace ? [name.text ?? ""] : wordsIn(name.text ?? "")).flatMap((word) => metrics.madeByName.get(word) ?? []);
		for (const made of candidates([...watch.nameFrom, ...watch.namespaceFrom].map(madeBy), alike, metrics.unseenMade)) {
			const compared = compare(watch, made, graph);
			if (compared.state === "open") open ??= compared.open;
			else if (compared.state !== "no") filters.add(made.filter);
			if (open && (name.isUnknown || made.name.isUnknown)) break;
		}
	}
	const makers = { filters: [...filters], ...(open && { open }) };
	if (key !== undefined) metrics.makers.set(key, makers);
	return makers;
}

/** First those that are named outright, last those of which one that may fit is as good as many. */
function* candidates<T>(...lists: readonly (readonly T[])[]): Iterable<T> {
	for (const list of lists) yield* list;
}
