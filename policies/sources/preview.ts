import type { ResourceData } from "../engine/resource";
import { providerUrn, STACK_TYPE, stackOf } from "../engine/urn";
import { relativeToCommonFolder } from "./module-path";
import { SourceError, type StackDescription } from "./source";
import { damageGap, exportsIn, fromRecord } from "./state";

/** One step of `pulumi preview --json` (PreviewDigest of pulumi/pulumi's display package). */
interface Step {
	readonly op?: unknown;
	readonly newState?: unknown;
	readonly urn?: unknown;
	readonly provider?: unknown;
}

interface Preview {
	/** Missing where nothing changes. */
	readonly steps?: readonly (Step | null)[] | null;
	readonly changeSummary?: Readonly<Record<string, unknown>> | null;
	readonly diagnostics?: unknown;
	readonly maybeCorrupt?: unknown;
}

/** True where the document looks like `pulumi preview --json`. */
export function isPreview(document: unknown): document is Preview {
	if (typeof document !== "object" || document === null) return false;
	return "steps" in document ? Array.isArray(document.steps) || document.steps === null : "changeSummary" in document;
}

/** Steps that take away an older incarnation of a resource, and say nothing of the one that is there. */
const OF_OLDER_INCARNATIONS = new Set(["delete-replaced", "discard-replaced", "remove-pending-replace"]);

/** Steps after which the resource is no more. */
const REMOVALS = new Set(["delete", "discard", "read-discard"]);

/**
 * Reads what `pulumi preview --json` wrote: the stack as it would be. Unchanged resources are in it only with `--show-sames`.
 *
 * @throws SourceError where the preview failed for other reasons than policies
 */
export function readPreview(document: Preview, path: string): StackDescription {
	requireWhole(document, path);
	const steps = (document.steps ?? []).filter((step): step is Step => typeof step === "object" && step !== null);
	const byUrn = new Map<string, ResourceData>();
	let damaged = 0;
	for (const step of steps) {
		const op = textOf(step.op);
		if (OF_OLDER_INCARNATIONS.has(op)) continue;
		// With --refresh each resource has a step of its own before those of the update: the last one decides.
		if (REMOVALS.has(op) || (op === "refresh" && !step.newState)) byUrn.delete(textOf(step.urn));
		else if (step.newState) {
			const resource = fromRecord(step.newState);
			if (resource) byUrn.set(resource.urn, resource);
			else damaged++;
		}
	}
	const resources = relativeToCommonFolder([...byUrn.values()]);
	const first = resources[0]?.urn ?? steps.find((step) => typeof step.urn === "string")?.urn;
	return {
		kind: "preview",
		path,
		resources,
		remoteComponents: [],
		...exportsIn(resources),
		omitted: omittedFrom(document, steps),
		limitations: [...damageGap(damaged, path), ...doubtGap(document, path)],
		...(typeof first === "string" ? stackOf(first) : {}),
	};
}

/** What a preview says of itself in the end; alone where policies failed, which never stop one and are not told in JSON. */
const CONCLUSION = /^(?:error: )?preview failed$/;

function requireWhole({ diagnostics }: Preview, path: string): void {
	const errors = (Array.isArray(diagnostics) ? diagnostics : []).filter((each) => each?.severity === "error");
	if (errors.some(({ message }) => !CONCLUSION.test(textOf(message).trim()))) {
		throw new SourceError(
			`${path}: the preview in it failed, so the stack in it is not whole; check the program itself, or a preview that succeeds`,
		);
	}
}

function doubtGap({ maybeCorrupt }: Preview, path: string): readonly string[] {
	return maybeCorrupt === true ? [`${path}: the preview doubts the stack's state: it may not hold every resource.`] : [];
}

/**
 * The unchanged resources that are counted but not listed, less those that no rule would look at: the root stack and
 * explicit providers. Default providers are not counted in the first place.
 */
function omittedFrom({ changeSummary }: Preview, steps: readonly Step[]): number {
	const listed = listedAsUnchanged(steps);
	const counted: unknown = changeSummary?.["same"];
	const same = typeof counted === "number" ? counted : listed;
	const urns = new Set(steps.map((step) => step.urn));
	const providers = new Set(steps.flatMap((step) => providerUrn(step.provider) ?? []).filter((urn) => !isDefaultProvider(urn)));
	const silent = [...providers].filter((urn) => !urns.has(urn)).length;
	const root = steps.some((step) => textOf(step.urn).includes(`::${STACK_TYPE}::`)) ? 0 : 1;
	return Number.isFinite(same) ? Math.max(0, same - listed - silent - root) : 0;
}

/** How many unchanged resources the steps show: each as itself, or by its refresh alone. */
function listedAsUnchanged(steps: readonly Step[]): number {
	const last = new Map(steps.map((step) => [textOf(step.urn), step]));
	return [...last].filter(([urn, { op, newState }]) => !isDefaultProvider(urn) && (op === "same" || (op === "refresh" && newState))).length;
}

/** What is no text says nothing; not everything can be made text of. */
function textOf(value: unknown): string {
	return typeof value === "string" ? value : "";
}

function isDefaultProvider(urn: string): boolean {
	return /::pulumi:providers:[^:]+::default/.test(urn);
}
