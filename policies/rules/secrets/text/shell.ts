/** A word of a shell command, without its quotes. */
export interface Word {
	readonly text: string;
	/** True if the shell expands no variable in it. */
	readonly literal: boolean;
}

/** A command of a script. */
export interface Command {
	readonly words: readonly Word[];
	/** What the command reads: the words of `echo` in front of a pipe, a here-string, or the lines of a here-document. */
	readonly input: readonly Word[];
	/** The files that its output is written to. */
	readonly outputs: readonly string[];
}

/** One word, separator or redirection of a line. */
const TOKEN =
	/(?:\$\([^()]{0,2048}(?:\([^()]{0,2048}\)[^()]{0,2048}){0,4}\)|`[^`]{0,2048}`|"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s|;&<>()"'\\]|["'](?=[^"']*$))+|<<<|<<-?|>>?|\|\|?|&&?|[;()<]/g;
const PART = /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)|([^"'\\]+)|["']/g;
/** The command of a substitution: `$(command)`. */
const SUBSTITUTION = /\$\(([^()]{1,2048})\)/g;
/** What a shell expands outside single quotes. */
const EXPANSION = /\$[A-Za-z_{(\d@*]|`/;
const SEPARATORS: ReadonlySet<string> = new Set(["||", "&&", "&", ";", "(", ")", "|"]);
/** Long lines are documents or encoded files, not commands. */
const LONGEST_LINE = 8192;

/**
 * The commands of a shell script, an approximation: a quote that is not closed on its line is a character, because
 * scripts contain comments and texts of other languages.
 */
export function commandsIn(text: string): readonly Command[] {
	const lines = text.replace(/\\\r?\n[ \t]*/g, " ").split(/\r?\n/);
	const commands: Command[] = [];
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] as string;
		if (line.length > LONGEST_LINE || /^\s*#/.test(line)) continue;
		const delimiter = /<<-?\s*["']?([A-Za-z_]\w*)["']?/.exec(line)?.[1];
		const end = delimiter === undefined ? -1 : lines.findIndex((each, at) => at > index && each.trim() === delimiter);
		const document = lines.slice(index + 1, Math.max(end, index + 1));
		commands.push(...commandsOf(line, document));
		for (const [, inner] of line.matchAll(SUBSTITUTION)) commands.push(...commandsOf(inner as string, []));
	}
	return commands;
}

function commandsOf(line: string, document: readonly string[]): readonly Command[] {
	const commands: { words: Word[]; input: Word[]; outputs: string[] }[] = [];
	let current = start();
	let redirection: string | undefined;
	for (const [token] of line.matchAll(TOKEN)) {
		if (SEPARATORS.has(token)) {
			const piped = token === "|" ? printed(current.words) : [];
			current = start(piped);
			redirection = undefined;
		} else if (/^(?:<<?-?|<<<|>>?)$/.test(token)) {
			redirection = token;
		} else if (redirection !== undefined) {
			const word = wordOf(token);
			if (redirection === "<<<") current.input.push(word);
			if (redirection.startsWith(">")) current.outputs.push(word.text);
			if (redirection === "<<" || redirection === "<<-")
				current.input.push(...document.map((text) => ({ text, literal: !EXPANSION.test(text) })));
			redirection = undefined;
		} else {
			current.words.push(wordOf(token));
		}
	}
	return commands.filter(({ words }) => words.length > 0);

	function start(input: readonly Word[] = []) {
		const command = { words: [], input: [...input], outputs: [] };
		commands.push(command);
		return command as { words: Word[]; input: Word[]; outputs: string[] };
	}
}

/** What `echo` and `printf` print. */
export function printed(words: readonly Word[]): readonly Word[] {
	const at = words.findIndex(({ text }) => /^(?:echo|printf|Write-Output|Write-Host)$/.test(text));
	if (at === -1) return [];
	const kept = words.slice(at + 1).filter(({ text }) => !/^-[neE]+$/.test(text));
	const isFormat = words[at]?.text === "printf" && /^(?:%s|%b)(?:\\n)?$/.test(kept[0]?.text ?? "");
	return isFormat ? kept.slice(1) : kept;
}

function wordOf(token: string): Word {
	let literal = true;
	const text = token.replace(PART, (_part, double?: string, single?: string, escaped?: string, plain?: string) => {
		const expanded = double ?? plain;
		if (expanded !== undefined && EXPANSION.test(expanded)) literal = false;
		return double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? escaped ?? plain ?? "";
	});
	return { text, literal };
}
