import { type Plain, Reading } from "./reading";

/** Where in the program a resource is made; lines and columns count from 1, the file is relative to the program's folder. */
export interface Location {
	readonly file: string;
	readonly line: number;
	readonly column?: number;
}

/** A resource as a source describes it, values still as they are on the wire. */
export interface ResourceData {
	readonly urn: string;
	readonly type: string;
	readonly name: string;
	/** What the program or the provider's check gave; absent where the resource is only read, not managed. */
	readonly inputs?: Readonly<Record<string, unknown>> | undefined;
	readonly outputs?: Readonly<Record<string, unknown>> | undefined;
	readonly id?: string | undefined;
	readonly parent?: string | undefined;
	/** The URN of the provider that makes it; absent where the source does not tell. */
	readonly provider?: string | undefined;
	/** The URNs of all that it depends on, whether a value comes from there or not. */
	readonly dependencies?: readonly string[] | undefined;
	/** For each property the URNs of the resources that its value came from. */
	readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>> | undefined;
	/** Read with `get` or as a data source: a target of relations that no rule judges. */
	readonly external?: boolean | undefined;
	/** Groups other resources, and is nothing in the cloud itself. */
	readonly component?: boolean | undefined;
	/** Created in a callback that runs only where outputs are known: it may not exist. `unnamed` where its name is not known either. */
	readonly conditional?: "named" | "unnamed" | undefined;
	readonly location?: Location | undefined;
}

/** A type of AWS resource under every type token that the provider knows it by. */
export interface Kind<Args = unknown> {
	/** What people call it: `load balancer listener`. */
	readonly label: string;
	readonly tokens: readonly string[];
	/** True where a name means one of them within a Region, and another one, or none, in the next. */
	readonly regional?: true;
	/** Only here for the types. */
	readonly args?: Args;
}

/** A resource of one of these kinds. */
export type ResourceOf<K extends Kind> = K extends Kind<infer Args> ? Resource<Args> : never;

/** @param tokens Pulumi type tokens; the first one is the provider's present name */
export function kind<Args>(label: string, ...tokens: readonly [string, ...string[]]): Kind<Args> {
	return { label, tokens };
}

/** The same of a kind whose names hold within one Region. */
export function regionalKind<Args>(label: string, ...tokens: readonly [string, ...string[]]): Kind<Args> {
	return { label, tokens, regional: true };
}

/** A resource that a rule looks at. */
export class Resource<Args = unknown> {
	/** The inputs as a whole. */
	readonly inputs: Reading;
	/** Only here for the types. */
	declare readonly args?: Args;
	#derived: Map<unknown, unknown> | undefined;
	#asGiven: Resource<Args> | undefined;

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

	/** An output of the resource: what AWS answered, known only after an update. */
	output(property: string): Reading {
		return new Reading(this.data.outputs?.[property], property);
	}

	/** The resource as the program gives it, before AWS has answered anything. */
	get asGiven(): Resource<Args> {
		this.#asGiven ??= this.data.outputs ? new Resource<Args>({ ...this.data, outputs: undefined }) : this;
		return this.#asGiven;
	}

	/** What a function makes of this resource, worked out once however many rules ask for it. The function is its own key. */
	derive<T>(make: (resource: Resource<Args>) => T): T {
		this.#derived ??= new Map();
		if (!this.#derived.has(make)) this.#derived.set(make, make(this));
		return this.#derived.get(make) as T;
	}

	is<Other>(kind: Kind<Other>): this is Resource<Other> {
		return kind.tokens.includes(this.type);
	}
}
