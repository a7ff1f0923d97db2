import { type Answer, every, isUndetermined } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { wordsIn } from "../names";
import { dimensionNames, type MetricAlarmResource, type MetricFilterResource, type PublishedMetric, type WatchedMetric } from "./metrics";

/** Whether an alarm evaluates the metric that a filter publishes. */
export interface Comparison {
	readonly same: Answer;
	/** Why the alarm never gets the filter's data, although it evaluates a metric with this name and namespace. */
	readonly difference?: string;
}

/** A metric that an alarm evaluates, with the filters whose outputs its name and namespace are. */
export interface Watch {
	readonly alarm: MetricAlarmResource;
	readonly metric: WatchedMetric;
	readonly nameFrom: readonly MetricFilterResource[];
	readonly namespaceFrom: readonly MetricFilterResource[];
}

/** Compares an alarm's metric with the metric that a filter publishes. */
export function compareMetrics(watch: Watch, published: PublishedMetric, graph: ResourceGraph): Comparison {
	const { alarm, metric, nameFrom, namespaceFrom } = watch;
	const isFrom = (filters: readonly MetricFilterResource[]) => filters.some((each) => each.urn === published.filter.urn);
	const byName = metric.namespace
		? every([equals(metric.name, published.name, isFrom(nameFrom)), equals(metric.namespace, published.namespace, isFrom(namespaceFrom))])
		: containsName(metric.name, published.name, isFrom(nameFrom));
	const compared =
		byName !== true
			? { same: byName }
			: metric.namespace
				? compareRest(alarm, metric, published, graph)
				: compareSource(alarm, metric.name, published, graph);
	return metric.dependsOn && compared.same === true ? { same: undetermined(metric.dependsOn) } : compared;
}

function equals(watched: Reading, published: Reading, isOutput: boolean): Answer {
	if (isOutput) return true;
	const unknown = [watched, published].find((each) => each.isUnknown);
	return unknown ? undetermined(unknown) : watched.text === published.text;
}

function containsName(query: Reading, published: Reading, isOutput: boolean): Answer {
	if (isOutput) return true;
	const unknown = [query, published].find((each) => each.isUnknown);
	return unknown ? undetermined(unknown) : wordsIn(query.text ?? "").includes(published.text ?? "");
}

/** Compares dimensions and Region: metrics that differ in them are different metrics. */
function compareRest(alarm: MetricAlarmResource, metric: WatchedMetric, published: PublishedMetric, graph: ResourceGraph): Comparison {
	const unknown = [metric.dimensions, published.dimensions].find((each) => each?.isUnknown);
	if (unknown) return { same: undetermined(unknown) };
	if (dimensionNames(metric.dimensions) !== dimensionNames(published.dimensions))
		return { same: false, difference: "with different dimensions than the filter publishes" };
	return compareRegions(alarm, published, graph);
}

/** Compares the namespace and the Region of a query: `SELECT SUM(LoginFailed) FROM SCHEMA("Shop", org)`. */
function compareSource(alarm: MetricAlarmResource, query: Reading, published: PublishedMetric, graph: ResourceGraph): Comparison {
	const { namespace } = published;
	const [, quoted, plain] = SOURCE.exec(query.text ?? "") ?? [];
	const source = quoted ?? plain;
	if (source !== undefined && namespace.isUnknown) return { same: undetermined(namespace) };
	if (source !== undefined && namespace.text !== source) return { same: false, difference: "of another namespace" };
	return compareRegions(alarm, published, graph);
}

const SOURCE = /\bFROM\s+(?:SCHEMA\s*\(\s*)?(?:"([^"]+)"|([\w/.#:-]+))/i;

function compareRegions(alarm: MetricAlarmResource, published: PublishedMetric, graph: ResourceGraph): Comparison {
	const sameRegion = graph.inSameRegion(alarm, published.filter);
	if (isUndetermined(sameRegion)) return { same: sameRegion };
	return sameRegion ? { same: true } : { same: false, difference: "in another Region than the filter" };
}
