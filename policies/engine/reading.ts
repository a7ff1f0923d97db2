import type { OutputInstance } from "@pulumi/pulumi";
import type { Origin, PartialText } from "./partial-text";
import { parseJson, SECRET_SIGNATURE, SIGNATURE_KEY, understand } from "./wire";

/** What a Pulumi input is once it has arrived: without promises, outputs and `undefined`. One level at a time. */
export type Plain<I> = Exclude<I, PromiseLike<unknown> | OutputInstance<unknown> | undefined | null>;

type Key<T> = T extends readonly unknown[] ? never : Extract<keyof T, string>;
type KeyOfEach<T> = T extends unknown ? Key<T> : never;
type Child<T, K> = T extends unknown ? (K extends keyof T ? Plain<T[K]> : never) : never;
type Item<T> = T extends readonly (infer I)[] ? Plain<I> : unknown;

export type State = "known" | "unknown" | "absent";

/**
 * A value of a resource as far as it can be seen: known, unknown (until the update, or because it is a secret that
 * is not shown) or absent. Reading never throws, and a child of an unknown value is unknown.
 *
 * `absent` may mean that the provider fills in a default: a rule names that default with {@link or}.
 */
export class Reading<T = unknown> {
	readonly #value: unknown;
	readonly #step: string | number | undefined;
	readonly #owner: Reading | undefined;
	readonly state: State;
	/** True where Pulumi marks the value as a secret. */
	readonly secret: boolean;
	/** True where the mark is on this very value, and not on the object that holds it, and the value is there. */
	readonly isMarkedSecret: boolean;
	/** What is known of an unknown text. */
	readonly partial: PartialText | undefined;

	/**
	 * @param step the value's property or index in its owner; without an owner the value's path
	 * @param owner what it is read from: what is unknown or secret there is so in here
	 * @param isDefault true where nobody gave it: the provider's default
	 */
	constructor(
		raw: unknown,
		step: string | number | undefined,
		owner?: Reading,
		readonly isDefault = false,
	) {
		const { state, value, secret, partial, hollow } = understand(raw);
		this.#value = value;
		this.#step = step;
		this.#owner = owner;
		this.state = owner?.isUnknown ? "unknown" : state;
		this.secret = secret || owner?.secret === true;
		this.isMarkedSecret = secret && !hollow;
		this.partial = owner?.isUnknown ? undefined : partial;
	}

	/** Where the value is, as people write it: `defaultActions[0].redirect.protocol`. */
	get path(): string {
		const above = this.#owner?.path ?? "";
		const step = this.#step;
		if (step === undefined) return above;
		if (typeof step === "number") return `${above}[${step}]`;
		if (above === "") return step;
		return /^[\w-]+$/.test(step) ? `${above}.${step}` : `${above}["${step}"]`;
	}

	/** The resource's property that it is in, or is. */
	get property(): string {
		let [at, owner] = [this as Reading, this.#owner];
		while (owner) {
			const above = owner.#owner;
			// The inputs as a whole have no name of their own.
			if (!above && !owner.#step) break;
			[at, owner] = [owner, above];
		}
		const step = at.#step;
		return typeof step === "string" ? (/^[^.[]*/.exec(step)?.[0] ?? "") : "";
	}

	get isKnown(): boolean {
		return this.state === "known";
	}

	get isUnknown(): boolean {
		return this.state === "unknown";
	}

	get isAbsent(): boolean {
		return this.state === "absent";
	}

	/** The value where it is known and plain text, a number or a boolean, as text. */
	get text(): string | undefined {
		const value = this.#value;
		if (!this.isKnown) return undefined;
		return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
	}

	/** The value where it is known and a number, or text that spells one. */
	get number(): number | undefined {
		const text = this.text;
		const number = text === undefined ? Number.NaN : Number(text);
		return Number.isFinite(number) ? number : undefined;
	}

	/** The value where it is known and a boolean, or text that spells one. */
	get flag(): boolean | undefined {
		const text = this.text;
		return text === "true" ? true : text === "false" ? false : undefined;
	}

	/** True where the value is known and is one of these; case counts. */
	is(...expected: readonly (string | number | boolean)[]): boolean {
		const text = this.text;
		return text !== undefined && expected.some((value) => String(value) === text);
	}

	/** The property of an object. */
	read<K extends KeyOfEach<T>>(key: K): Reading<Child<T, K>>;
	read(key: string): Reading;
	read(key: string): Reading {
		const owner = this.#value;
		return new Reading(isRecord(owner) && Object.hasOwn(owner, key) ? owner[key] : undefined, key, this);
	}

	/**
	 * The property of an object, in whatever case its name is written; exactly as asked for goes first. The provider reads
	 * container definitions so, with Go's encoding/json.
	 */
	readInAnyCase(key: string): Reading {
		const exact = this.read(key);
		const owner = this.#value;
		if (!exact.isAbsent || !isRecord(owner)) return exact;
		// Read for every container of a stack, mostly for what is not there: no list of names is made.
		for (const name in owner) {
			if (name.length === key.length && name !== key && name.toLowerCase() === key.toLowerCase()) return this.read(name);
		}
		return exact;
	}

	/** True where the value is known and a list. */
	get isList(): boolean {
		return this.isKnown && Array.isArray(this.#value);
	}

	/** The items of a list; none where it is absent or unknown (ask {@link isUnknown} first). A lone object is a list of one. */
	get items(): readonly Reading<Item<T>>[] {
		const value = this.#value;
		if (!this.isKnown) return [];
		if (Array.isArray(value)) return value.map((item, index) => new Reading<Item<T>>(item, index, this));
		return isRecord(value) ? [this as unknown as Reading<Item<T>>] : [];
	}

	/** The names of an object's properties, without what the provider keeps for itself (`__defaults`). */
	get names(): readonly string[] {
		const value = this.#value;
		if (!this.isKnown || !isRecord(value)) return [];
		return Object.keys(value).filter((key) => !key.startsWith("__"));
	}

	/** The properties of an object with their names. */
	get entries(): readonly (readonly [name: string, value: Reading])[] {
		return this.names.map((name) => [name, this.read(name)] as const);
	}

	/** This reading, or, where it is absent, the value that the provider uses then. */
	or(fallback: T & (string | number | boolean)): Reading<T> {
		return this.isAbsent ? new Reading<T>(fallback, this.#step, this.#owner, true) : this;
	}

	/** The outputs that an unknown value comes from, as far as they are known. */
	get origins(): readonly Origin[] {
		return this.partial?.holes.flatMap(({ origin }) => origin ?? []) ?? [];
	}

	/**
	 * The document in a text that holds JSON; an object given in place of the text is the document itself. Of a text of which
	 * parts are unknown, the document's own leaves are: of a secret text, those that hold a secret.
	 */
	json(): Reading {
		const document = this.partial?.document;
		if (document !== undefined) {
			const isSecret = this.secret && !this.partial?.secret;
			return new Reading(isSecret ? { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: document } : document, this.#step, this.#owner);
		}
		if (!this.isKnown || typeof this.#value !== "string") return this as Reading;
		return new Reading(parsed(this.#value), undefined, this);
	}

	/** Every text, number and boolean in here, known or not, at any depth: each leaf that could hold a value. */
	get leaves(): readonly Reading[] {
		const value = this.#value;
		if (this.isAbsent) return [];
		if (this.isUnknown || typeof value !== "object") return [this as Reading];
		if (Array.isArray(value)) return this.items.flatMap((item) => item.leaves);
		return this.entries.flatMap(([, child]) => child.leaves);
	}

	/** True where this value, or anything in it, is unknown. */
	get hasUnknown(): boolean {
		return this.isUnknown || this.leaves.some((leaf) => leaf.isUnknown);
	}

	/** The value never shows in a message by accident. */
	toString(): string {
		return this.path;
	}

	toJSON(): unknown {
		return { path: this.path, state: this.state };
	}
}

let last: { readonly text: string; readonly document: unknown } = { text: "", document: undefined };

/** Rules read the document of a resource one after the other: the last one is kept. */
function parsed(text: string): unknown {
	if (last.text !== text) last = { text, document: parseJson(text) };
	return last.document;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
