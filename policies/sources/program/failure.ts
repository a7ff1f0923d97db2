import { stripVTControlCharacters } from "node:util";
import type { StackConfig } from "./config";
import type { Ending } from "./process";
import type { Recording } from "./recording";

const LONGEST = 300;

/** Why a program could not be checked, in one line without any secret. */
export function explainFailure(ending: Ending, recording: Recording, config: StackConfig, timeout: number): string {
	if (ending.startError) return `the program cannot be started (${ending.startError})`;
	if (ending.timedOut) return explainTimeout(recording, timeout);
	const logged = recording.error ?? lastError(ending);
	if (ending.status === 0 && recording.error === undefined)
		return "the program ended before it was done: it calls process.exit, and what it registers after that is lost";
	if (logged === undefined) {
		return ending.signal
			? `the program was ended by ${ending.signal}, and gave no reason`
			: `the program ended with exit status ${ending.status} and gave no reason; does it call process.exit?`;
	}
	const reason = inOneLine(config.concealer.text(logged));
	return `the program failed: ${reason}${hint(reason, recording, config)}`;
}

function explainTimeout(recording: Recording, timeout: number): string {
	const limit = `the program did not end within ${timeout / 1000} s`;
	return recording.hasOutputs
		? `${limit}, though its code ran to the end: something keeps it alive, such as a timer, a server or an open connection`
		: `${limit}; --timeout gives it longer`;
}

function lastError({ lastLines }: Ending): string | undefined {
	return lastLines.findLast((line) => /error/i.test(line));
}

/** The error itself, without the stack trace and the sentence in which Pulumi wraps it. */
function inOneLine(error: string): string {
	const lines = stripVTControlCharacters(error)
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "" && !line.startsWith("at ") && !line.startsWith("Running program"));
	const line = lines.find((each) => /error/i.test(each)) ?? lines[0] ?? "it gave no reason";
	const plain = line.replace(/^(Uncaught )?Error: /, "").replace(/\d+ UNKNOWN: /, "");
	return plain.length > LONGEST ? `${plain.slice(0, LONGEST)} …` : plain;
}

/** What would help, where the reason is one that a check has and an update has not. */
function hint(reason: string, recording: Recording, config: StackConfig): string {
	const missing = /Cannot find (?:module|package) '([^'./][^']*)'/.exec(reason)?.[1];
	if (missing) return `; run "npm install" for it first`;
	if (reason.includes("[secret]")) return "; [secret] stands for an encrypted value, which cannot be read here";
	if (reason.includes("Missing required configuration variable")) return configurationHint(config);
	const asked = [...recording.unanswered.keys()];
	if (asked.length > 0 && /TypeError|SyntaxError|is not a function|undefined|JSON/.test(reason))
		return `; nothing answers ${asked.slice(0, 3).join(", ")} here: give what "pulumi preview --json --show-sames" writes`;
	return "";
}

function configurationHint({ file, environments }: StackConfig): string {
	if (environments.length > 0) return `; ${file} takes it from an environment (${environments.join(", ")}), which is not read here`;
	return file ? `; ${file} does not set it` : "; there is no stack file that sets it: --stack names one";
}
