import { identifiers, type ResourceGraph } from "./graph";
import { groupBy } from "./group-by";
import type { Resource } from "./resource";
import type { Thing } from "./verdict";
import { includesWhole } from "./whole-name";

/** What is looked for: the resources that something is missing of, and the names that it would be given. */
export interface Used {
	readonly urns: readonly string[];
	readonly names: readonly string[];
}

/** What types that no rule understands could do, by their Pulumi type tokens. */
export interface NotUnderstoodTypes {
	/** True where a resource could do what is missing of another one that it uses. */
	mayServe(type: string): boolean;
	/** True where a resource could hold or make a thing by itself. */
	mayMake(type: string, thing: Thing): boolean;
}

/**
 * The resources of a stack that no rule understands, by what they use: what they depend on, and whose ARN or name they are
 * given. One that uses a resource may be what seems to be missing of it.
 */
export class NotUnderstood {
	readonly #all: readonly Resource[];
	readonly #byDependency: ReadonlyMap<string, readonly Resource[]>;
	readonly #byWord: ReadonlyMap<string, readonly Resource[]>;

	constructor(
		private readonly graph: ResourceGraph,
		private readonly types: NotUnderstoodTypes,
	) {
		const all = graph.resources.filter(({ type, data }) => !data.component && types.mayServe(type));
		const sorted = [...all].sort((a, b) => (a.urn < b.urn ? -1 : 1));
		this.#all = sorted;
		this.#byDependency = groupBy(sorted, ({ data }) => [
			...(data.dependencies ?? []),
			...Object.values(data.propertyDependencies ?? {}).flatMap((urns) => urns ?? []),
		]);
		this.#byWord = groupBy(sorted, (resource) => wordsOf(resource));
	}

	/** One that could hold or make a thing. */
	making(thing: Thing): Resource | undefined {
		return this.#all.find(({ type }) => this.types.mayMake(type, thing));
	}

	/** One that uses what is looked for. */
	using({ urns, names }: Used): Resource | undefined {
		for (const urn of urns) {
			const user = [urn, ...this.graph.ancestorsOf(urn)].flatMap((each) => this.#byDependency.get(each) ?? [])[0];
			if (user && user.urn !== urn) return user;
		}
		// One letter or two are no name that tells anything.
		const resources = urns.flatMap((urn) => this.graph.find(urn) ?? []);
		const given = [...resources.flatMap(identifiers), ...names].filter((name) => name.length > 2);
		for (const name of given) {
			const user = this.#byWord.get(lastWord(name))?.find((each) => !urns.includes(each.urn) && isGiven(each, name));
			if (user) return user;
		}
		return undefined;
	}
}

/** The texts that a resource is given. */
function textsOf(resource: Resource): readonly string[] {
	return resource.derive(texts);
}

function texts({ inputs }: Resource): readonly string[] {
	return inputs.leaves.flatMap((leaf) => leaf.text ?? []);
}

function wordsOf(resource: Resource): readonly string[] {
	return textsOf(resource).flatMap((text) => text.match(/[\w.-]+/g) ?? []);
}

function lastWord(name: string): string {
	return name.match(/[\w.-]+/g)?.at(-1) ?? "";
}

/** True where a resource is given a name or an ARN: as a value, at the end of one, or, where it is told from a word, in a text. */
function isGiven(resource: Resource, name: string): boolean {
	const isDistinct = name.length > 7 && /[^a-z]/i.test(name);
	return textsOf(resource).some((text) => {
		if (text === name || text.endsWith(`/${name}`) || text.endsWith(`:${name}`)) return true;
		return isDistinct && includesWhole(text, name, /[\w.-]/);
	});
}
