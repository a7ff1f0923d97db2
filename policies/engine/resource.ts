import { type Plain, Reading } from "./reading";

/** Where the program defines a resource; lines and columns start at 1, the file is relative to the program's folder. */
export interface Location {
	readonly file: string;
	readonly line: number;
	readonly column?: number;
}

/** A resource as its source describes it, with values in their wire format. */
export interface ResourceData {
	readonly urn: string;
	readonly type: string;
	readonly name: string;
	/** The inputs from the program, or from the provider's check; absent for a resource that is only read. */
	readonly inputs?: Readonly<Record<string, unknown>> | undefined;
	readonly outputs?: Readonly<Record<string, unknown>> | undefined;
	readonly id?: string | undefined;
	readonly parent?: string | undefined;
	/** The URN of the resource's provider; absent if the source does not show it. */
	readonly provider?: string | undefined;
	/** The URNs of all dependencies, explicit ones included. */
	readonly dependencies?: readonly string[] | undefined;
	/** For each property, the URNs of the resources whose outputs its value uses. */
	readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>> | undefined;
	/** Read with `get` or by a data source: a target of references that no rule evaluates. */
	readonly external?: boolean | undefined;
	/** A component resource: a group of resources, not a cloud resource itself. */
	readonly component?: boolean | undefined;
	/** Created in a callback that runs only when outputs are known, so it may not exist. `unnamed` if its name is unknown too. */
	readonly conditional?: "named" | "unnamed" | undefined;
	readonly location?: Location | undefined;
}

/** An AWS resource type with all of its Pulumi type tokens. */
export interface ResourceType<Args = unknown> {
	/** The common name, for messages: `load balancer listener`. */
	readonly label: string;
	readonly tokens: readonly string[];
	/** True if names of the type are unique per Region only. */
	readonly regional?: true;
	/** Carries the type parameter; never set. */
	readonly args?: Args;
}

/** A resource of one of these types. */
export type ResourceOf<K extends ResourceType> = K extends ResourceType<infer Args> ? Resource<Args> : never;

/** @param tokens Pulumi type tokens; the first one is the current one */
export function resourceType<Args>(label: string, ...tokens: readonly [string, ...string[]]): ResourceType<Args> {
	return { label, tokens };
}

/** A resource type whose names are unique per Region only. */
export function regionalResourceType<Args>(label: string, ...tokens: readonly [string, ...string[]]): ResourceType<Args> {
	return { label, tokens, regional: true };
}

/** A resource with typed access to its inputs. */
export class Resource<Args = unknown> {
	/** The inputs as a whole. */
	readonly inputs: Reading;
	/** Carries the type parameter; never set. */
	declare readonly args?: Args;
	#memo: Map<unknown, unknown> | undefined;
	#inputsOnly: Resource<Args> | undefined;

	constructor(readonly data: ResourceData) {
		this.inputs = new Reading(data.inputs ?? {}, "");
	}

	get urn(): string {
		return this.data.urn;
	}

	get type(): string {
		return this.data.type;
	}

	get name(): string {
		return this.data.name;
	}

	/** An input of the resource. */
	read<K extends Extract<keyof Args, string>>(property: K): Reading<Plain<Args[K]>> {
		return this.inputs.read(property) as Reading<Plain<Args[K]>>;
	}

	/** An output of the resource, known only after deployment. */
	output(property: string): Reading {
		return new Reading(this.data.outputs?.[property], property);
	}

	/** The resource without its outputs, as before deployment. */
	get inputsOnly(): Resource<Args> {
		this.#inputsOnly ??= this.data.outputs ? new Resource<Args>({ ...this.data, outputs: undefined }) : this;
		return this.#inputsOnly;
	}

	/** The result of a function of this resource, computed once; the function is the cache key. */
	memoize<T>(compute: (resource: Resource<Args>) => T): T {
		this.#memo ??= new Map();
		if (!this.#memo.has(compute)) this.#memo.set(compute, compute(this));
		return this.#memo.get(compute) as T;
	}

	is<Other>(type: ResourceType<Other>): this is Resource<Other> {
		return type.tokens.includes(this.type);
	}
}
