import type { ResourceData } from "../../../engine/resource";

/** A resource registration. */
export interface Registration {
	readonly urn: string;
	readonly type: string;
	/** False for components. */
	readonly custom: boolean;
	/** True for a component that a plugin creates. */
	readonly remote: boolean;
	/** With resource ids instead of resource references. */
	readonly inputs: Readonly<Record<string, unknown>>;
	/** The outputs that the program's SDK declares as secrets. */
	readonly secretOutputs: readonly string[];
	/** The Region of the resource's provider. */
	readonly region: string;
}

/** The response of a provider function. */
export interface FunctionResponse {
	/** Undefined if not even its property names are known. */
	readonly result?: Readonly<Record<string, unknown>>;
	/** True if it requires a call to the cloud. */
	readonly unanswered: boolean;
}

/** The engine's responses to a program: the only difference between a preview and a run with predicted outputs. */
export interface EngineResponses {
	/** False in a preview, which does not evaluate data sources that depend on new resources. */
	readonly everythingExists: boolean;
	/** The id and the outputs of a resource; missing ones are unknown. */
	resource(registration: Registration): { readonly id?: string; readonly outputs: Readonly<Record<string, unknown>> };
	/** The outputs of an existing resource; `given` are the properties in the program. */
	existing(read: Pick<ResourceData, "urn" | "type">, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
	/** The outputs of another stack. */
	stack(urn: string): unknown;
	/** One output of another stack by name; only if `stack` returns no names. */
	stackOutput?(urn: string, name: string): unknown;
	/** The result of a data source. */
	function(token: string, args: Readonly<Record<string, unknown>>, region: string): FunctionResponse;
}
