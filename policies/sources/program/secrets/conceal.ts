import { insideBase64 } from "../predicted/stand-ins";

/** What is shown in place of a secret. */
export const MASK = "[secret]";

/** What is shorter is more likely a word of its own than a secret. */
const SHORTEST = 8;

/** What is shorter may be any word, and tells nothing. */
const SHORTEST_WORD = 4;

/** What is inside a URL, or whatever looks like one, between a user's name and a host. */
const PASSWORD_IN_URL = /\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@'"]{0,200}:)[^\s/'"]{1,500}(?=@)/gi;

/** Stands in for the mask while there are secrets to look for: one of them may be the word "secret". */
const MASKED = "\u0000";

/** Hides, in names and texts of a program, secrets and what stands for them. */
export class Concealer {
	readonly #marks: readonly string[];
	readonly #environment: readonly string[];
	readonly #long: readonly string[];
	readonly #words: readonly RegExp[];

	/**
	 * @param placeholders the texts that stand for encrypted values
	 * @param declared other texts of the configuration that nobody is to see
	 * @param environment the same of environment variables
	 * @param withoutStandIns hides what stands for values that are known only after deployment
	 */
	constructor(
		placeholders: readonly string[],
		declared: readonly string[] = [],
		environment: readonly string[] = [],
		private readonly withoutStandIns = (text: string) => text,
	) {
		this.#marks = placeholders.flatMap((each) => [each, ...insideBase64(each)]);
		this.#environment = environment.flatMap(formsOf);
		const masked = longestFirst([...this.#marks, ...declared.flatMap(formsOf), ...this.#environment]);
		this.#long = masked.filter((each) => each.length >= SHORTEST);
		this.#words = masked.filter((each) => each.length >= SHORTEST_WORD && each.length < SHORTEST).map(asWord);
	}

	/** A name that the program gave, with a mask in place of every secret that is long enough to be told from a name. */
	name(name: string): string {
		return shown(this.#withoutLong(name));
	}

	/** A text for people, with a mask in place of every secret. */
	text(text: string): string {
		const masked = this.#words.reduce((rest, word) => rest.replace(word, MASKED), this.#withoutLong(text));
		return this.withoutStandIns(shown(masked.replace(PASSWORD_IN_URL, `$1${MASKED}`)));
	}

	/** What is hidden in a text, before it is masked. */
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

/** A short secret is masked where it stands alone, and left inside other words. */
function asWord(secret: string): RegExp {
	return new RegExp(`(?<![A-Za-z0-9_])${secret.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![A-Za-z0-9_])`, "g");
}

/** How a secret shows in a text: as it is, line by line, in JSON, in a URL, and encoded in base64. */
function formsOf(secret: string): readonly string[] {
	const lines = secret.split(/\r?\n/).map((line) => line.trim());
	const inUrl = encodeURIComponent(Buffer.from(secret).toString());
	const forms = [secret, ...lines, JSON.stringify(secret).slice(1, -1), inUrl];
	return (secret.length >= SHORTEST ? [...forms, ...insideBase64(secret)] : forms).filter((each) => each.length >= SHORTEST_WORD);
}
