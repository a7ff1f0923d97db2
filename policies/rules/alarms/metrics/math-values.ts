import type { ResourceGraph } from "../../../engine/graph";
import { Reading } from "../../../engine/reading";
import { type Undetermined, undetermined } from "../../../engine/verdict";
import { type Expression, parseExpression } from "./expression";
import { expressionRange } from "./expression-range";
import { ANY_VALUES, type StatisticValues, statisticValues, unknownValues } from "./metric-range";
import { type MetricAlarmResource, watchedMetrics } from "./metrics";
import { ANY_VALUE } from "./range";
import { publishersOfMetric } from "./watchers";

/** The values that an alarm compares, and the property that determines them. */
export interface AlarmValues extends StatisticValues {
	readonly property: Reading;
	/** True if the expression refers to an id that no query of the alarm has, which CloudWatch rejects. */
	readonly hasUnknownId: boolean;
}

/** The values of the query whose data an alarm evaluates; undefined if it has no such query, or compares with an anomaly band. */
export function mathValues(alarm: MetricAlarmResource, graph: ResourceGraph): AlarmValues | undefined {
	const queries = alarm.read("metricQueries").items as readonly Reading[];
	const returned = queries.filter((query) => query.read("returnData").flag);
	const [query] = returned.length > 0 ? returned : queries;
	if (!query || (returned.length !== 1 && queries.length !== 1) || !alarm.read("thresholdMetricId").isAbsent) return undefined;
	return new Queries(alarm, queries, graph).valuesOf(query);
}

const INSIGHTS = /^\s*SELECT\s+(\w+)\s*\(/i;

class Queries {
	readonly #byId: ReadonlyMap<string, Reading>;
	readonly #active = new Set<string>();
	#unknown: Undetermined | undefined;
	#hasUnknownId = false;

	constructor(
		private readonly alarm: MetricAlarmResource,
		private readonly queries: readonly Reading[],
		private readonly graph: ResourceGraph,
	) {
		this.#byId = new Map(queries.map((query) => [query.read("id").text ?? "", query]));
	}

	valuesOf(query: Reading): AlarmValues {
		const metric = query.read("metric");
		const property = metric.isAbsent ? query.read("expression") : metric.read("stat");
		const widest = this.#rangeOf(query, false);
		const hasUnknownId = this.#hasUnknownId;
		return { widest, narrowest: this.#rangeOf(query, true), unknown: this.#unknown, property, hasUnknownId };
	}

	#rangeOf(query: Reading, isNarrow: boolean) {
		const expression = query.read("expression");
		const parsed = query.read("metric").isAbsent ? parsedExpression(query) : undefined;
		if (!parsed) {
			const values = expression.isUnknown ? unknownValues(undetermined(expression)) : this.#dataOf(query);
			this.#unknown ??= values.unknown;
			return isNarrow ? values.narrowest : values.widest;
		}
		return expressionRange(parsed, {
			isNarrow,
			rangeOf: (id) => this.#rangeOfId(id, isNarrow),
			expressionOf: (id) => {
				const other = this.#byId.get(id);
				return other && parsedExpression(other);
			},
		});
	}

	#rangeOfId(id: string, isNarrow: boolean): ReturnType<typeof expressionRange> {
		const query = this.#byId.get(id);
		if (query) {
			// Expressions that refer to each other have no value; CloudWatch rejects them.
			if (this.#active.has(id)) return ANY_VALUE;
			this.#active.add(id);
			const range = this.#rangeOf(query, isNarrow);
			this.#active.delete(id);
			return range;
		}
		const unknownId = this.queries.map((each) => each.read("id")).find((each) => each.isUnknown);
		if (unknownId) this.#unknown ??= undetermined(unknownId);
		else this.#hasUnknownId ||= /^[a-z]/.test(id);
		const { widest, narrowest } = unknownId ? unknownValues(undetermined(unknownId)) : ANY_VALUES;
		return isNarrow ? narrowest : widest;
	}

	/** The values of a metric, or of a Metrics Insights query. */
	#dataOf(query: Reading): StatisticValues {
		const metric = query.read("metric");
		const expression = query.read("expression");
		const source = metric.isAbsent ? expression : metric.read("metricName");
		const watched = watchedMetrics(this.alarm).find(({ name }) => name.path === source.path);
		if (!watched) return ANY_VALUES;
		const publishers = publishersOfMetric(this.alarm, watched, this.graph);
		if (!metric.isAbsent) return statisticValues(metric.read("stat"), metric.read("unit"), publishers);
		const statistic = INSIGHTS.exec(expression.text ?? "")?.[1];
		return statistic ? statisticValues(new Reading(statistic, "statistic"), metric, publishers) : ANY_VALUES;
	}
}

function parsedExpression(query: Reading): Expression | undefined {
	const text = query.read("expression").text;
	return text === undefined ? undefined : parseExpression(text);
}
