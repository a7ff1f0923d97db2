import { stripVTControlCharacters } from "node:util";
import type { Recording } from "./monitor/recording";
import { placeOf } from "./place";
import { LONGEST_LINE } from "./process/lines";
import type { Ending } from "./process/process";
import type { StackConfig } from "./project/config";
import { MASK } from "./secrets/conceal";

const LONGEST = 300;

/** What an explanation is drawn from, beside the program's end. */
export interface Circumstances {
	readonly recording: Recording;
	readonly config: StackConfig;
	/** In milliseconds. */
	readonly timeout: number;
	/** The folder of the program's own files. */
	readonly folder: string;
	/** The last line that it printed or logged, with its secrets. */
	readonly lastLine: string | undefined;
}

const EXITS = "the program ended before it was done: it calls process.exit, and what it registers after that is lost";
const AWAITS =
	'the program ended before it was done: it awaits a value that never arrives at a preview, such as an output; use it in "apply" or "pulumi.all" without awaiting it, or give what "pulumi stack export" writes';

/** Why a program could not be checked, in one line without any secret. */
export function explainFailure(ending: Ending, circumstances: Circumstances): string {
	const { recording, config, lastLine } = circumstances;
	if (ending.startError) return `the program cannot be started (${ending.startError})`;
	if (ending.lineTooLong) return `the program printed more than ${LONGEST_LINE / 1024 / 1024} MiB without a line break`;
	if (ending.timedOut) return explainTimeout(circumstances);
	if (recording.error !== undefined) return explainError(recording.error, circumstances);
	if (ending.status === 0 || leavesPromises(ending)) return ending.ranDry ? explainWait(ending, config) : EXITS;
	const end = ending.signal ? `the program was ended by ${ending.signal}` : `the program ended with exit status ${ending.status}`;
	const said = lastWords(ending) ?? lastLine;
	if (said === undefined) return `${end} and gave no reason${ending.signal ? "" : "; does it call process.exit?"}`;
	const reason = shortened(config.concealer.text(said));
	return `${end}; last output: ${reason}${hint(reason, said, circumstances)}`;
}

/** SDKs print this where a program ends while it registers resources, whatever the reason is. */
function leavesPromises({ lastLines }: Ending): boolean {
	return lastLines.some((line) => /promises? (?:was|were) still active|exited before the following resource/.test(line));
}

/** Newer SDKs name the resource that waits: `* "a" [aws:s3/bucket:Bucket] was waiting for …`. */
function explainWait({ lastLines }: Ending, { concealer }: StackConfig): string {
	const waiting = lastLines.map((line) => /^\s*\* (".+ was waiting for .+)$/.exec(line)?.[1]).find((each) => each !== undefined);
	return waiting ? `the program ended before it was done: ${shortened(concealer.text(waiting))}` : AWAITS;
}

function explainError(error: string, circumstances: Circumstances): string {
	const shown = circumstances.config.concealer.text(error);
	const reason = inOneLine(shown);
	const place = placeOf(shown, circumstances.folder);
	return `the program failed: ${reason}${place ? ` (${place.file}:${place.line})` : ""}${hint(reason, error, circumstances)}`;
}

function explainTimeout({ recording, config, timeout, lastLine }: Circumstances): string {
	const why = recording.exports
		? ", though its code ran to the end: something keeps it alive, such as a timer, a server or an open connection"
		: "; --timeout gives it longer";
	const output = lastLine && shortened(config.concealer.text(stripVTControlCharacters(lastLine).trim()));
	return `the program did not end within ${timeout / 1000} s${why}${output ? `; last output: ${output}` : ""}`;
}

/** Stack frames, properties of what was thrown, closing brackets, and what Node.js adds of itself. */
const ADDED = [
	/^\s*at /,
	/^\s*\d+: 0x/,
	/^\s+(?:\w+|'[^']*'|\[[^\]]*\]): /,
	/^\s*[\]}),]*$/,
	/^-+ .* -+$/,
	/^Node\.js v\d/,
	/^\(node:\d+\)/,
	/^\(Use `/,
];

function lastWords({ lastLines }: Ending): string | undefined {
	const line = lastLines.map(stripVTControlCharacters).findLast((each) => !ADDED.some((added) => added.test(each)));
	return line?.replace(/^\s*(?:\* )?/, "").trim();
}

/** How an error starts, in a text that may hold the code that it is about. */
const ERROR = /^(?:Uncaught )?[\w.$]*Error(?: \[\w+\])?: /;

/** The error itself and the deepest cause that it names, without the stack trace and the sentence in which Pulumi wraps it. */
function inOneLine(error: string): string {
	const lines = stripVTControlCharacters(error)
		.split("\n")
		// Node.js marks an error that refers to itself, as those of the SDK do.
		.map((line) => line.trim().replace(/^<ref \*\d+> /, ""))
		.filter((line) => line !== "" && !line.startsWith("Running program"));
	const start = Math.max(
		0,
		lines.findIndex((line) => ERROR.test(line)),
	);
	const trace = lines.findIndex((line, index) => index > start && line.startsWith("at "));
	const message = lines.slice(start, trace === -1 ? undefined : trace);
	const [line = "it gave no reason"] = message;
	// A message in several lines is one sentence where the first one promises more: a list, an object, the name of a step.
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

/** What is left out is in the middle: an error often ends with its reason. */
function shortened(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}` : text;
}

const HIDDEN = {
	encrypted: "stands for an encrypted value, which cannot be read here",
	environment: "hides the value of an environment variable",
} as const;

function secretHint(kinds: readonly (keyof typeof HIDDEN)[]): string {
	return kinds.length === 0 ? "" : `; ${MASK} ${kinds.map((kind) => HIDDEN[kind]).join(", or ")}`;
}

/** What would help, where the reason is one that a check has and an update has not. */
function hint(reason: string, unmasked: string, { recording, config }: Circumstances): string {
	const missing = /Cannot find (?:module|package) '([^'./][^']*)'/.exec(reason)?.[1];
	if (missing) return `; run "npm install" for it first`;
	if (reason.includes(MASK)) return secretHint(config.concealer.kindsIn(unmasked));
	const key = /Missing required configuration variable '([^']+)'/.exec(reason)?.[1];
	if (key) return `; set it with --config ${key}=VALUE${configurationHint(config)}`;
	const asked = [...recording.unanswered.keys()];
	if (asked.length > 0 && /TypeError|SyntaxError|is not a function|undefined|JSON/.test(reason))
		return `; nothing answers ${asked.slice(0, 3).join(", ")} here: give what "pulumi preview --json --show-sames" writes`;
	return "";
}

function configurationHint({ file, environments }: StackConfig): string {
	if (environments.length > 0) return `; ${file} takes it from an environment (${environments.join(", ")}), which is not read here`;
	return file ? `; ${file} does not set it` : "; there is no stack file that sets it (--stack names one)";
}
