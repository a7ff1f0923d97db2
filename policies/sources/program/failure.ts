import { stripVTControlCharacters } from "node:util";
import { STACK_TYPE } from "../../engine/urn";
import { errorLocation } from "./error-location";
import type { Recording } from "./monitor/recording";
import { LONGEST_LINE } from "./process/lines";
import type { ExitCall } from "./process/preload";
import { type Ending, TOTAL_TIMEOUTS } from "./process/process";
import type { StackConfig } from "./project/config";
import { PrivateKeyLines } from "./secrets/private-key-lines";
import { MASK } from "./secrets/redactor";

const LONGEST = 300;

/** The context of a failure, besides how the program ended. */
export interface FailureContext {
	readonly recording: Recording;
	readonly config: StackConfig;
	/** In milliseconds. */
	readonly timeout: number;
	/** The folder of the program's own files. */
	readonly folder: string;
	/** The last line that it printed or logged, not redacted. */
	readonly lastLine: string | undefined;
}

/** Native code has ended the process. */
const EXITED = "the program exited with status 0";
const LOST = " before it was complete: resources that it would register later are missing";
const AWAITS_OUTPUT =
	'the program ended early: it awaits a value that is never resolved in a preview, such as an output; use "apply" or "pulumi.all" instead, or check the output of "pulumi stack export"';

/** Why a program could not be checked, in one line without secrets. */
export function explainFailure(ending: Ending, circumstances: FailureContext): string {
	const { recording, config, lastLine } = circumstances;
	if (ending.startError) return `the program cannot be started (${ending.startError})`;
	if (ending.lineTooLong) return `the program printed more than ${LONGEST_LINE / 1024 / 1024} MiB without a line break`;
	if (ending.timedOut) return explainTimeout(ending.timedOut, circumstances);
	if (recording.error !== undefined) return explainError(recording.error, circumstances);
	const endsWithoutError = ending.status === 0 || leavesPromises(ending);
	const waits = ending.ranDry && !(ending.exitCall && recording.exports);
	if (endsWithoutError && waits) return explainWait(ending, config);
	if (ending.exitCall?.code === 0) return `${describeExit(ending.exitCall, circumstances)}${LOST}`;
	if (endsWithoutError) return `${EXITED}${LOST}`;
	const end = describeEnd(ending, circumstances);
	const said = lastWords(ending) ?? lastLine;
	if (said === undefined) return `${end} without an error message`;
	const reason = shortened(config.redactor.text(said));
	return `${end}; last output: ${reason}${hint(reason, said, circumstances)}`;
}

function describeEnd(ending: Ending, circumstances: FailureContext): string {
	if (ending.signal) return `the program was killed by ${ending.signal}`;
	return ending.exitCall ? describeExit(ending.exitCall, circumstances) : `the program ended with exit status ${ending.status}`;
}

function describeExit({ code, stack }: ExitCall, { folder }: FailureContext): string {
	const place = errorLocation(stack, folder);
	return `the program called process.exit(${code})${place ? ` (${place.file}:${place.line})` : ""}`;
}

/** SDKs print this if a program ends while registering resources, for any reason. */
function leavesPromises({ lastLines }: Ending): boolean {
	return lastLines.some((line) => /promises? (?:was|were) still active|exited before the following resource/.test(line));
}

/** Newer SDKs name the waiting resource: `* "a" [aws:s3/bucket:Bucket] was waiting for …`. */
function explainWait({ lastLines }: Ending, { redactor }: StackConfig): string {
	const waiting = lastLines.map((line) => /^\s*\* (".+ was waiting for .+)$/.exec(line)?.[1]).find((each) => each !== undefined);
	return waiting ? `the program ended early: ${shortened(redactor.text(waiting))}` : AWAITS_OUTPUT;
}

function explainError(error: string, circumstances: FailureContext): string {
	const shown = circumstances.config.redactor.text(error);
	const reason = inOneLine(shown);
	const place = errorLocation(shown, circumstances.folder);
	return `the program failed: ${reason}${place ? ` (${place.file}:${place.line})` : ""}${hint(reason, error, circumstances)}`;
}

function explainTimeout(how: "idle" | "in-progress", { recording, config, timeout, lastLine }: FailureContext): string {
	const registered = recording.resources.filter((each) => each.type !== STACK_TYPE).length;
	const limit =
		how === "in-progress"
			? `${(TOTAL_TIMEOUTS * timeout) / 1000} s and still registers resources (${registered})`
			: `${timeout / 1000} s${registered > 0 ? " after its last resource" : ""}`;
	const why =
		recording.exports && how === "idle"
			? ", although its code completed: something keeps the process alive, such as a timer, a server or an open connection"
			: "; raise the limit with --timeout";
	const output = lastLine && shortened(config.redactor.text(stripVTControlCharacters(lastLine).trim()));
	return `the program did not end within ${limit}${why}${output ? `; last output: ${output}` : ""}`;
}

/** Stack frames, properties of the thrown value, closing brackets, and lines that Node.js adds. */
const ADDED = [
	/^\s*at /,
	/^\s*\d+: 0x/,
	/^\s+(?:\w+|'[^']*'|\[[^\]]*\]): /,
	/^\s*[\]}),]*$/,
	/^-+ .* -+$/,
	/^Node\.js v\d/,
	/^\(node:\d+\)/,
	/^\(Use `/,
	// A fatal error of V8.
	/^#+(?:FailureMessage Object: .*)?$/,
];

function lastWords({ lastLines }: Ending): string | undefined {
	const keys = new PrivateKeyLines();
	const line = lastLines
		.map((each) => keys.masked(stripVTControlCharacters(each)))
		.findLast((each) => !ADDED.some((added) => added.test(each)));
	return line?.replace(/^\s*(?:\* )?/, "").trim();
}

/** The start of an error, in a text that may contain source code. */
const ERROR = /^(?:Uncaught )?[\w.$]*Error(?: \[\w+\])?: /;

/** The error and its deepest cause, without the stack trace and Pulumi's wrapping sentence. */
function inOneLine(error: string): string {
	const lines = stripVTControlCharacters(error)
		.split("\n")
		// Node.js marks errors that refer to themselves, as the SDK's do.
		.map((line) => line.trim().replace(/^<ref \*\d+> /, ""))
		.filter((line) => line !== "" && !line.startsWith("Running program"));
	const start = Math.max(
		0,
		lines.findIndex((line) => ERROR.test(line)),
	);
	const trace = lines.findIndex((line, index) => index > start && line.startsWith("at "));
	const message = lines.slice(start, trace === -1 ? undefined : trace);
	const [line = "no error message"] = message;
	// A multi-line message is joined if its first line is incomplete: a list, an object, the name of a step.
	const whole = /[:[{(]$/.test(line) ? message.join(" ") : line;
	const cause = causeOf(lines.slice(start));
	return shortened([whole, ...(cause ? [cause] : [])].map(withoutWrapping).join(": "));
}

function withoutWrapping(text: string): string {
	return text
		.replace(/^(?:Uncaught )?Error: /, "")
		.replace(/\d+ UNKNOWN: /, "")
		.replace(/^(\w*Error):$/, "$1");
}

/** As Node.js prints it: `[cause]: Error: …`, or the first of the `[errors]: [`. */
function causeOf(lines: readonly string[]): string | undefined {
	const cause = lines.findLast((line) => line.startsWith("[cause]: "));
	if (cause) return cause.slice("[cause]: ".length).replace(/ \{$/, "");
	const errors = lines.indexOf("[errors]: [");
	return errors === -1 ? undefined : lines[errors + 1];
}

/** Shortened in the middle: errors often end with their reason. */
function shortened(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}` : text;
}

const HIDDEN = {
	encrypted: "replaces an encrypted value, which cannot be read here",
	environment: "replaces the value of an environment variable",
} as const;

function secretHint(kinds: readonly (keyof typeof HIDDEN)[]): string {
	return `; ${MASK} ${kinds.map((kind) => HIDDEN[kind]).join(", or ")}`;
}

/** A hint, if the reason is specific to offline checks. */
function hint(reason: string, unmasked: string, { recording, config }: FailureContext): string {
	const missing = /Cannot find (?:module|package) '([^'./][^']*)'/.exec(reason)?.[1];
	if (missing) return `; run "npm install" first`;
	const hidden = reason.includes(MASK) ? config.redactor.kindsIn(unmasked) : [];
	if (hidden.length > 0) return secretHint(hidden);
	const key = /Missing required configuration variable '([^']+)'/.exec(reason)?.[1];
	if (key) return `; set it with --config ${key}=VALUE${configurationHint(config)}`;
	const calls = [...recording.unanswered.keys()];
	if (calls.length > 0 && /TypeError|SyntaxError|is not a function|undefined|JSON/.test(reason))
		return `; ${calls.slice(0, 3).join(", ")} cannot be evaluated offline: check the output of "pulumi preview --json --show-sames"`;
	return "";
}

function configurationHint({ file, environments }: StackConfig): string {
	if (environments.length > 0)
		return `; ${file} takes it from a Pulumi ESC environment (${environments.join(", ")}), which is not read offline`;
	return file ? `; ${file} does not set it` : "; no stack file sets it (choose one with --stack)";
}
