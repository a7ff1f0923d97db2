import type { ResourceData } from "../../../engine/resource";

/** A resource as a program registers it. */
export interface Registration {
	readonly urn: string;
	readonly type: string;
	/** A resource of the cloud, and no component. */
	readonly custom: boolean;
	/** A component that a plugin makes. */
	readonly remote: boolean;
	/** With the ids of resources in place of references to them. */
	readonly inputs: Readonly<Record<string, unknown>>;
	/** The outputs that the program's package declares as secrets. */
	readonly secretOutputs: readonly string[];
	/** The Region of the resource's provider. */
	readonly region: string;
}

/** What a provider function answers. */
export interface FunctionAnswer {
	/** Absent where not even the names of its properties are known. */
	readonly result?: Readonly<Record<string, unknown>>;
	/** True where the cloud would have been asked. */
	readonly unanswered: boolean;
}

/** What a program gets to know from the engine: the one difference between a preview and a run with predicted outputs. */
export interface Answers {
	/** False at a preview, where a data source that depends on a new resource is not asked. */
	readonly everythingExists: boolean;
	/** The id and the outputs of a resource; what is absent is unknown. */
	resource(registration: Registration): { readonly id?: string; readonly outputs: Readonly<Record<string, unknown>> };
	/** The outputs of a resource that exists already; `given` is what the program says of it. */
	existing(read: Pick<ResourceData, "urn" | "type">, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
	/** The outputs of another stack. */
	stack(urn: string): unknown;
	/** One output of another stack, by its name; only where `stack` answers no names. */
	stackOutput?(urn: string, name: string): unknown;
	/** The result of a data source. */
	function(token: string, args: Readonly<Record<string, unknown>>, region: string): FunctionAnswer;
}
