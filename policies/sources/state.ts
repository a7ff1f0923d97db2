import type { ResourceData } from "../engine/resource";
import { stackOf } from "../engine/urn";
import { locationOf } from "./position";
import { SourceError, type StackDescription } from "./source";

/** One resource as `pulumi stack export` and the states of `pulumi preview --json` hold it (ResourceV3 of pulumi/pulumi's apitype). */
export interface RecordedResource {
	readonly urn?: unknown;
	readonly type?: unknown;
	readonly id?: unknown;
	readonly inputs?: unknown;
	readonly outputs?: unknown;
	readonly parent?: unknown;
	readonly delete?: unknown;
	readonly external?: unknown;
	readonly custom?: unknown;
	readonly propertyDependencies?: unknown;
	readonly sourcePosition?: unknown;
	readonly stackTrace?: unknown;
}

/** True where the document looks like `pulumi stack export`. */
export function isState(document: unknown): document is { deployment: { resources?: readonly RecordedResource[] | null } } {
	return typeof document === "object" && document !== null && "deployment" in document && isObject(document.deployment);
}

/** Reads what `pulumi stack export` wrote. */
export function readState(document: { deployment: { resources?: readonly RecordedResource[] | null } }, path: string): StackDescription {
	const recorded = document.deployment.resources ?? [];
	if (!Array.isArray(recorded))
		throw new SourceError(`${path}: deployment.resources is not a list; is it what "pulumi stack export" wrote?`);
	const resources = recorded.filter((each) => isObject(each) && each.delete !== true).flatMap((each) => fromRecord(each) ?? []);
	const first = resources[0];
	return { kind: "state", path, resources, opaque: [], ...(first ? stackOf(first.urn) : {}) };
}

/** A recorded resource, or undefined where it has no URN or type: then it is none. */
export function fromRecord(recorded: RecordedResource): ResourceData | undefined {
	const { urn, type } = recorded;
	if (typeof urn !== "string" || typeof type !== "string") return undefined;
	const location = locationOf(recorded.sourcePosition, recorded.stackTrace);
	return {
		urn,
		type,
		name: urn.split("::").pop() ?? urn,
		...(isObject(recorded.inputs) ? { inputs: recorded.inputs } : {}),
		...(isObject(recorded.outputs) ? { outputs: recorded.outputs } : {}),
		...(typeof recorded.id === "string" && recorded.id !== "" ? { id: recorded.id } : {}),
		...(typeof recorded.parent === "string" ? { parent: recorded.parent } : {}),
		...(recorded.external === true ? { external: true } : {}),
		...(recorded.custom === false ? { component: true } : {}),
		...(isObject(recorded.propertyDependencies)
			? { propertyDependencies: recorded.propertyDependencies as Record<string, readonly string[] | null> }
			: {}),
		...(location ? { location } : {}),
	};
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
