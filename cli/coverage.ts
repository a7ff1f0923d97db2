import type { Finding } from "../policies/engine/finding";
import { counted } from "../policies/engine/message";
import type { Capability } from "../policies/engine/verdict";
import * as resourceTypes from "../policies/facts/resource-types";
import { mayProvide, packageOf } from "../policies/facts/uncovered-types";
import type { StackDescription } from "../policies/sources/source";
import type { Coverage } from "../report/model";

const COVERED_TYPES: ReadonlySet<string> = new Set(Object.values(resourceTypes).flatMap(({ tokens }) => tokens));

/** What the check covered, and what it did not. */
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
			if (!COVERED_TYPES.has(type) && !component) types.set(type, (types.get(type) ?? 0) + 1);
		}
		for (const finding of findings) {
			if (finding.verdict !== "not-applicable" && !finding.type.startsWith("pulumi:")) examined.add(`${description.path} ${finding.urn}`);
		}
	}
	return {
		resources,
		evaluated: examined.size,
		uncoveredTypes: [...types].map(([type, count]) => ({ type, count })).sort((a, b) => a.type.localeCompare(b.type)),
		otherProviders: otherProviders(types),
		remoteComponents: checked.flatMap(({ description }) =>
			description.remoteComponents.map(({ urn, type, name }) => ({ urn, type, name })),
		),
		limitations: checked.flatMap(({ description }) => [...limitationsOf(description), ...description.limitations]),
	};
}

/** The number of resources of each provider other than `aws`. */
function otherProviders(types: ReadonlyMap<string, number>): Coverage["otherProviders"] {
	const counts = new Map<string, number>();
	for (const [type, count] of types) {
		const provider = packageOf(type);
		if (provider !== "aws") counts.set(provider, (counts.get(provider) ?? 0) + count);
	}
	return [...counts].map(([provider, count]) => ({ provider, count })).sort((a, b) => a.provider.localeCompare(b.provider));
}

function limitationsOf({ path, omitted = 0, resources }: StackDescription): string[] {
	if (omitted > 0) {
		return [
			`${path} does not contain ${counted(omitted, "unchanged resource")}, so missing resources cannot be detected; use "pulumi preview --json --show-sames".`,
		];
	}
	return resources.some((each) => !each.type.startsWith("pulumi:")) ? [] : [`${path} contains no resources; nothing was evaluated.`];
}

/** Why the check did not see everything a checklist item concerns, as a clause; undefined if it did. */
export function limitationOf({ remoteComponents, limitations, uncoveredTypes }: Coverage, itemId: string): string | undefined {
	if (remoteComponents.length > 0)
		return remoteComponents.length === 1
			? "the resources of 1 remote component are not visible"
			: `the resources of ${remoteComponents.length} remote components are not visible`;
	if (limitations.length > 0) return "the check is incomplete (see below)";
	const capability = CAPABILITY_OF_ITEM[itemId];
	const providers = uncoveredTypes.filter(({ type }) => mayProvide(type, capability ?? "anything"));
	if (providers.length === 0) return undefined;
	const count = providers.reduce((sum, each) => sum + each.count, 0);
	const message = `no rule covers ${counted(count, "resource")} that may create others`;
	if (!capability) return `${message} (see below)`;
	const [listed, more] = [providers.slice(0, MOST_LISTED).map(({ type }) => type), providers.length - MOST_LISTED];
	return `${message} (${listed.join(", ")}${more > 0 ? ` and ${more} more types` : ""})`;
}

const MOST_LISTED = 3;

/** The capability that a checklist item concerns, if it is a single one. */
const CAPABILITY_OF_ITEM: Readonly<Record<string, Capability>> = { L75: "log group" };
