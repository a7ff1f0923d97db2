import type * as pulumi from "@pulumi/pulumi";
import { WINDOW_SECONDS } from "../../../signals/metric";
import { isExpression, type MetricQuery } from "../alarms/metric-query";
import type { Series } from "../alarms/series";

/** A widget without its position. CloudWatch, API reference: Dashboard body structure and syntax. */
export interface Widget {
	readonly type: "metric" | "alarm" | "text";
	/** Width in columns of 24. */
	readonly width: 4 | 6 | 8 | 12 | 16 | 18 | 24;
	/** Its content; metrics get their Region in the layout. */
	readonly properties: Readonly<Record<string, unknown>>;
}

/** A line of a graph. */
export interface Line {
	readonly label: string;
	readonly query: MetricQuery;
}

interface Details {
	readonly title: string;
	readonly width: Widget["width"];
}

export function text(markdown: string, width: Widget["width"] = 24): Widget {
	return { type: "text", width, properties: { markdown } };
}

/** The states of alarms. */
export function alarmStatus({ title, width }: Details, alarms: readonly pulumi.Input<string>[]): Widget {
	return { type: "alarm", width, properties: { title, alarms, sortBy: "stateUpdatedTimestamp" } };
}

/** Lines over time. */
export function graph({ title, width }: Details, lines: readonly Line[]): Widget {
	return metrics({ title, width }, lines, { view: "timeSeries", stacked: false, yAxis: { left: { min: 0 } } });
}

/** The latest values, in large type. */
export function numbers({ title, width }: Details, lines: readonly Line[]): Widget {
	return metrics({ title, width }, lines, { view: "singleValue", sparkline: true });
}

function metrics({ title, width }: Details, lines: readonly Line[], view: Readonly<Record<string, unknown>>): Widget {
	return { type: "metric", width, properties: { title, period: WINDOW_SECONDS, metrics: lines.flatMap(rowsOf), ...view } };
}

/** Ids are unique per widget, so each expression's ids get the line's number. */
function rowsOf({ label, query }: Line, line: number): readonly (readonly unknown[])[] {
	if (!isExpression(query)) return [rowOf(query, { label })];
	const ids = Object.keys(query.series);
	const renamed = query.expression.replace(/\b[a-z]\w*\b/g, (word) => (ids.includes(word) ? `${word}${line}` : word));
	return [
		[{ expression: renamed, label, id: `line${line}` }],
		...Object.entries(query.series).map(([id, series]) => rowOf(series, { id: `${id}${line}`, visible: false })),
	];
}

function rowOf({ namespace, metricName, dimensions, statistic }: Series, more: Readonly<Record<string, unknown>>): readonly unknown[] {
	return [namespace, metricName, ...Object.entries(dimensions).flat(), { stat: statistic, period: WINDOW_SECONDS, ...more }];
}
