import type { Line, LineData } from "./line";

/** A heading of the checklist with its lines, in the vendor's order. */
export interface Section {
	readonly id: string;
	readonly title: string;
	readonly lines: readonly Line[];
}

/** Declares a section; its lines learn where they stand. */
export function section(id: string, title: string, lines: readonly LineData[]): Section {
	return { id, title, lines: lines.map((line) => ({ ...line, section: id, rulesSuffice: line.rulesSuffice ?? false })) };
}
