import type { Answer } from "./answer";
import { groupBy } from "./group-by";
import type { Reading } from "./reading";
import { inSameRegion, type Placement, placementOf } from "./region";
import { Resource, type ResourceData, type ResourceType } from "./resource";
import { STACK_REFERENCE_TYPE, stackOf } from "./urn";
import { undetermined } from "./verdict";
import { decode } from "./wire";

/** The resources that a property refers to. */
export interface Reference<Args = unknown> {
	readonly resources: readonly Resource<Args>[];
	/**
	 * `in-stack`: every target is in this stack. `other-stack`: a target is not in this stack. `unknown`: a target is known only
	 * after deployment, or its name matches several resources. `absent`: the property is not set. `resources` may have targets
	 * in the states `other-stack` and `unknown` as well.
	 */
	readonly state: "in-stack" | "other-stack" | "unknown" | "absent";
}

/** The resource with a given name; ambiguous if it may be one of several, or in another Region. */
export interface NameMatch<R extends Resource = Resource> {
	readonly target?: R;
	readonly isAmbiguous: boolean;
}

const NO_RESOURCES: readonly Resource[] = [];
const NO_MATCH = { isAmbiguous: false } as const;

/** The resources that refer to a resource. */
export interface Referrers<Args = unknown> {
	readonly resources: readonly Resource<Args>[];
	/** Resources that may refer to it: their target is unknown. */
	readonly possible: readonly Resource<Args>[];
}

/** The outputs by which other resources refer to a resource. */
const IDENTIFYING_OUTPUTS = ["arn", "id", "name", "bucket", "url", "executionArn", "functionName", "invokeArn", "qualifiedArn"] as const;

/**
 * The resources of a stack and the references between them. A reference is a property dependency (all that a preview shows,
 * where ARNs are unknown), a literal id, name or ARN (in a state), or both.
 */
export class ResourceGraph {
	readonly resources: readonly Resource[];
	readonly #byUrn: ReadonlyMap<string, Resource>;
	readonly #byType = new Map<string, Resource[]>();
	readonly #sorted = new Set<string>();
	readonly #byResourceType = new Map<ResourceType, readonly Resource[]>();
	readonly #identifiers = new Map<string, ReadonlyMap<string, readonly Resource[]>>();
	readonly #placements = new Map<string, Placement>();
	readonly #referrers = new Map<string, ReadonlyMap<string, Referrers>>();
	readonly #onlyOfType = new Map<ResourceType, ReadonlyMap<string, Resource | undefined>>();
	readonly #memo = new Map<unknown, Map<unknown, unknown>>();

	constructor(data: readonly ResourceData[]) {
		this.resources = data.map((each) => new Resource(each));
		this.#byUrn = new Map(this.resources.map((each) => [each.urn, each]));
		for (const resource of this.resources) {
			const peers = this.#byType.get(resource.type);
			if (peers) peers.push(resource);
			else this.#byType.set(resource.type, [resource]);
		}
	}

	/** All resources of a type, sorted by URN, so that a verdict that names the first one does not depend on the order of the source. */
	all<Args>(resourceType: ResourceType<Args>): readonly Resource<Args>[] {
		let found = this.#byResourceType.get(resourceType);
		if (!found) {
			found = resourceType.tokens.flatMap((token) => this.#ofType(token));
			this.#byResourceType.set(resourceType, found);
		}
		return found as Resource<Args>[];
	}

	/** True if the stack reads outputs of other stacks. */
	get readsOtherStacks(): boolean {
		return this.#byType.has(STACK_REFERENCE_TYPE);
	}

	#ofType(token: string): readonly Resource[] {
		const resources = this.#byType.get(token) ?? [];
		if (this.#sorted.has(token)) return resources;
		this.#sorted.add(token);
		return resources.sort((a, b) => (a.urn < b.urn ? -1 : 1));
	}

	find(urn: string): Resource | undefined {
		return this.#byUrn.get(urn);
	}

	has(...resourceTypes: readonly ResourceType[]): boolean {
		return resourceTypes.some((resourceType) => this.all(resourceType).length > 0);
	}

	/** The result of a function of this graph, computed once; the function is the cache key. */
	memoize<T>(compute: (graph: ResourceGraph) => T): T;
	/** The result of a function of this graph and a key, computed once for each key. */
	memoize<K, T>(compute: (graph: ResourceGraph, key: K) => T, key: K): T;
	memoize<K, T>(compute: (graph: ResourceGraph, key: K) => T, key?: K): T {
		let results = this.#memo.get(compute);
		if (!results) {
			results = new Map();
			this.#memo.set(compute, results);
		}
		if (!results.has(key)) results.set(key, compute(this, key as K));
		return results.get(key) as T;
	}

	/** Whether two resources are in the same Region. */
	inSameRegion(one: Resource, other: Resource): Answer {
		const [own, others] = [this.placementOf(one), this.placementOf(other)];
		return inSameRegion(own, others) ?? undetermined(own.unknownRegion ?? others.unknownRegion ?? one.inputs.read("region"));
	}

	/** The Region of a resource, or the provider that determines it. */
	placementOf(resource: Resource): Placement {
		let place = this.#placements.get(resource.urn);
		if (!place) {
			place = placementOf(resource, (urn) => this.#byUrn.get(urn)?.data);
			this.#placements.set(resource.urn, place);
		}
		return place;
	}

	/** The resources of a type that a property refers to, at any depth. */
	follow<Args>(from: Resource, reading: Reading, resourceType: ResourceType<Args>): Reference<Args> {
		const candidates = this.#dependencies(from, reading, resourceType);
		const found = new Set<Resource>();
		const unmatched: Reading[] = [];
		const leaves = reading.leaves;
		let state: Reference["state"] = leaves.length === 0 ? "absent" : "in-stack";
		for (const leaf of leaves) {
			if (leaf.text !== undefined) {
				const alike = this.#identified(leaf.text, resourceType);
				const { target, isAmbiguous } = isName(leaf.text)
					? this.resolveName(from, alike, resourceType.regional === true, candidates)
					: { target: alike.find((each) => candidates.includes(each)) ?? firstManaged(alike), isAmbiguous: false };
				if (target) found.add(target);
				else if (isAmbiguous) state = "unknown";
				else unmatched.push(leaf);
				continue;
			}
			const target = this.#originOf(leaf, resourceType);
			if (target === "another resource") {
				if (state === "in-stack") state = "other-stack";
			} else if (target) found.add(target);
			else unmatched.push(leaf);
		}
		for (const leaf of unmatched) {
			const likely = candidates.filter((each) => !found.has(each) && couldBe(leaf, each));
			for (const each of likely) found.add(each);
			if (likely.length > 0 || candidates.some((each) => found.has(each) && couldBe(leaf, each))) continue;
			if (state !== "unknown") state = leaf.isUnknown ? "unknown" : "other-stack";
		}
		return { resources: [...found] as Resource<Args>[], state };
	}

	/**
	 * Resolves a name to a resource: prefers the one that the value comes from, then one in the same Region, of the same provider,
	 * and in the same stack.
	 *
	 * @param alike the resources with this name
	 * @param isRegional true if names of the resource type are unique per Region only
	 * @param sources the resources that the value comes from, as far as they are known
	 */
	resolveName<R extends Resource>(
		from: Resource,
		alike: readonly R[],
		isRegional: boolean,
		sources: readonly Resource[] = [],
	): NameMatch<R> {
		const [only] = alike;
		if (!only) return NO_MATCH;
		if (alike.length === 1 && !isRegional) return { target: only, isAmbiguous: false };
		const depended = alike.filter((each) => sources.includes(each));
		let left = depended.length > 0 ? depended : alike.filter((each) => !isRegional || this.inSameRegion(from, each) !== false);
		const own = stackOf(from.urn);
		const closer: readonly ((each: R) => boolean)[] = [
			(each) => this.inSameRegion(from, each) === true,
			(each) => each.data.provider === from.data.provider,
			(each) => isSameStack(stackOf(each.urn), own),
		];
		for (const isClose of closer) {
			if (left.length < 2) break;
			const close = left.filter(isClose);
			if (close.length > 0) left = close;
		}
		const [target, ...others] = left;
		if (!target) return NO_MATCH;
		const isOne = others.every(({ urn }) => urn === target.urn);
		const isCertain = isOne && (depended.length > 0 || !isRegional || this.inSameRegion(from, target) === true);
		return isCertain ? { target, isAmbiguous: false } : { isAmbiguous: true };
	}

	/** The resources of a type whose property refers to this one. */
	referrers<Args>(to: Resource, resourceType: ResourceType<Args>, property: Extract<keyof Args, string>): Referrers<Args> {
		const key = `${resourceType.tokens[0]} ${property} ${to.type}`;
		let index = this.#referrers.get(key);
		if (!index) {
			index = this.#indexReferrers(resourceType, property, to.type);
			this.#referrers.set(key, index);
		}
		const found = index.get(to.urn) as Referrers<Args> | undefined;
		return { resources: found?.resources ?? [], possible: (index.get("")?.possible ?? []) as Resource<Args>[] };
	}

	#indexReferrers<Args>(
		resourceType: ResourceType<Args>,
		property: Extract<keyof Args, string>,
		type: string,
	): ReadonlyMap<string, Referrers> {
		const target: ResourceType = { label: type, tokens: [type] };
		const resources = new Map<string, Resource[]>();
		const possible: Resource[] = [];
		for (const from of this.all(resourceType)) {
			const reference = this.follow(from, from.read(property) as Reading, target);
			for (const each of reference.resources) {
				const known = resources.get(each.urn);
				if (known) known.push(from);
				else resources.set(each.urn, [from]);
			}
			if (reference.state === "unknown") possible.push(from);
		}
		const index = new Map<string, Referrers>([["", { resources: [], possible }]]);
		for (const [urn, list] of resources) index.set(urn, { resources: list, possible });
		return index;
	}

	#dependencies(from: Resource, reading: Reading, resourceType: ResourceType): readonly Resource[] {
		const urns = from.data.propertyDependencies?.[reading.property];
		if (!urns || urns.length === 0) return NO_RESOURCES;
		return [...urns].sort().flatMap((urn) => {
			const resource = this.#byUrn.get(urn);
			if (resource?.is(resourceType)) return [resource];
			return (resource?.data.component && this.#onlyIn(resourceType).get(urn)) || [];
		});
	}

	/** The resource whose output an unknown value is; undefined if that is not known. */
	#originOf(leaf: Reading, resourceType: ResourceType): Resource | "another resource" | undefined {
		const holes = leaf.partial?.holes ?? [];
		const sources = holes.map(({ origin }) => (origin?.urn === undefined ? undefined : this.#byUrn.get(origin.urn)));
		const target = sources.find((each) => each?.is(resourceType));
		if (target || sources.length === 0) return target;
		return sources.every((each) => each && !each.data.external && !each.data.component) ? "another resource" : undefined;
	}

	/**
	 * The only resource of a type inside each component, at any depth, by the component's URN. A component that contains several
	 * has none: an output of the component does not show which of them it belongs to.
	 */
	#onlyIn(resourceType: ResourceType): ReadonlyMap<string, Resource | undefined> {
		const known = this.#onlyOfType.get(resourceType);
		if (known) return known;
		const only = new Map<string, Resource | undefined>();
		for (const resource of this.all(resourceType)) {
			for (const ancestor of this.ancestorsOf(resource.urn)) only.set(ancestor, only.has(ancestor) ? undefined : resource);
		}
		this.#onlyOfType.set(resourceType, only);
		return only;
	}

	/** The URNs of the component resources that contain a resource, without the root stack. */
	ancestorsOf(of: string): ReadonlySet<string> {
		const ancestors = new Set<string>();
		let urn = this.#byUrn.get(of)?.data.parent;
		while (urn && !ancestors.has(urn)) {
			ancestors.add(urn);
			urn = this.#byUrn.get(urn)?.data.parent;
		}
		return ancestors;
	}

	/** The resources of a type with a name, id or ARN. */
	#identified(text: string, resourceType: ResourceType): readonly Resource[] {
		return resourceType.tokens.flatMap((token) => {
			let index = this.#identifiers.get(token);
			if (!index) {
				index = groupBy(this.#ofType(token), identifiers);
				this.#identifiers.set(token, index);
			}
			return index.get(text) ?? index.get(text.replace(/:\*$/, "")) ?? [];
		});
	}
}

/** Several resources with the same ARN are one resource in AWS. */
function firstManaged(alike: readonly Resource[]): Resource | undefined {
	return alike.find(({ data }) => !data.external) ?? alike[0];
}

/** Unlike an ARN or a URL, a name does not contain the Region. */
function isName(text: string): boolean {
	return !text.startsWith("arn:") && !text.includes("://");
}

function isSameStack(one: ReturnType<typeof stackOf>, other: ReturnType<typeof stackOf>): boolean {
	return one.stack === other.stack && one.project === other.project;
}

/** Whether an unmatched value may refer to a resource on which the property depends. */
function couldBe(leaf: Reading, resource: Resource): boolean {
	if (leaf.isUnknown) return true;
	const known = identifiers(resource);
	return known.length === 0 || known.some((id) => leaf.text?.includes(id));
}

/** The known ids, names and ARNs of a resource. */
export function identifiers(resource: Resource): readonly string[] {
	const { id, inputs, outputs } = resource.data;
	const values = [id, inputs?.["name"], ...IDENTIFYING_OUTPUTS.map((output) => outputs?.[output])];
	return values.flatMap((value) => {
		const decoded = decode(value);
		return decoded.state === "known" && typeof decoded.value === "string" ? [decoded.value] : [];
	});
}
