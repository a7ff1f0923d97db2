import type { OutputInstance } from "@pulumi/pulumi";
import { isRecord } from "./is-record";
import type { Origin, PartialText } from "./partial-text";
import { decode, parseJson, SECRET_SIGNATURE, SIGNATURE_KEY } from "./wire";

/** A resolved Pulumi input: without promises, outputs and `undefined`, one level deep. */
export type Plain<I> = Exclude<I, PromiseLike<unknown> | OutputInstance<unknown> | undefined | null>;

type Key<T> = T extends readonly unknown[] ? never : Extract<keyof T, string>;
type KeyOfEach<T> = T extends unknown ? Key<T> : never;
type Child<T, K> = T extends unknown ? (K extends keyof T ? Plain<T[K]> : never) : never;
type Item<T> = T extends readonly (infer I)[] ? Plain<I> : unknown;

export type State = "known" | "unknown" | "absent";

/**
 * The names that Pulumi's providers add to objects; a program may use other names with two underscores.
 * Source: pulumi-terraform-bridge, pkg/tfbridge (`defaultsKey`, `metaKey`, `rawStateDeltaKey`).
 */
const INTERNAL_NAMES: ReadonlySet<string> = new Set(["__defaults", "__meta", "__pulumi_raw_state_delta"]);

/**
 * A property value that is known, unknown (until deployment, or because it is an encrypted value) or absent.
 * Reading a child never throws; the children of an unknown value are unknown.
 *
 * For an absent value the provider may use a default, which a rule passes to {@link or}.
 */
export class Reading<T = unknown> {
	readonly #value: unknown;
	readonly #step: string | number | undefined;
	readonly #owner: Reading | undefined;
	readonly state: State;
	/** True if Pulumi marks the value, or an object that contains it, as a secret. */
	readonly secret: boolean;
	/** True if Pulumi marks this very value as a secret, and it is not empty. */
	readonly isMarkedSecret: boolean;
	/** The known parts of an unknown text. */
	readonly partial: PartialText | undefined;

	/**
	 * @param step the property or index in the owner; without an owner, the path of the value
	 * @param owner the value that contains it; if that is unknown or secret, so is this one
	 * @param isDefault true for the provider's default
	 */
	constructor(
		raw: unknown,
		step: string | number | undefined,
		owner?: Reading,
		readonly isDefault = false,
	) {
		const { state, value, secret, partial, possiblyEmpty } = decode(raw);
		this.#value = value;
		this.#step = step;
		this.#owner = owner;
		this.state = owner?.isUnknown ? "unknown" : state;
		this.secret = secret || owner?.secret === true;
		this.isMarkedSecret = secret && !possiblyEmpty;
		this.partial = owner?.isUnknown ? undefined : partial;
	}

	/** The path of the value: `defaultActions[0].redirect.protocol`. */
	get path(): string {
		const above = this.#owner?.path ?? "";
		const step = this.#step;
		if (step === undefined) return above;
		if (typeof step === "number") return `${above}[${step}]`;
		if (above === "") return step;
		return /^[\w-]+$/.test(step) ? `${above}.${step}` : `${above}["${step}"]`;
	}

	/** The top-level property that contains the value. */
	get property(): string {
		let [at, owner] = [this as Reading, this.#owner];
		while (owner) {
			const above = owner.#owner;
			// The object with all inputs has no name.
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

	/** The value as text, if it is a known string, number or boolean. */
	get text(): string | undefined {
		const value = this.#value;
		if (!this.isKnown) return undefined;
		return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
	}

	/** The value as a number, if it is known and a number or a string that represents one. */
	get number(): number | undefined {
		const text = this.text;
		const number = text === undefined ? Number.NaN : Number(text);
		return Number.isFinite(number) ? number : undefined;
	}

	/** The value as a boolean, if it is known and a boolean or a string that represents one. */
	get flag(): boolean | undefined {
		const text = this.text;
		return text === "true" ? true : text === "false" ? false : undefined;
	}

	/** True if the value is known and equals one of these; case-sensitive. */
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
	 * The property of an object, with a case-insensitive name; an exact match takes precedence. The provider reads container
	 * definitions like this, with Go's encoding/json.
	 */
	readInAnyCase(key: string): Reading {
		const exact = this.read(key);
		const owner = this.#value;
		if (!exact.isAbsent || !isRecord(owner)) return exact;
		// Called for every container, mostly for absent properties, so it does not build a list of names.
		for (const name in owner) {
			if (name.length === key.length && name !== key && name.toLowerCase() === key.toLowerCase()) return this.read(name);
		}
		return exact;
	}

	/** True if the value is a known list. */
	get isList(): boolean {
		return this.isKnown && Array.isArray(this.#value);
	}

	/** The items of a list; empty if it is absent or unknown (check {@link isUnknown} first). A single object counts as a list of one. */
	get items(): readonly Reading<Item<T>>[] {
		const value = this.#value;
		if (!this.isKnown) return [];
		if (Array.isArray(value)) return value.map((item, index) => new Reading<Item<T>>(item, index, this));
		return isRecord(value) ? [this as unknown as Reading<Item<T>>] : [];
	}

	/** The names of an object's properties, without the provider's internal ones. */
	get names(): readonly string[] {
		const value = this.#value;
		if (!this.isKnown || !isRecord(value)) return [];
		return Object.keys(value).filter((key) => !INTERNAL_NAMES.has(key));
	}

	/** The properties of an object with their names. */
	get entries(): readonly (readonly [name: string, value: Reading])[] {
		return this.names.map((name) => [name, this.read(name)] as const);
	}

	/** This value, or the provider's default if it is absent. */
	or(fallback: T & (string | number | boolean)): Reading<T> {
		return this.isAbsent ? new Reading<T>(fallback, this.#step, this.#owner, true) : this;
	}

	/** The known outputs that an unknown value uses. */
	get origins(): readonly Origin[] {
		return this.partial?.holes.flatMap(({ origin }) => origin ?? []) ?? [];
	}

	/**
	 * The document in a JSON string; an object in place of the string is the document itself. If parts of the string are
	 * unknown, the corresponding leaves of the document are unknown; if it is secret, the leaves with a secret are.
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

	/** All strings, numbers and booleans in the value at any depth, known or not. */
	get leaves(): readonly Reading[] {
		const value = this.#value;
		if (this.isAbsent) return [];
		if (this.isUnknown || typeof value !== "object") return [this as Reading];
		if (Array.isArray(value)) return this.items.flatMap((item) => item.leaves);
		return this.entries.flatMap(([, child]) => child.leaves);
	}

	/** True if the value, or a part of it, is unknown. */
	get hasUnknown(): boolean {
		return this.isUnknown || this.leaves.some((leaf) => leaf.isUnknown);
	}

	/** The path, so that a template string never contains the value. */
	toString(): string {
		return this.path;
	}

	toJSON(): unknown {
		return { path: this.path, state: this.state };
	}
}

let last: { readonly text: string; readonly document: unknown } = { text: "", document: undefined };

/** Caches the last document, because all rules of a resource read the same one. */
function parsed(text: string): unknown {
	if (last.text !== text) last = { text, document: parseJson(text) };
	return last.document;
}
