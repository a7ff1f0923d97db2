import type { ResourceData } from "../engine/resource";
import { providerUrn, STACK_TYPE, stackOf } from "../engine/urn";
import { relativeToCommonFolder } from "./module-path";
import { SourceError, type StackDescription } from "./source";
import { damageLimitation, exportsIn, fromRecord } from "./state";

/** One step of `pulumi preview --json` (PreviewDigest of pulumi/pulumi's display package). */
interface Step {
	readonly op?: unknown;
	readonly newState?: unknown;
	readonly urn?: unknown;
	readonly provider?: unknown;
}

interface Preview {
	/** Undefined without changes. */
	readonly steps?: readonly (Step | null)[] | null;
	readonly changeSummary?: Readonly<Record<string, unknown>> | null;
	readonly diagnostics?: unknown;
	readonly maybeCorrupt?: unknown;
}

/** True if the document is the output of `pulumi preview --json`. */
export function isPreview(document: unknown): document is Preview {
	if (typeof document !== "object" || document === null) return false;
	return "steps" in document ? Array.isArray(document.steps) || document.steps === null : "changeSummary" in document;
}

/** Steps that delete a replaced resource; the resource itself remains. */
const OF_OLDER_INCARNATIONS = new Set(["delete-replaced", "discard-replaced", "remove-pending-replace"]);

/** Steps that delete the resource. */
const REMOVALS = new Set(["delete", "discard", "read-discard"]);

/**
 * Reads the output of `pulumi preview --json`: the stack after the update. It contains unchanged resources only with `--show-sames`.
 *
 * @throws SourceError if the preview failed for reasons other than policies
 */
export function readPreview(document: Preview, path: string): StackDescription {
	requireSuccess(document, path);
	const steps = (document.steps ?? []).filter((step): step is Step => typeof step === "object" && step !== null);
	const byUrn = new Map<string, ResourceData>();
	let damaged = 0;
	for (const step of steps) {
		const op = textOf(step.op);
		if (OF_OLDER_INCARNATIONS.has(op)) continue;
		// With --refresh, each resource has a refresh step before the update's: the last step counts.
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
		omitted: countOmitted(document, steps),
		limitations: [...damageLimitation(damaged, path), ...corruptionLimitation(document, path)],
		...(typeof first === "string" ? stackOf(first) : {}),
	};
}

/** The preview's final error diagnostic; policy failures do not stop a preview and are not in its JSON. */
const CONCLUSION = /^(?:error: )?preview failed$/;

function requireSuccess({ diagnostics }: Preview, path: string): void {
	const errors = (Array.isArray(diagnostics) ? diagnostics : []).filter((each) => each?.severity === "error");
	if (errors.some(({ message }) => !CONCLUSION.test(textOf(message).trim()))) {
		throw new SourceError(
			`${path}: the preview failed, so its resources are incomplete; check the program itself, or a successful preview`,
		);
	}
}

function corruptionLimitation({ maybeCorrupt }: Preview, path: string): readonly string[] {
	return maybeCorrupt === true ? [`${path}: the preview reports that the stack's state may be corrupt: resources may be missing.`] : [];
}

/**
 * The number of unchanged resources that are counted but not listed, without the root stack and explicit providers, which no rule evaluates. Default
 * providers are not counted.
 */
function countOmitted({ changeSummary }: Preview, steps: readonly Step[]): number {
	const listed = listedAsUnchanged(steps);
	const counted: unknown = changeSummary?.["same"];
	const same = typeof counted === "number" ? counted : listed;
	const urns = new Set(steps.map((step) => step.urn));
	const providers = new Set(steps.flatMap((step) => providerUrn(step.provider) ?? []).filter((urn) => !isDefaultProvider(urn)));
	const silent = [...providers].filter((urn) => !urns.has(urn)).length;
	const root = steps.some((step) => textOf(step.urn).includes(`::${STACK_TYPE}::`)) ? 0 : 1;
	return Number.isFinite(same) ? Math.max(0, same - listed - silent - root) : 0;
}

/** The number of unchanged resources in the steps: as `same`, or by a refresh only. */
function listedAsUnchanged(steps: readonly Step[]): number {
	const last = new Map(steps.map((step) => [textOf(step.urn), step]));
	return [...last].filter(([urn, { op, newState }]) => !isDefaultProvider(urn) && (op === "same" || (op === "refresh" && newState))).length;
}

/** Empty for anything but a string. */
function textOf(value: unknown): string {
	return typeof value === "string" ? value : "";
}

function isDefaultProvider(urn: string): boolean {
	return /::pulumi:providers:[^:]+::default/.test(urn);
}
