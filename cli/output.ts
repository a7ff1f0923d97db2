import { writeFileSync } from "node:fs";
import { sections } from "../checklist";
import { toJson } from "../report/json";
import type { Report } from "../report/model";
import { toSarif } from "../report/sarif";
import { toText } from "../report/text";
import { describeRules } from "./describe";
import { UsageError } from "./error";

const FORMATS = ["text", "json", "sarif"] as const;
type Format = (typeof FORMATS)[number];

/** A format and the file that it goes to; standard output where there is none. */
export interface Output {
	readonly format: Format;
	readonly file?: string;
}

/** Reads `--format text`, `--format sarif=FILE`. */
export function parseOutput(text: string): Output {
	const [name = "", ...rest] = text.split("=");
	const format = FORMATS.find((each) => each === name);
	if (!format) throw new UsageError(`--format ${name}: there is no such format; it is one of ${FORMATS.join(", ")}`);
	const file = rest.join("=");
	if (rest.length > 0 && file === "") throw new UsageError(`--format ${format}=: names no file`);
	return { format, ...(file ? { file } : {}) };
}

/**
 * Where a report goes: what was asked for, and text for people where nothing else goes to standard output.
 *
 * @throws UsageError where two formats would go there
 */
export function planOutputs(asked: readonly Output[]): readonly Output[] {
	const files = asked.filter((each) => each.file !== undefined);
	const toStandardOutput = asked.filter((each) => each.file === undefined);
	if (toStandardOutput.length > 1) throw new UsageError("two formats for standard output; give all but one a file: --format sarif=FILE");
	return [...files, toStandardOutput[0] ?? { format: "text" }];
}

/** Writes a report in every format: files first, so that one that cannot be written leaves standard output empty. */
export function write(report: Report, outputs: readonly Output[], all: boolean): void {
	for (const { format, file } of outputs) {
		const text = render(report, format, file === undefined && process.stdout.isTTY === true && !process.env["NO_COLOR"], all);
		if (file === undefined) process.stdout.write(text);
		else writeTo(file, text);
	}
}

function render(report: Report, format: Format, colour: boolean, all: boolean): string {
	if (format === "json") return toJson(report);
	if (format === "sarif") return toSarif(report, describeRules());
	return toText(report, { colour, all, sections });
}

function writeTo(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new UsageError(`${file}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
	}
}
