import { constructFromEvents, EVENT_ID, type Event, parseEvents, type ScalarEvent, YAMLException } from "js-yaml";
import { SettingsError } from "./error";

/** More aliases than a settings file needs; nested aliases can expand to millions of values. */
const MOST_ALIASES = 100;

/** A YAML document with the line numbers of its values. */
export interface YamlDocument {
	readonly value: unknown;
	/** The line of a key or an item, or of the closest parent that exists; starts at 1. */
	lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses YAML 1.2.
 *
 * @param name the file's name, for messages
 * @throws SettingsError with one line if the text is not valid YAML
 */
export function parseYaml(text: string, name: string): YamlDocument {
	try {
		const events = parseEvents(text, {});
		const [value, ...more] = constructFromEvents(events, { source: text, maxAliases: MOST_ALIASES });
		if (more.length > 0) throw new SettingsError(`${name}:${new Lines(text).of(startOf(events))}: must contain a single YAML document`);
		const positions = new Positions(events, text);
		return { value, lineOf: (path) => positions.lineOf(path) };
	} catch (error) {
		if (!(error instanceof YAMLException)) throw error;
		throw new SettingsError(`${name}:${(error.mark?.line ?? 0) + 1}: invalid YAML: ${error.reason}`);
	}
}

/** The offset of the last document. */
function startOf(events: readonly Event[]): number {
	const last = events.findLastIndex(({ type }) => type === EVENT_ID.DOCUMENT);
	return offsetOf(events[last + 1]) ?? 0;
}

function offsetOf(event: Event | undefined): number | undefined {
	if (event?.type === EVENT_ID.SCALAR) return event.valueStart;
	if (event?.type === EVENT_ID.ALIAS) return event.anchorStart;
	return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE ? event.start : undefined;
}

/** The line numbers of a text by offset. */
class Lines {
	readonly #starts: readonly number[];

	constructor(text: string) {
		this.#starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
	}

	of(offset: number): number {
		let [low, high] = [0, this.#starts.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return low + 1;
	}
}

/** The events of a key and its value, or of an item. */
interface Child {
	readonly key: number;
	readonly value: number;
}

/** The positions of the values in a document, computed on access. */
class Positions {
	readonly #children = new Map<number, ReadonlyMap<string, Child>>();
	#lines: Lines | undefined;

	constructor(
		private readonly events: readonly Event[],
		private readonly text: string,
	) {}

	lineOf(path: readonly PropertyKey[]): number {
		let node = 1;
		let offset = 0;
		for (const step of path) {
			const child = this.#childrenOf(node).get(String(step));
			if (!child) break;
			offset = offsetOf(this.events[child.key]) ?? offset;
			node = child.value;
		}
		this.#lines ??= new Lines(this.text);
		return this.#lines.of(offset);
	}

	#childrenOf(node: number): ReadonlyMap<string, Child> {
		let children = this.#children.get(node);
		if (!children) {
			children = new Map(this.#readChildren(node));
			this.#children.set(node, children);
		}
		return children;
	}

	*#readChildren(node: number): Iterable<readonly [string, Child]> {
		const type = this.events[node]?.type;
		if (type !== EVENT_ID.MAPPING && type !== EVENT_ID.SEQUENCE) return;
		let index = 0;
		for (let at = node + 1; at < this.events.length && this.events[at]?.type !== EVENT_ID.POP; index++) {
			const value = type === EVENT_ID.MAPPING ? this.#after(at) : at;
			yield [type === EVENT_ID.MAPPING ? this.#textOf(at) : String(index), { key: at, value }];
			at = this.#after(value);
		}
	}

	/** The first event after a node. */
	#after(node: number): number {
		const type = this.events[node]?.type;
		if (type !== EVENT_ID.MAPPING && type !== EVENT_ID.SEQUENCE) return node + 1;
		let depth = 1;
		let at = node + 1;
		for (; depth > 0 && at < this.events.length; at++) {
			const inner = this.events[at]?.type;
			if (inner === EVENT_ID.MAPPING || inner === EVENT_ID.SEQUENCE) depth++;
			else if (inner === EVENT_ID.POP) depth--;
		}
		return at;
	}

	#textOf(node: number): string {
		const { valueStart, valueEnd } = (this.events[node] ?? {}) as Partial<ScalarEvent>;
		return this.text.slice(valueStart ?? 0, valueEnd ?? 0);
	}
}
