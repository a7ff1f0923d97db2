import { STACK_TYPE, stackOf } from "../engine/urn";
import type { StackDescription } from "./source";
import { fromRecord, type RecordedResource } from "./state";

/** One step of `pulumi preview --json` (PreviewDigest of pulumi/pulumi's display package). */
interface Step {
	readonly op?: unknown;
	readonly newState?: unknown;
	readonly urn?: unknown;
	readonly provider?: unknown;
}

interface Preview {
	readonly steps: readonly Step[];
	readonly changeSummary?: Readonly<Record<string, unknown>> | null;
}

/** True where the document looks like `pulumi preview --json`. */
export function isPreview(document: unknown): document is Preview {
	return typeof document === "object" && document !== null && "steps" in document && Array.isArray(document.steps);
}

/** Steps that take a resource away, or stand for one half of a replacement whose other half tells the same. */
const WITHOUT_RESOURCE = new Set(["delete", "delete-replaced", "discard", "discard-replaced", "remove-pending-replace", "read-discard"]);

/** Reads what `pulumi preview --json` wrote: the stack as it would be. Unchanged resources are in it only with `--show-sames`. */
export function readPreview(document: Preview, path: string): StackDescription {
	const byUrn = new Map(
		document.steps
			.filter((step) => typeof step?.newState === "object" && step.newState !== null && !WITHOUT_RESOURCE.has(String(step.op)))
			.flatMap((step) => fromRecord(step.newState as RecordedResource) ?? [])
			.map((resource) => [resource.urn, resource]),
	);
	const resources = [...byUrn.values()];
	const first = resources[0];
	return { kind: "preview", path, resources, opaque: [], omitted: omittedFrom(document), ...(first ? stackOf(first.urn) : {}) };
}

/** The unchanged resources that are counted but not listed, less those that no rule would look at: the root stack and providers. */
function omittedFrom(document: Preview): number {
	const listed = document.steps.filter((step) => step?.op === "same").length;
	const same = Number(document.changeSummary?.["same"] ?? listed);
	const urns = new Set(document.steps.map((step) => step?.urn));
	const providers = new Set(
		document.steps
			.map((step) =>
				String(step?.provider ?? "")
					.split("::")
					.slice(0, 4)
					.join("::"),
			)
			.filter(Boolean),
	);
	const harmless =
		[...providers].filter((urn) => !urns.has(urn)).length +
		(document.steps.some((step) => String(step?.urn).includes(`::${STACK_TYPE}::`)) ? 0 : 1);
	return Number.isFinite(same) ? Math.max(0, same - listed - harmless) : 0;
}
