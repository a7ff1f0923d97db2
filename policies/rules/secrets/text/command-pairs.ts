import { SECRET_COMMANDS, SECRET_DIRECTIVES, type SecretCommand, STDIN_PROGRAMS } from "../../../facts/secret-commands";
import type { Pair } from "../pair";
import { isSecretName, wordsOf } from "../secret-names";
import { type Command, commandsIn, printed, type Word } from "./shell";

/** Words that name a program of the table, or an option that is looked for; most texts contain none. */
const MAY_HOLD_COMMANDS = new RegExp(
	`(?<![\\w-])(?:${[...SECRET_COMMANDS.flatMap(({ programs }) => programs), ...Object.keys(STDIN_PROGRAMS), ...SECRET_DIRECTIVES, "chpasswd", "pgpass", "echo", "printf", "kubectl", "put-parameter", "set", "put", "setx", "openssl", "tee", "--?[hH]eader", "-H"].join("|")})(?![\\w-])`,
);

/** The secrets that commands of a script get as arguments or read from their input. */
export function commandPairs(text: string): readonly Pair[] {
	if (!MAY_HOLD_COMMANDS.test(text)) return [];
	return commandsIn(text).flatMap(pairsOf);
}

/** The secrets in one command, given as a list of words. */
export function wordPairs(words: readonly string[]): readonly Pair[] {
	return pairsOf({ words: words.map((text) => ({ text, literal: !/\$[A-Za-z_{(]/.test(text) })), input: [], outputs: [] });
}

function pairsOf(command: Command): readonly Pair[] {
	return [
		...SECRET_COMMANDS.flatMap((known) => fromTable(command, known)),
		...headers(command),
		...settings(command),
		...parameters(command),
		...kubernetesSecrets(command),
		...keyPasswords(command),
		...formatted(command),
		...fromInput(command),
		...writtenFiles(command),
		...directives(command),
	];
}

function labelled(word: Word | undefined, label: string): readonly Pair[] {
	if (word === undefined || !word.literal || word.text === "") return [];
	return [{ name: "password", value: word.text, path: "password", label }];
}

function named(name: string, word: Word | undefined): readonly Pair[] {
	if (word === undefined || !word.literal || word.text === "") return [];
	return [{ name, value: word.text, path: name }];
}

function programOf(word: Word): string {
	return (word.text.split(/[/\\]/).at(-1) ?? "").replace(/\.exe$/i, "");
}

/** Finds the program anywhere in the command: behind `sudo`, in `docker exec db mysql …`. */
function fromTable({ words }: Command, known: SecretCommand): readonly Pair[] {
	const at = words.findIndex((word) => known.programs.includes(programOf(word)));
	if (at === -1) return [];
	const rest = words.slice(at + 1);
	const sub = known.subcommand === undefined ? 0 : rest.findIndex(({ text }) => text === known.subcommand) + 1;
	if (known.subcommand !== undefined && sub === 0) return [];
	const found = rest.flatMap((word, index): readonly Pair[] => {
		const [option, inline] = optionOf(word);
		const value = inline ?? rest[index + 1];
		if (known.options?.includes(option) && value && !value.text.startsWith("-")) return labelled(value, known.label);
		if (known.logins?.includes(option) && value) return login(value, known.separator ?? ":", known.label);
		const attached = known.attached?.find((each) => word.text.startsWith(each) && word.text.length > each.length);
		return attached ? labelled({ ...word, text: word.text.slice(attached.length) }, known.label) : [];
	});
	return found.length > 0 || known.argument === undefined ? found : labelled(argumentOf(rest.slice(sub), known), known.label);
}

function optionOf(word: Word): readonly [option: string, inline?: Word] {
	const match = /^(--[\w-]+)=(.*)$/s.exec(word.text);
	return match ? [match[1] as string, { ...word, text: match[2] as string }] : [word.text];
}

function argumentOf(words: readonly Word[], { argument, flag }: SecretCommand): Word | undefined {
	const isOption = ({ text }: Word) => /^-|^\/[a-z]/i.test(text);
	if (flag !== undefined && !words.some(({ text }) => /^-[A-Za-z]+$/.test(text) && text.includes(flag))) return undefined;
	const plain = words.filter(
		(word, index) => !isOption(word) || (index > 0 && word.literal && /^\//.test(word.text) && word.text.includes(".")),
	);
	if (argument === -1) return plain.length > 1 ? plain.at(-1) : undefined;
	return plain[argument ?? 0]?.text.includes("=") ? undefined : plain[argument ?? 0];
}

function login(word: Word, separator: string, label: string): readonly Pair[] {
	const at = word.text.indexOf(separator);
	if (at === -1 || at === word.text.length - 1) return [];
	const password = word.text.slice(at + 1);
	return /^\d{1,5}$/.test(password) && /^\d+$/.test(word.text.slice(0, at)) ? [] : labelled({ ...word, text: password }, label);
}

/** `-H "X-Api-Key: value"`. */
function headers({ words }: Command): readonly Pair[] {
	return words.flatMap((word, index) => {
		const [option, inline] = optionOf(word);
		if (option !== "-H" && option !== "--header" && option !== "-Headers") return [];
		const header = inline ?? words[index + 1];
		const match = /^([A-Za-z][\w-]*):\s*(\S.*)$/.exec(header?.text ?? "");
		if (!header || !match) return [];
		const [, name, value] = match as unknown as [string, string, string];
		if (/^authorization$/i.test(name))
			return labelled({ ...header, text: value.replace(/^[A-Za-z]+ +/, "") }, "an Authorization header with a credential");
		return isSecretName(name) ? named(name, { ...header, text: value }) : [];
	});
}

/** `aws configure set NAME value`, `setx NAME value`, `consul kv put NAME value`. */
function settings({ words }: Command): readonly Pair[] {
	const at = words.findIndex(({ text }) => /^(?:set|setx|put|config:set|\[.*\]::SetEnvironmentVariable)$/.test(text));
	const name = words[at + 1];
	const value = words[at + 2];
	if (at === -1 || !name || !value || /[=\s]/.test(name.text) || value.text.startsWith("-")) return [];
	return isSecretName(name.text) ? named(name.text, value) : [];
}

/** `aws ssm put-parameter --name NAME --value value`. */
function parameters({ words }: Command): readonly Pair[] {
	if (!words.some(({ text }) => text === "put-parameter")) return [];
	const optionValue = (option: string): Word | undefined => {
		const at = words.findIndex((word) => optionOf(word)[0] === option);
		return at === -1 ? undefined : (optionOf(words[at] as Word)[1] ?? words[at + 1]);
	};
	const value = optionValue("--value");
	const name = optionValue("--name");
	if (value && /^(?:file|fileb):\/\//.test(value.text)) return [];
	if (optionValue("--type")?.text === "SecureString") return labelled(value, "the value of a SecureString");
	return name && isSecretName(name.text) ? named(name.text, value) : [];
}

/** Everything in `kubectl create secret … --from-literal=name=value` is a secret. */
function kubernetesSecrets({ words }: Command): readonly Pair[] {
	const at = words.findIndex(({ text }) => text === "secret");
	if (at < 1 || words[at - 1]?.text !== "create" || words[at + 1]?.text === "tls") return [];
	return words.flatMap((word, index) => {
		const [option, inline] = optionOf(word);
		const value = option === "--from-literal" ? (inline ?? words[index + 1]) : undefined;
		const pair = /^([^=]+)=(.+)$/s.exec(value?.text ?? "");
		if (!value || !pair || /^(?:user(?:name)?|host|port|url|email)$/i.test(pair[1] as string)) return [];
		return labelled({ ...value, text: pair[2] as string }, "the value of a Kubernetes secret");
	});
}

/** OpenSSL's `pass:value`. */
function keyPasswords({ words }: Command): readonly Pair[] {
	if (!words.some((word) => programOf(word) === "openssl")) return [];
	return words.flatMap((word) =>
		/^pass:./.test(word.text) ? labelled({ ...word, text: word.text.slice(5) }, "the password of a key") : [],
	);
}

/** `printf 'NAME=%s' value`. */
function formatted({ words }: Command): readonly Pair[] {
	const at = words.findIndex(({ text }) => text === "printf");
	const format = words[at + 1]?.text;
	if (at === -1 || format === undefined) return [];
	const names = [...format.matchAll(/([\w.-]+)?(?:["']?\s*[:=]\s*["']?)?%[sbqd]/g)].map((match) => match[1] ?? "");
	return names.flatMap((name, index) => (isSecretName(name) ? named(name, words[at + 2 + index]) : []));
}

/** What a command reads from `echo … |`, `<<<` or a here-document. */
function fromInput({ words, input }: Command): readonly Pair[] {
	if (input.length === 0) return [];
	if (words.some((word) => programOf(word) === "chpasswd")) {
		if (words.some(({ text }) => text === "-e" || text === "--encrypted")) return [];
		return input.flatMap((line) => line.text.split(/\\n|\n/).flatMap((text) => login({ ...line, text }, ":", "a password")));
	}
	const reads = words.some((word) => {
		const program = programOf(word);
		if (!(program in STDIN_PROGRAMS)) return false;
		const option = STDIN_PROGRAMS[program];
		return option === undefined || words.some(({ text }) => text === option);
	});
	return reads && input.length === 1 && !/\s/.test(input[0]?.text ?? "") ? labelled(input[0], "a password") : [];
}

/** `echo value > /run/secrets/db_password`. */
function writtenFiles({ words, input, outputs }: Command): readonly Pair[] {
	const tee = words[0]?.text === "tee" || words[1]?.text === "tee";
	const files = tee ? words.slice(1).map(({ text }) => text) : outputs;
	const content = tee ? input : printed(words);
	if (content.length !== 1 || !content[0] || /\s/.test(content[0].text.trim())) return [];
	const file = files.find(isSecretFile);
	return file === undefined ? [] : named(secretNameOfFile(file), content[0]);
}

/** True for the path of a file that contains one secret: `/etc/app/db_password.txt`. */
export function isSecretFile(path: string): boolean {
	return isSecretName(secretNameOfFile(path));
}

/** The name of a file without its extension. */
export function secretNameOfFile(path: string): string {
	return (path.split("/").at(-1) ?? "").replace(/\.(?:txt|secret|key|conf)$/, "");
}

/** `requirepass value`, at the start of a line. */
function directives({ words }: Command): readonly Pair[] {
	const [name, value] = words;
	if (words.length !== 2 || !name || !value || !SECRET_DIRECTIVES.has(name.text)) return [];
	return labelled(value, `a password for ${wordsOf(name.text).join(" ")}`);
}
