import type { Finding } from "../policies/engine/finding";
import * as kinds from "../policies/facts/kinds";
import type { StackDescription } from "../policies/sources/source";
import type { Coverage } from "../report/model";

const UNDERSTOOD: ReadonlySet<string> = new Set(Object.values(kinds).flatMap((kind) => kind.tokens));

/** What was looked at, and what no rule understands. */
export function coverageOf(
	checked: readonly { readonly description: StackDescription; readonly findings: readonly Finding[] }[],
): Coverage {
	const types = new Map<string, number>();
	const examined = new Set<string>();
	let resources = 0;
	for (const { description, findings } of checked) {
		for (const { type, component } of description.resources) {
			if (type.startsWith("pulumi:")) continue;
			resources++;
			if (!UNDERSTOOD.has(type) && !component) types.set(type, (types.get(type) ?? 0) + 1);
		}
		for (const finding of findings) {
			if (finding.verdict !== "not-applicable" && !finding.type.startsWith("pulumi:")) examined.add(`${description.path} ${finding.urn}`);
		}
	}
	return {
		resources,
		examined: examined.size,
		notUnderstood: [...types].map(([type, count]) => ({ type, count })).sort((a, b) => a.type.localeCompare(b.type)),
		opaque: checked.flatMap(({ description }) => description.opaque.map(({ urn, type, name }) => ({ urn, type, name }))),
		gaps: checked.flatMap(({ description }) => [...gapsOf(description), ...description.gaps]),
	};
}

function gapsOf({ path, omitted = 0, resources }: StackDescription): string[] {
	if (omitted > 0) {
		return [
			`${path} leaves out ${omitted} unchanged ${omitted === 1 ? "resource" : "resources"}, so that nothing can be said of what is missing; "pulumi preview --json --show-sames" has them.`,
		];
	}
	return resources.some((each) => !each.type.startsWith("pulumi:")) ? [] : [`${path} holds no resources: nothing was looked at.`];
}

/** Why not everything was seen, in a clause; undefined where everything was. */
export function unseenIn({ opaque, gaps }: Coverage): string | undefined {
	if (opaque.length > 0)
		return opaque.length === 1 ? "1 component hides its resources" : `${opaque.length} components hide their resources`;
	return gaps.length > 0 ? "not everything was seen (see below)" : undefined;
}
