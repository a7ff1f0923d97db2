import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { Severity } from "../policies/engine/rule";
import type { SourceError } from "../policies/sources/source";
import type { SettingsError } from "../settings/error";
import { check } from "./check";
import type { UsageError } from "./error";
import { explain } from "./explain";
import { parseFailOn } from "./fail-on";
import { type Output, parseOutput, planOutputs, write } from "./output";
import { listRules } from "./rules";
import { showSettings } from "./settings";
import { VERSION } from "./version";

/** Errors that speak to the user, by name: the part that runs programs is a bundle of its own, with classes of its own. */
const FORESEEN: ReadonlySet<string> = new Set<UsageError["name"] | SettingsError["name"] | SourceError["name"]>([
	"UsageError",
	"SettingsError",
	"SourceError",
]);

/** Exit statuses: nothing blocks, something blocks, wrong use or unreadable input. */
const EXIT = { ready: 0, blocked: 1, unusable: 2 } as const;

const program = new Command("scalekit-readiness")
	.description("Checks infrastructure against Scalekit's production-readiness checklist.")
	.version(VERSION)
	.option("--debug", "show what a program prints, and the stack trace of an error")
	.exitOverride()
	.configureOutput({ outputError: (text, output) => output(`scalekit-readiness: ${inOneLine(text)}\n`) })
	.showSuggestionAfterError();

const ABOUT_TARGET =
	"a folder with a Pulumi program for Node.js, a file from `pulumi stack export` or `pulumi preview --json`, or - for standard input";

const withTarget = (command: Command) =>
	command
		.option("--stack <name>", "the stack whose configuration a program gets; may be given again, and each is checked", gather)
		.option("--profile <name>", "the profile, in place of what readiness.yaml says")
		.option(
			"--config <file or key=value>",
			"the settings file, in place of the readiness.yaml that is found; or a value of the program's configuration, in place of the stack file's; may be given again",
			gather,
		)
		.option("--no-predicted-outputs", "run a program once, as at a preview: what depends on an output is undetermined")
		.option("--timeout <seconds>", "how long a program may run", positive, 120);

withTarget(program.command("check"))
	.description("check stacks and report all 86 lines; exit status 0: nothing blocks, 1: something blocks, 2: wrong use or unreadable input")
	.argument("[path...]", ABOUT_TARGET, ["."])
	.option("--format <format>", "text, json or sarif; `sarif=FILE` writes a file; may be given again", collect, [] as Output[])
	.option("--all", "list passes, what does not apply and every line, too")
	.option(
		"--fail-on <undetermined[:severity]>",
		"exit with status 1 also where findings of this severity or a worse one are undetermined",
		parseFailOn,
	)
	.option("--exit-zero", "exit with status 0 even where something blocks")
	.action(async (paths: string[], options: { format: Output[]; all?: boolean; exitZero?: boolean; failOn?: Severity }) => {
		const outputs = planOutputs(options.format);
		const report = await check(paths, { ...options, ...program.opts() });
		write(report, outputs, options.all ?? false);
		const failing = report.summary.blocking + (report.strict?.failing ?? 0);
		if (failing > 0 && !options.exitZero) process.exitCode = EXIT.blocked;
	});

program
	.command("rules")
	.description("list the rules")
	.option("--format <format>", "text or json", "text")
	.action((options: { format: string }) => void process.stdout.write(listRules(options.format)));

program
	.command("explain")
	.description("explain a rule, or a line of the checklist")
	.argument("<rule or line>", "a rule's id, or a line such as L2, D1 or K3")
	.action((name: string) => void process.stdout.write(explain(name)));

withTarget(program.command("settings"))
	.description("show the profile, levels, options and exceptions that hold for a stack, and where each comes from")
	.argument("[path]", ABOUT_TARGET, ".")
	.option("--format <format>", "text or json", "text")
	.action((path: string, options: { format: string }) => void process.stdout.write(showSettings(path, { ...options, ...program.opts() })));

/** What commander says, without its own mark and line breaks. */
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
	if (!(seconds > 0)) throw new InvalidArgumentError("It must be a number of seconds.");
	return seconds;
}

/** One line for a person; the stack trace only where it was asked for. */
function report(error: unknown): void {
	if (error instanceof CommanderError) {
		process.exitCode = error.exitCode === 0 ? EXIT.ready : EXIT.unusable;
		return;
	}
	process.exitCode = EXIT.unusable;
	const known = error instanceof Error && FORESEEN.has(error.name);
	const message = error instanceof Error ? error.message : String(error);
	process.stderr.write(`scalekit-readiness: ${known ? message : `it broke: ${message}; --debug shows where`}\n`);
	if (program.opts()["debug"] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

process.stdout.on("error", (error: NodeJS.ErrnoException) =>
	process.exit(error.code === "EPIPE" ? (process.exitCode ?? 0) : EXIT.unusable),
);
program.parseAsync().catch(report);
