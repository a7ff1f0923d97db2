import type { Finding } from "../policies/engine/finding";
import { oneLine } from "../policies/engine/message";
import type { Thing } from "../policies/engine/verdict";
import * as kinds from "../policies/facts/kinds";
import { mayMake, packageOf } from "../policies/facts/not-understood";
import type { StackDescription } from "../policies/sources/source";
import type { Coverage } from "../report/model";

const UNDERSTOOD: ReadonlySet<string> = new Set(Object.values(kinds).flatMap((kind) => kind.tokens));

/** What was looked at, and what no rule understands. */
export function coverageOf(
	checked: readonly { readonly description: StackDescription; readonly findings: readonly Finding[] }[],
): Omit<Coverage, "excluded"> {
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
		notUnderstood: [...types].map(([type, count]) => ({ type: oneLine(type), count })).sort((a, b) => a.type.localeCompare(b.type)),
		otherProviders: otherProviders(types),
		opaque: checked.flatMap(({ description }) => description.opaque.map(({ urn, type, name }) => ({ urn, type, name }))),
		gaps: checked.flatMap(({ description }) => [...gapsOf(description), ...description.gaps]),
	};
}

/** The resources of other providers than AWS's classic one, of which no rule understands any. */
function otherProviders(types: ReadonlyMap<string, number>): Coverage["otherProviders"] {
	const counts = new Map<string, number>();
	for (const [type, count] of types) {
		const provider = packageOf(type);
		if (provider !== "aws") counts.set(provider, (counts.get(provider) ?? 0) + count);
	}
	return [...counts].map(([provider, count]) => ({ provider, count })).sort((a, b) => a.provider.localeCompare(b.provider));
}

function gapsOf({ path, omitted = 0, resources }: StackDescription): string[] {
	if (omitted > 0) {
		return [
			`${path} leaves out ${omitted} unchanged ${omitted === 1 ? "resource" : "resources"}, so that nothing can be said of what is missing; "pulumi preview --json --show-sames" has them.`,
		];
	}
	return resources.some((each) => !each.type.startsWith("pulumi:")) ? [] : [`${path} holds no resources: nothing was looked at.`];
}

/** Why not everything that a line is about was seen, in a clause; undefined where everything was. */
export function unseenIn({ opaque, gaps, notUnderstood }: Coverage, line: string): string | undefined {
	if (opaque.length > 0)
		return opaque.length === 1 ? "1 component hides its resources" : `${opaque.length} components hide their resources`;
	if (gaps.length > 0) return "not everything was seen (see below)";
	const thing = LINE_IS_ABOUT[line];
	const makers = notUnderstood.filter(({ type }) => mayMake(type, thing ?? "anything"));
	if (makers.length === 0) return undefined;
	const count = makers.reduce((sum, each) => sum + each.count, 0);
	const said =
		count === 1 ? "1 resource that could make more is not understood" : `${count} resources that could make more are not understood`;
	if (!thing) return `${said} (see below)`;
	const [named, more] = [makers.slice(0, FEW).map(({ type }) => type), makers.length - FEW];
	return `${said} (${named.join(", ")}${more > 0 ? ` and ${more} more types` : ""})`;
}

const FEW = 3;

/** What a line is about, where it is one kind of thing. */
const LINE_IS_ABOUT: Readonly<Record<string, Thing>> = { L75: "log group" };
