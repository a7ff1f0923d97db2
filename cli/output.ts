import { writeFileSync } from "node:fs";
import { sections } from "../checklist";
import { safeValue } from "../policies/output/safe";
import { toJson } from "../report/json";
import type { Report } from "../report/model";
import { toSarif } from "../report/sarif";
import { toText } from "../report/text";
import { describeRules } from "./describe";
import { UsageError } from "./error";

const FORMATS = ["text", "json", "sarif"] as const;
type Format = (typeof FORMATS)[number];

/** A report format and its output file; stdout without a file. */
export interface Output {
	readonly format: Format;
	readonly file?: string;
}

/** Parses `--format text`, `--format sarif=FILE`. */
export function parseOutput(text: string): Output {
	const [name = "", ...rest] = text.split("=");
	const format = FORMATS.find((each) => each === name);
	if (!format) throw new UsageError(`--format ${name}: unknown format; must be one of ${FORMATS.join(", ")}`);
	const file = rest.join("=");
	if (rest.length > 0 && file === "") throw new UsageError(`--format ${format}=: missing file name`);
	return { format, ...(file ? { file } : {}) };
}

/**
 * The outputs of a report: those requested, and text on stdout unless another format goes there.
 *
 * @throws UsageError if two formats would go to stdout
 */
export function planOutputs(asked: readonly Output[]): readonly Output[] {
	const files = asked.filter((each) => each.file !== undefined);
	const toStdout = asked.filter((each) => each.file === undefined);
	if (toStdout.length > 1) throw new UsageError("only one format can be written to stdout; use --format sarif=FILE for the others");
	return [...files, toStdout[0] ?? { format: "text" }];
}

/**
 * Writes the report in each format; files first, so that stdout stays empty if a file cannot be written. The report contains names, paths and texts from
 * outside, which every format gets safe to print.
 */
export function write(report: Report, outputs: readonly Output[], all: boolean): void {
	const safe = safeValue(report);
	for (const { format, file } of outputs) {
		const text = render(safe, format, file === undefined && process.stdout.isTTY === true && !process.env["NO_COLOR"], all);
		if (file === undefined) process.stdout.write(text);
		else writeTo(file, text);
	}
}

function render(report: Report, format: Format, color: boolean, all: boolean): string {
	if (format === "json") return toJson(report);
	if (format === "sarif") return toSarif(report, describeRules());
	return toText(report, { color, all, sections });
}

function writeTo(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new UsageError(`${file}: cannot write file (${(error as NodeJS.ErrnoException).code})`);
	}
}
