import { identifiers, type ResourceGraph } from "./graph";
import { groupBy } from "./group-by";
import { includesName } from "./includes-name";
import type { Resource } from "./resource";
import type { Capability } from "./verdict";

/** The resources that lack something, and the names under which another resource would refer to them. */
export interface ReferenceQuery {
	readonly urns: readonly string[];
	readonly names: readonly string[];
}

/** What resource types that no rule covers may do, by Pulumi type token. */
export interface UncoveredTypes {
	/** True if such a resource may configure a resource that it references. */
	mayConfigure(type: string): boolean;
	/** True if such a resource may provide the capability by itself. */
	mayProvide(type: string, capability: Capability): boolean;
}

/**
 * The resources of a stack that no rule covers, by what they reference: their dependencies, and the names and ARNs in their
 * inputs. Such a resource may provide what seems to be missing.
 */
export class UncoveredResources {
	readonly #all: readonly Resource[];
	readonly #byDependency: ReadonlyMap<string, readonly Resource[]>;
	readonly #byWord: ReadonlyMap<string, readonly Resource[]>;

	constructor(
		private readonly graph: ResourceGraph,
		private readonly types: UncoveredTypes,
	) {
		const all = graph.resources.filter(({ type, data }) => !data.component && types.mayConfigure(type));
		const sorted = [...all].sort((a, b) => (a.urn < b.urn ? -1 : 1));
		this.#all = sorted;
		this.#byDependency = groupBy(sorted, ({ data }) => [
			...(data.dependencies ?? []),
			...Object.values(data.propertyDependencies ?? {}).flatMap((urns) => urns ?? []),
		]);
		this.#byWord = groupBy(sorted, (resource) => wordsOf(resource));
	}

	/** A resource that may provide the capability. */
	providing(capability: Capability): Resource | undefined {
		return this.#all.find(({ type }) => this.types.mayProvide(type, capability));
	}

	/** A resource that references one of the given resources or names. */
	referencing({ urns, names }: ReferenceQuery): Resource | undefined {
		for (const urn of urns) {
			const dependent = [urn, ...this.graph.ancestorsOf(urn)].flatMap((each) => this.#byDependency.get(each) ?? [])[0];
			if (dependent && dependent.urn !== urn) return dependent;
		}
		// A name of one or two letters appears in too many texts.
		const resources = urns.flatMap((urn) => this.graph.find(urn) ?? []);
		const known = [...resources.flatMap(identifiers), ...names].filter((name) => name.length > 2);
		for (const name of known) {
			const dependent = this.#byWord.get(lastWord(name))?.find((each) => !urns.includes(each.urn) && mentions(each, name));
			if (dependent) return dependent;
		}
		return undefined;
	}
}

/** The strings in a resource's inputs. */
function stringsOf(resource: Resource): readonly string[] {
	return resource.memoize(inputStrings);
}

function inputStrings({ inputs }: Resource): readonly string[] {
	return inputs.leaves.flatMap((leaf) => leaf.text ?? []);
}

function wordsOf(resource: Resource): readonly string[] {
	return stringsOf(resource).flatMap((text) => text.match(/[\w.-]+/g) ?? []);
}

function lastWord(name: string): string {
	return name.match(/[\w.-]+/g)?.at(-1) ?? "";
}

/** True if an input is the name or ARN, ends with it, or, for a distinctive name, contains it. */
function mentions(resource: Resource, name: string): boolean {
	const isDistinctive = name.length > 7 && /[^a-z]/i.test(name);
	return stringsOf(resource).some((text) => {
		if (text === name || text.endsWith(`/${name}`) || text.endsWith(`:${name}`)) return true;
		return isDistinctive && includesName(text, name, /[\w.-]/);
	});
}
