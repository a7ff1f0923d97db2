import { groupBy } from "./group-by";
import type { Reading } from "./reading";
import { inSameRegion, type Place, placeOf } from "./region";
import { type Kind, Resource, type ResourceData } from "./resource";
import { STACK_REFERENCE_TYPE, stackOf } from "./urn";
import { understand } from "./wire";

/** Where a property points to. */
export interface Link<Args = unknown> {
	readonly resources: readonly Resource<Args>[];
	/**
	 * `here`: every target is in this stack. `elsewhere`: a target is named that this stack does not hold. `unknown`: a
	 * target cannot be told before the update, or is one of several of the same name. `absent`: nothing is named.
	 * `elsewhere` and `unknown` may come with targets too.
	 */
	readonly state: "here" | "elsewhere" | "unknown" | "absent";
}

/** The resource that a name means: open where it may be one, or one of several, and nothing tells. */
export interface Meant<R extends Resource = Resource> {
	readonly target?: R;
	readonly isOpen: boolean;
}

const NO_RESOURCES: readonly Resource[] = [];
const NOTHING_MEANT = { isOpen: false } as const;

/** Who points to a resource. */
export interface Referrers<Args = unknown> {
	readonly resources: readonly Resource<Args>[];
	/** Those that may: what they point to cannot be told before the update. */
	readonly undecided: readonly Resource<Args>[];
}

/** The outputs that other resources name a resource by. */
const IDENTIFYING_OUTPUTS = ["arn", "id", "name", "bucket", "url", "executionArn", "functionName", "invokeArn", "qualifiedArn"] as const;

/**
 * The resources of one stack and what connects them. A connection is seen as a property dependency (the only trace
 * at a preview, while ARNs are unknown), as a literal id, name or ARN (what a state holds), or as both.
 */
export class ResourceGraph {
	readonly resources: readonly Resource[];
	readonly #byUrn: ReadonlyMap<string, Resource>;
	readonly #byType = new Map<string, Resource[]>();
	readonly #sorted = new Set<string>();
	readonly #byKind = new Map<Kind, readonly Resource[]>();
	readonly #identifiers = new Map<string, ReadonlyMap<string, readonly Resource[]>>();
	readonly #places = new Map<string, Place>();
	readonly #referrers = new Map<string, ReadonlyMap<string, Referrers>>();
	readonly #lone = new Map<Kind, ReadonlyMap<string, Resource | undefined>>();
	readonly #derived = new Map<unknown, unknown>();

	constructor(data: readonly ResourceData[]) {
		this.resources = data.map((each) => new Resource(each));
		this.#byUrn = new Map(this.resources.map((each) => [each.urn, each]));
		for (const resource of this.resources) {
			const peers = this.#byType.get(resource.type);
			if (peers) peers.push(resource);
			else this.#byType.set(resource.type, [resource]);
		}
	}

	/** Every resource of a kind, by URN: verdicts that name the first of several do not depend on the order in the source. */
	all<Args>(kind: Kind<Args>): readonly Resource<Args>[] {
		let found = this.#byKind.get(kind);
		if (!found) {
			found = kind.tokens.flatMap((token) => this.#ofType(token));
			this.#byKind.set(kind, found);
		}
		return found as Resource<Args>[];
	}

	/** True where the stack reads outputs of other stacks, so that it is one of several. */
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

	has(...kinds: readonly Kind[]): boolean {
		return kinds.some((kind) => this.all(kind).length > 0);
	}

	/** What a function makes of this graph, worked out once however many resources ask for it. The function is its own key. */
	derive<T>(make: (graph: ResourceGraph) => T): T {
		if (!this.#derived.has(make)) this.#derived.set(make, make(this));
		return this.#derived.get(make) as T;
	}

	/** Whether two resources are in one Region, as far as it can be told. */
	inSameRegion(one: Resource, other: Resource): "yes" | "no" | "unknown" {
		return inSameRegion(this.placeOf(one), this.placeOf(other));
	}

	/** Where a resource is. */
	placeOf(resource: Resource): Place {
		let place = this.#places.get(resource.urn);
		if (!place) {
			place = placeOf(resource, (urn) => this.#byUrn.get(urn)?.data);
			this.#places.set(resource.urn, place);
		}
		return place;
	}

	/** The resources of a kind that a property, or everything in it, points to. */
	follow<Args>(from: Resource, reading: Reading, kind: Kind<Args>): Link<Args> {
		const candidates = this.#dependencies(from, reading, kind);
		const found = new Set<Resource>();
		const unmatched: Reading[] = [];
		const leaves = reading.leaves;
		let state: Link["state"] = leaves.length === 0 ? "absent" : "here";
		for (const leaf of leaves) {
			if (leaf.text !== undefined) {
				const alike = this.#identified(leaf.text, kind);
				const { target, isOpen } = isName(leaf.text)
					? this.meant(from, alike, kind.regional === true, candidates)
					: { target: alike.find((each) => candidates.includes(each)) ?? firstManaged(alike), isOpen: false };
				if (target) found.add(target);
				else if (isOpen) state = "unknown";
				else unmatched.push(leaf);
				continue;
			}
			const target = this.#originOf(leaf, kind);
			if (target === "another resource") {
				if (state === "here") state = "elsewhere";
			} else if (target) found.add(target);
			else unmatched.push(leaf);
		}
		for (const leaf of unmatched) {
			const likely = candidates.filter((each) => !found.has(each) && couldBe(leaf, each));
			for (const each of likely) found.add(each);
			if (likely.length > 0 || candidates.some((each) => found.has(each) && couldBe(leaf, each))) continue;
			if (state !== "unknown") state = leaf.isUnknown ? "unknown" : "elsewhere";
		}
		return { resources: [...found] as Resource<Args>[], state };
	}

	/**
	 * Which resource is meant by a name: the one that the value comes from, else one in the same Region, by the same
	 * provider, in the same stack.
	 *
	 * @param alike those that bear it
	 * @param isRegional true where the name means something else in another Region
	 * @param sources the resources that the value comes from, as far as they are known
	 */
	meant<R extends Resource>(from: Resource, alike: readonly R[], isRegional: boolean, sources: readonly Resource[] = []): Meant<R> {
		const [only] = alike;
		if (!only) return NOTHING_MEANT;
		if (alike.length === 1 && !isRegional) return { target: only, isOpen: false };
		const depended = alike.filter((each) => sources.includes(each));
		let left = depended.length > 0 ? depended : alike.filter((each) => !isRegional || this.inSameRegion(from, each) !== "no");
		const own = stackOf(from.urn);
		const closer: readonly ((each: R) => boolean)[] = [
			(each) => this.inSameRegion(from, each) === "yes",
			(each) => each.data.provider === from.data.provider,
			(each) => isSameStack(stackOf(each.urn), own),
		];
		for (const isClose of closer) {
			if (left.length < 2) break;
			const close = left.filter(isClose);
			if (close.length > 0) left = close;
		}
		const [target, ...others] = left;
		if (!target) return NOTHING_MEANT;
		const isOne = others.every(({ urn }) => urn === target.urn);
		const isCertain = isOne && (depended.length > 0 || !isRegional || this.inSameRegion(from, target) === "yes");
		return isCertain ? { target, isOpen: false } : { isOpen: true };
	}

	/** The resources of a kind whose property points to this one. */
	referrers<Args>(to: Resource, kind: Kind<Args>, property: Extract<keyof Args, string>): Referrers<Args> {
		const key = `${kind.tokens[0]} ${property} ${to.type}`;
		let index = this.#referrers.get(key);
		if (!index) {
			index = this.#indexReferrers(kind, property, to.type);
			this.#referrers.set(key, index);
		}
		const found = index.get(to.urn) as Referrers<Args> | undefined;
		return { resources: found?.resources ?? [], undecided: (index.get("")?.undecided ?? []) as Resource<Args>[] };
	}

	#indexReferrers<Args>(kind: Kind<Args>, property: Extract<keyof Args, string>, type: string): ReadonlyMap<string, Referrers> {
		const target: Kind = { label: type, tokens: [type] };
		const resources = new Map<string, Resource[]>();
		const undecided: Resource[] = [];
		for (const from of this.all(kind)) {
			const link = this.follow(from, from.read(property) as Reading, target);
			for (const each of link.resources) {
				const known = resources.get(each.urn);
				if (known) known.push(from);
				else resources.set(each.urn, [from]);
			}
			if (link.state === "unknown") undecided.push(from);
		}
		const index = new Map<string, Referrers>([["", { resources: [], undecided }]]);
		for (const [urn, list] of resources) index.set(urn, { resources: list, undecided });
		return index;
	}

	#dependencies(from: Resource, reading: Reading, kind: Kind): readonly Resource[] {
		const urns = from.data.propertyDependencies?.[reading.property];
		if (!urns || urns.length === 0) return NO_RESOURCES;
		return [...urns].sort().flatMap((urn) => {
			const resource = this.#byUrn.get(urn);
			if (resource?.is(kind)) return [resource];
			return (resource?.data.component && this.#loneIn(kind).get(urn)) || [];
		});
	}

	/** The resource that an unknown leaf comes from; undefined where that is not known. */
	#originOf(leaf: Reading, kind: Kind): Resource | "another resource" | undefined {
		const holes = leaf.partial?.holes ?? [];
		const sources = holes.map(({ origin }) => (origin?.urn === undefined ? undefined : this.#byUrn.get(origin.urn)));
		const target = sources.find((each) => each?.is(kind));
		if (target || sources.length === 0) return target;
		return sources.every((each) => each && !each.data.external && !each.data.component) ? "another resource" : undefined;
	}

	/**
	 * The resource of a kind inside each component, at any depth, by the component's URN. A component that contains
	 * several of the kind has none here: an output of the component does not show which of them it belongs to.
	 */
	#loneIn(kind: Kind): ReadonlyMap<string, Resource | undefined> {
		const known = this.#lone.get(kind);
		if (known) return known;
		const lone = new Map<string, Resource | undefined>();
		for (const resource of this.all(kind)) {
			for (const ancestor of this.ancestorsOf(resource.urn)) lone.set(ancestor, lone.has(ancestor) ? undefined : resource);
		}
		this.#lone.set(kind, lone);
		return lone;
	}

	/** The URNs of the components that a resource is in, without the root stack. */
	ancestorsOf(of: string): ReadonlySet<string> {
		const ancestors = new Set<string>();
		let urn = this.#byUrn.get(of)?.data.parent;
		while (urn && !ancestors.has(urn)) {
			ancestors.add(urn);
			urn = this.#byUrn.get(urn)?.data.parent;
		}
		return ancestors;
	}

	/** Those that bear a name, an id or an ARN. */
	#identified(text: string, kind: Kind): readonly Resource[] {
		return kind.tokens.flatMap((token) => {
			let index = this.#identifiers.get(token);
			if (!index) {
				index = groupBy(this.#ofType(token), identifiers);
				this.#identifiers.set(token, index);
			}
			return index.get(text) ?? index.get(text.replace(/:\*$/, "")) ?? [];
		});
	}
}

/** Several resources of one ARN are one thing in the cloud. */
function firstManaged(alike: readonly Resource[]): Resource | undefined {
	return alike.find(({ data }) => !data.external) ?? alike[0];
}

/** An ARN and a URL say where something is; a name does not. */
function isName(text: string): boolean {
	return !text.startsWith("arn:") && !text.includes("://");
}

function isSameStack(one: ReturnType<typeof stackOf>, other: ReturnType<typeof stackOf>): boolean {
	return one.stack === other.stack && one.project === other.project;
}

/** Could this unmatched value stand for that resource, on which the property depends? */
function couldBe(leaf: Reading, resource: Resource): boolean {
	if (leaf.isUnknown) return true;
	const known = identifiers(resource);
	return known.length === 0 || known.some((id) => leaf.text?.includes(id));
}

/** The ids, names and ARNs that are known of a resource. */
export function identifiers(resource: Resource): readonly string[] {
	const { id, inputs, outputs } = resource.data;
	const values = [id, inputs?.["name"], ...IDENTIFYING_OUTPUTS.map((output) => outputs?.[output])];
	return values.flatMap((value) => {
		const understood = understand(value);
		return understood.state === "known" && typeof understood.value === "string" ? [understood.value] : [];
	});
}
