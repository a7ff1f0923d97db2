import type { ResourceData } from "../engine/resource";
import { nameOf, providerUrn, STACK_TYPE, stackOf } from "../engine/urn";
import { relativeToCommonFolder } from "./module-path";
import { locationOf } from "./position";
import { SourceError, type StackDescription, type StackExports } from "./source";

/** One resource as `pulumi stack export` and the states of `pulumi preview --json` hold it (ResourceV3 of pulumi/pulumi's apitype). */
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

/** The part of a state that holds the resources. */
export interface Deployment {
	readonly resources?: unknown;
	/** What an update that was interrupted had begun. */
	readonly pending_operations?: unknown;
}

/** The deployment in what `pulumi stack export` wrote, or in a file that a backend of one's own keeps; undefined in anything else. */
export function stateIn(document: unknown): Deployment | undefined {
	if (!isObject(document)) return undefined;
	const { deployment, checkpoint } = document;
	const kept = isObject(checkpoint) ? checkpoint["latest"] : undefined;
	return [deployment, kept].find(isObject);
}

/** Reads a state. */
export function readState(deployment: Deployment, path: string): StackDescription {
	const recorded = deployment.resources ?? [];
	if (!Array.isArray(recorded))
		throw new SourceError(`${path}: deployment.resources is not a list; is it what "pulumi stack export" wrote?`);
	const present = recorded.filter((each) => !isObject(each) || (each["delete"] !== true && each["pendingReplacement"] !== true));
	const resources = relativeToCommonFolder(present.flatMap((each) => fromRecord(each) ?? []));
	const first = resources[0];
	return {
		kind: "state",
		path,
		resources,
		remoteComponents: [],
		...exportsIn(resources),
		limitations: [...damageGap(present.length - resources.length, path), ...interruptionGap(deployment, path)],
		...(first ? stackOf(first.urn) : {}),
	};
}

/** What the root stack exports. */
export function exportsIn(resources: readonly ResourceData[]): { readonly exports?: StackExports } {
	const outputs = resources.find(({ type }) => type === STACK_TYPE)?.outputs;
	return outputs ? { exports: { preview: outputs, predicted: outputs } } : {};
}

/** What to say of entries that are no resources. */
export function damageGap(count: number, path: string): readonly string[] {
	return count > 0 ? [`${path}: ${count} ${count === 1 ? "entry has" : "entries have"} no URN or no type, and cannot be looked at.`] : [];
}

/** What to say of operations of which nobody knows how they ended. */
function interruptionGap({ pending_operations: pending }: Deployment, path: string): readonly string[] {
	const operations = Array.isArray(pending) ? pending.filter(isObject) : [];
	const [first] = operations.map(({ resource }) => fromRecord(resource));
	if (operations.length === 0) return [];
	const example = first ? ` (the first: ${first.type} "${first.name}")` : "";
	const count = operations.length === 1 ? "an operation was" : `${operations.length} operations were`;
	return [`${path}: ${count} interrupted${example}, so that what it made may exist and is not seen; "pulumi refresh" settles it.`];
}

/** A recorded resource, or undefined where it has no URN or type: then it is none. */
export function fromRecord(recorded: unknown): ResourceData | undefined {
	if (!isObject(recorded)) return undefined;
	const { urn, type, id, inputs, outputs, parent, external, custom, propertyDependencies }: RecordedResource = recorded;
	const { provider, dependencies, sourcePosition, stackTrace }: RecordedResource = recorded;
	if (typeof urn !== "string" || typeof type !== "string" || urn === "" || type === "") return undefined;
	return {
		urn,
		type,
		name: nameOf(urn) || urn,
		inputs: isObject(inputs) ? inputs : undefined,
		outputs: isObject(outputs) ? outputs : undefined,
		id: typeof id === "string" && id !== "" ? id : undefined,
		parent: typeof parent === "string" ? parent : undefined,
		external: external === true,
		component: custom === false,
		provider: providerUrn(provider),
		dependencies: Array.isArray(dependencies) ? urnsIn(dependencies) : undefined,
		propertyDependencies: isObject(propertyDependencies) ? listsIn(propertyDependencies) : undefined,
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

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
