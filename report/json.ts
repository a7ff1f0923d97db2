import type { Report } from "./model";

/** The report as JSON; its shape is {@link Report}. */
export function toJson(report: Report): string {
	return `${JSON.stringify(report, null, 2)}\n`;
}
