import type * as pulumi from "@pulumi/pulumi";
import type { Widget } from "./widgets";

export interface Row {
	/** Grid units. */
	readonly height: number;
	readonly widgets: readonly Widget[];
}

const COLUMNS = 24;

/**
 * The dashboard body, with the rows from top to bottom.
 *
 * @throws Error if a row is wider than a dashboard
 */
export function bodyOf(rows: readonly Row[], region: pulumi.Input<string>) {
	let y = 0;
	const widgets = rows.flatMap(({ height, widgets: inRow }) => {
		let x = 0;
		const placed = inRow.map(({ type, width, properties }) => {
			const at = { type, x, y, width, height, properties: type === "metric" ? { region, ...properties } : properties };
			x += width;
			return at;
		});
		if (x > COLUMNS) throw new Error(`a row of the dashboard is ${x} columns wide`);
		y += height;
		return placed;
	});
	return { start: "-PT12H", periodOverride: "inherit", widgets };
}
