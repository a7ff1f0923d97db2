import type * as pulumi from "@pulumi/pulumi";
import { WINDOW_SECONDS } from "../../../signals/metric";
import type { Series } from "../alarms/series";
import { isExpression, type Watch } from "../alarms/watch";

/** A widget before it has a place. CloudWatch, API reference: Dashboard body structure and syntax. */
export interface Widget {
	readonly type: "metric" | "alarm" | "text";
	/** Columns, of which a row has 24. */
	readonly width: 4 | 6 | 8 | 12 | 16 | 18 | 24;
	/** What it shows; metrics get their Region where the dashboard is put together. */
	readonly properties: Readonly<Record<string, unknown>>;
}

/** A line of a graph. */
export interface Line {
	readonly label: string;
	readonly watch: Watch;
}

interface Details {
	readonly title: string;
	readonly width: Widget["width"];
}

export function text(markdown: string, width: Widget["width"] = 24): Widget {
	return { type: "text", width, properties: { markdown } };
}

/** Which alarms ring. */
export function alarmStatus({ title, width }: Details, alarms: readonly pulumi.Input<string>[]): Widget {
	return { type: "alarm", width, properties: { title, alarms, sortBy: "stateUpdatedTimestamp" } };
}

/** Lines over time. */
export function graph({ title, width }: Details, lines: readonly Line[]): Widget {
	return metrics({ title, width }, lines, { view: "timeSeries", stacked: false, yAxis: { left: { min: 0 } } });
}

/** The latest numbers, to be read from across the room. */
export function numbers({ title, width }: Details, lines: readonly Line[]): Widget {
	return metrics({ title, width }, lines, { view: "singleValue", sparkline: true });
}

function metrics({ title, width }: Details, lines: readonly Line[], view: Readonly<Record<string, unknown>>): Widget {
	return { type: "metric", width, properties: { title, period: WINDOW_SECONDS, metrics: lines.flatMap(rowsOf), ...view } };
}

/** Ids are of the widget, so that those of one expression are told from those of the next. */
function rowsOf({ label, watch }: Line, line: number): readonly (readonly unknown[])[] {
	if (!isExpression(watch)) return [rowOf(watch, { label })];
	const ids = Object.keys(watch.of);
	const renamed = watch.expression.replace(/\b[a-z]\w*\b/g, (word) => (ids.includes(word) ? `${word}${line}` : word));
	return [
		[{ expression: renamed, label, id: `line${line}` }],
		...Object.entries(watch.of).map(([id, series]) => rowOf(series, { id: `${id}${line}`, visible: false })),
	];
}

function rowOf({ namespace, metricName, dimensions, statistic }: Series, more: Readonly<Record<string, unknown>>): readonly unknown[] {
	return [namespace, metricName, ...Object.entries(dimensions).flat(), { stat: statistic, period: WINDOW_SECONDS, ...more }];
}
