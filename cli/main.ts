import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { Severity } from "../policies/engine/severity";
import { safeText } from "../policies/output/safe";
import type { SourceError } from "../policies/sources/source";
import type { Report } from "../report/model";
import type { SettingsError } from "../settings/error";
import { check } from "./check";
import type { UsageError } from "./error";
import { explain } from "./explain";
import { parseFailOn } from "./fail-on";
import { type Output, parseOutput, planOutputs, write } from "./output";
import { printError } from "./print";
import { listRules } from "./rules";
import { showSettings } from "./settings";
import { VERSION } from "./version";

/** Errors with a message for the user, by name: the program runner is a separate bundle with its own classes. */
const EXPECTED_ERRORS: ReadonlySet<string> = new Set<UsageError["name"] | SettingsError["name"] | SourceError["name"]>([
	"UsageError",
	"SettingsError",
	"SourceError",
]);

/** Exit statuses: no blocking findings, blocking findings; usage error, unreadable input or internal error. */
const EXIT = { success: 0, blocked: 1, error: 2 } as const;

const program = new Command("scalekit-readiness")
	.description("Checks infrastructure against Scalekit's production-readiness checklist.")
	.version(VERSION)
	.option("--debug", "show the output of programs and the stack traces of errors")
	.exitOverride()
	.configureOutput({ outputError: (text) => printError(`scalekit-readiness: ${inOneLine(text)}`) })
	.showSuggestionAfterError();

const ABOUT_TARGET =
	"a folder with a Pulumi program (Node.js), the output of `pulumi stack export` or `pulumi preview --json`, or - for stdin";

const withTarget = (command: Command) =>
	command
		.option("--stack <name>", "the stack of the program to check; repeatable", gather)
		.option("--profile <name>", "overrides the profile in readiness.yaml")
		.option(
			"--config <file or key=value>",
			"the settings file, instead of the nearest readiness.yaml; or a configuration value of the program, which overrides the stack file; repeatable",
			gather,
		)
		.option("--no-predicted-outputs", "run the program once, as in a preview: values that depend on outputs are unknown")
		.option("--timeout <seconds>", "timeout of a program after its last resource", positive, 120);

withTarget(program.command("check"))
	.description(
		"check stacks and report all 86 checklist items; exit status 0: no blocking findings, 1: blocking findings, 2: usage error, unreadable input or internal error",
	)
	.argument("[path...]", ABOUT_TARGET, ["."])
	.option("--format <format>", "text, json or sarif; `sarif=FILE` writes to a file; repeatable", collect, [] as Output[])
	.option("--all", "include findings that pass or are not applicable, and all checklist items")
	.option(
		"--fail-on <undetermined[:severity]>",
		"also exit with status 1 if findings of this severity or higher are undetermined",
		parseFailOn,
	)
	.option("--exit-zero", "exit with status 0 despite blocking findings")
	.action(async (paths: string[], options: { format: Output[]; all?: boolean; exitZero?: boolean; failOn?: Severity }) => {
		const outputs = planOutputs(options.format);
		const report = await check(paths, { ...options, ...program.opts() });
		write(report, outputs, options.all ?? false);
		reportInternalErrors(report);
		const failing = report.summary.blocking + (report.failOn?.failing ?? 0);
		if (report.internalErrors.length > 0) process.exitCode = EXIT.error;
		else if (failing > 0 && !options.exitZero) process.exitCode = EXIT.blocked;
	});

program
	.command("rules")
	.description("list the rules")
	.option("--format <format>", "text or json", "text")
	.action((options: { format: string }) => void process.stdout.write(listRules(options.format)));

program
	.command("explain")
	.description("explain a rule or a checklist item")
	.argument("<rule or item>", "the id of a rule or of a checklist item such as L2, D1 or K3")
	.action((name: string) => void process.stdout.write(explain(name)));

withTarget(program.command("settings"))
	.description("show the effective settings of a stack and their sources")
	.argument("[path]", ABOUT_TARGET, ".")
	.option("--format <format>", "text or json", "text")
	.action((path: string, options: { format: string }) => void process.stdout.write(showSettings(path, { ...options, ...program.opts() })));

/** The number of internal errors that are printed without --debug; a rule may throw for every resource. */
const MOST_PRINTED = 10;

/** Prints a line for each internal error; the stack traces only with --debug. */
function reportInternalErrors({ internalErrors }: Report): void {
	const debug = program.opts()["debug"] === true;
	const printed = debug ? internalErrors : internalErrors.slice(0, MOST_PRINTED);
	const hint = debug ? "" : " (use --debug for the stack trace)";
	for (const { message, stack } of printed)
		printError([`scalekit-readiness: ${safeText(message)}${hint}`, ...(stack ?? []).map(safeText)].join("\n"));
	const more = internalErrors.length - printed.length;
	if (more > 0) printError(`scalekit-readiness: ${more} more internal errors`);
}

/** Commander's message without its prefix and line breaks. */
function inOneLine(text: string): string {
	return text
		.replace(/^error: /, "")
		.trim()
		.replace(/\s*\n\s*/g, " ");
}

function collect(text: string, before: Output[]): Output[] {
	return [...before, parseOutput(text)];
}

function gather(text: string, before: readonly string[] = []): readonly string[] {
	return [...before, text];
}

function positive(text: string): number {
	const seconds = Number(text);
	if (!(seconds > 0)) throw new InvalidArgumentError("Must be a positive number of seconds.");
	return seconds;
}

/** Prints one line, or one for each error in the settings; the stack trace only with --debug. */
function report(error: unknown): void {
	if (error instanceof CommanderError) {
		process.exitCode = error.exitCode === 0 ? EXIT.success : EXIT.error;
		return;
	}
	process.exitCode = EXIT.error;
	const known = error instanceof Error && EXPECTED_ERRORS.has(error.name);
	const message = error instanceof Error ? error.message : String(error);
	const text = error instanceof Error && error.name === "SettingsError" ? message : safeText(message);
	printError(`scalekit-readiness: ${known ? text : `internal error: ${text} (use --debug for the stack trace)`}`);
	if (program.opts()["debug"] && error instanceof Error) printError(String(error.stack));
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? (process.exitCode ?? 0) : EXIT.error));
program.parseAsync().catch(report);
