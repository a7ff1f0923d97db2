import { stripVTControlCharacters } from "node:util";
import { insideBase64 } from "../predicted/stand-ins";

/** The mask for secrets. */
export const MASK = "[secret]";

/** Shorter texts are more likely words than secrets. */
const SHORTEST = 8;

/** Shorter texts may be any word. */
const SHORTEST_WORD = 4;

/** The password in a URL, or in text that looks like one. */
const PASSWORD_IN_URL = /\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@'"]{0,200}:)[^\s/'"]{1,500}(?=@)/gi;

/** A temporary mask while secrets are searched: one of them may be the word "secret". */
const MASKED = "\u0000";

/** Masks secrets and their placeholders in names and texts of a program. */
export class Redactor {
	readonly #marks: readonly string[];
	readonly #environment: readonly string[];
	readonly #long: readonly string[];
	readonly #words: readonly RegExp[];

	/**
	 * @param placeholders the placeholders for encrypted values
	 * @param declared other secret texts of the configuration
	 * @param environment secret values of environment variables
	 * @param maskOthers masks stand-ins and undeclared secrets in a text without control sequences
	 */
	constructor(
		placeholders: readonly string[],
		declared: readonly string[] = [],
		environment: readonly string[] = [],
		private readonly maskOthers = (text: string) => text,
	) {
		this.#marks = placeholders.flatMap((each) => [each, ...insideBase64(each)]);
		this.#environment = environment.flatMap(formsOf);
		const masked = longestFirst([...this.#marks, ...declared.flatMap(formsOf), ...this.#environment]);
		this.#long = masked.filter((each) => each.length >= SHORTEST);
		this.#words = masked.filter((each) => each.length >= SHORTEST_WORD && each.length < SHORTEST).map(asWord);
	}

	/** A resource name, with secrets masked that are long enough not to be ordinary names. */
	name(name: string): string {
		return shown(this.#withoutLong(name));
	}

	/** A text with all secrets masked, without the control sequences of colors, which may adjoin them. */
	text(text: string): string {
		const masked = this.#words.reduce((rest, word) => rest.replace(word, MASKED), this.#withoutLong(stripVTControlCharacters(text)));
		return this.maskOthers(shown(masked.replace(PASSWORD_IN_URL, `$1${MASKED}`)));
	}

	/** The sources of the secrets in an unmasked text. */
	kindsIn(text: string): readonly ("encrypted" | "environment")[] {
		const isOfEnvironment = this.#environment.some((each) => text.includes(each));
		return [...(this.#holdsSecret(text) ? (["encrypted"] as const) : []), ...(isOfEnvironment ? (["environment"] as const) : [])];
	}

	#withoutLong(text: string): string {
		return this.#long.reduce((rest, secret) => rest.replaceAll(secret, MASKED), text);
	}

	#holdsSecret(text: string): boolean {
		return this.#marks.some((mark) => text.includes(mark));
	}
}

function shown(masked: string): string {
	return masked.replaceAll(MASKED, MASK);
}

function longestFirst(texts: readonly string[]): readonly string[] {
	return [...new Set(texts)].sort((a, b) => b.length - a.length);
}

/** A short secret is masked as a separate word only. */
function asWord(secret: string): RegExp {
	return new RegExp(`(?<![A-Za-z0-9_])${secret.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![A-Za-z0-9_])`, "g");
}

/** The forms of a secret in a text: unchanged, by line, in JSON, in a URL, and in base64. */
function formsOf(secret: string): readonly string[] {
	const lines = secret.split(/\r?\n/).map((line) => line.trim());
	const inUrl = encodeURIComponent(Buffer.from(secret).toString());
	const forms = [secret, ...lines, JSON.stringify(secret).slice(1, -1), inUrl];
	return (secret.length >= SHORTEST ? [...forms, ...insideBase64(secret)] : forms).filter((each) => each.length >= SHORTEST_WORD);
}
