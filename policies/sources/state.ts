import { isRecord } from "../engine/is-record";
import type { ResourceData } from "../engine/resource";
import { nameOf, providerUrn, STACK_TYPE, stackOf } from "../engine/urn";
import { relativeToCommonFolder } from "./module-path";
import { locationOf } from "./position";
import { SourceError, type StackDescription, type StackExports } from "./source";

/** A resource in `pulumi stack export` and in the states of `pulumi preview --json` (ResourceV3 of pulumi/pulumi's apitype). */
export interface RecordedResource {
	readonly urn?: unknown;
	readonly type?: unknown;
	readonly id?: unknown;
	readonly inputs?: unknown;
	readonly outputs?: unknown;
	readonly parent?: unknown;
	readonly delete?: unknown;
	readonly pendingReplacement?: unknown;
	readonly provider?: unknown;
	readonly dependencies?: unknown;
	readonly external?: unknown;
	readonly custom?: unknown;
	readonly propertyDependencies?: unknown;
	readonly sourcePosition?: unknown;
	readonly stackTrace?: unknown;
}

/** The part of a state with the resources. */
export interface Deployment {
	readonly resources?: unknown;
	/** Operations of an interrupted update. */
	readonly pending_operations?: unknown;
}

/** The deployment in the output of `pulumi stack export`, or in a checkpoint of a self-managed backend; otherwise undefined. */
export function stateIn(document: unknown): Deployment | undefined {
	if (!isRecord(document)) return undefined;
	const { deployment, checkpoint } = document;
	const kept = isRecord(checkpoint) ? checkpoint["latest"] : undefined;
	return [deployment, kept].find(isRecord);
}

/** Reads a state. */
export function readState(deployment: Deployment, path: string): StackDescription {
	const recorded = deployment.resources ?? [];
	if (!Array.isArray(recorded))
		throw new SourceError(`${path}: deployment.resources is not a list; expected the output of "pulumi stack export"`);
	const present = recorded.filter((each) => !isRecord(each) || (each["delete"] !== true && each["pendingReplacement"] !== true));
	const resources = relativeToCommonFolder(present.flatMap((each) => fromRecord(each) ?? []));
	const first = resources[0];
	return {
		kind: "state",
		path,
		resources,
		remoteComponents: [],
		...exportsIn(resources),
		limitations: [...damageLimitation(present.length - resources.length, path), ...interruptionLimitation(deployment, path)],
		...(first ? stackOf(first.urn) : {}),
	};
}

/** The root stack's outputs. */
export function exportsIn(resources: readonly ResourceData[]): { readonly exports?: StackExports } {
	const outputs = resources.find(({ type }) => type === STACK_TYPE)?.outputs;
	return outputs ? { exports: { preview: outputs, predicted: outputs } } : {};
}

/** The limitation for entries that are not resources. */
export function damageLimitation(count: number, path: string): readonly string[] {
	return count > 0 ? [`${path}: ${count} ${count === 1 ? "entry has" : "entries have"} no URN or no type, and cannot be evaluated.`] : [];
}

/** The limitation for operations with unknown result. */
function interruptionLimitation({ pending_operations: pending }: Deployment, path: string): readonly string[] {
	const operations = Array.isArray(pending) ? pending.filter(isRecord) : [];
	const [first] = operations.map(({ resource }) => fromRecord(resource));
	if (operations.length === 0) return [];
	const example = first ? ` (the first: ${first.type} "${first.name}")` : "";
	const count = operations.length === 1 ? "an operation was" : `${operations.length} operations were`;
	return [`${path}: ${count} interrupted${example}: its resources may exist without being in the state; run "pulumi refresh".`];
}

/** A resource of a state; undefined without URN or type. */
export function fromRecord(recorded: unknown): ResourceData | undefined {
	if (!isRecord(recorded)) return undefined;
	const { urn, type, id, inputs, outputs, parent, external, custom, propertyDependencies }: RecordedResource = recorded;
	const { provider, dependencies, sourcePosition, stackTrace }: RecordedResource = recorded;
	if (typeof urn !== "string" || typeof type !== "string" || urn === "" || type === "") return undefined;
	return {
		urn,
		type,
		name: nameOf(urn) || urn,
		inputs: isRecord(inputs) ? inputs : undefined,
		outputs: isRecord(outputs) ? outputs : undefined,
		id: typeof id === "string" && id !== "" ? id : undefined,
		parent: typeof parent === "string" ? parent : undefined,
		external: external === true,
		component: custom === false,
		provider: providerUrn(provider),
		dependencies: Array.isArray(dependencies) ? urnsIn(dependencies) : undefined,
		propertyDependencies: isRecord(propertyDependencies) ? listsIn(propertyDependencies) : undefined,
		location: sourcePosition === undefined && stackTrace === undefined ? undefined : locationOf(sourcePosition, stackTrace),
	};
}

function listsIn(dependencies: Readonly<Record<string, unknown>>): Record<string, readonly string[]> {
	const entries = Object.entries(dependencies).map(([property, urns]) => [property, Array.isArray(urns) ? urnsIn(urns) : []] as const);
	return Object.fromEntries(entries);
}

function urnsIn(list: readonly unknown[]): readonly string[] {
	return list.filter((urn) => typeof urn === "string");
}
