import type { RuleGroupArgs } from "@pulumi/aws/networkfirewall/ruleGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { inOtherStack, notDecidable, type Undetermined, undetermined, undeterminedIn } from "../../engine/verdict";
import { NetworkFirewallRuleGroup } from "../../facts/resource-types";
import { networkFirewallCovers } from "./domain-lists";

/** What a stateful rule group does with the TLS handshake that names a host. */
export interface GroupAnswer {
	readonly does: "pass" | "drop" | "nothing" | "open";
	/** True where it is a list of what is allowed, for HTTPS or for HTTP. */
	readonly allowList: boolean;
	/** True where it lists what HTTPS is allowed to: under the default action order it then drops all other HTTPS. */
	readonly allowsHttpsOnlyTo: boolean;
	readonly name: string;
	/** Why it is open. */
	readonly why?: Undetermined;
}

const NOTHING = { does: "nothing", allowList: false, allowsHttpsOnlyTo: false } as const;

/** What the rule group that a policy refers to does with the host; one answer for each group that it may be. */
export function answersOf(policy: Resource, arn: Reading, host: string, graph: ResourceGraph): readonly GroupAnswer[] {
	// AWS's own groups look for attacks and known bad domains, and hold no list of what is allowed.
	if (arn.text?.includes(":aws-managed:")) return [{ ...NOTHING, name: "a managed rule group" }];
	const { resources, state } = graph.follow(policy, arn, NetworkFirewallRuleGroup);
	if (resources.length > 0) return resources.map((group) => answerOf(group, host));
	const why = state === "unknown" ? undetermined(arn) : inOtherStack("one of its rule groups is not in this stack");
	return [open(why, "a rule group of another stack")];
}

function answerOf(group: Resource<RuleGroupArgs>, host: string): GroupAnswer {
	const name = group.name;
	if (group.data.external) return open(inOtherStack(`what rule group "${name}" holds is not in this stack`), name);
	const content = group.read("ruleGroup");
	const source = content.read("rulesSource");
	const list = source.read("rulesSourceList");
	const hidden = [content, source, list].find((each) => each.isUnknown);
	if (hidden) return open(undeterminedIn("rule group", group, hidden), name);
	if (list.isAbsent) return open(notDecidable(undefined, `rule group "${name}" holds rules that this rule does not read; ${PROBE}`), name);

	const type = list.read("generatedRulesType");
	if (type.isUnknown) return open(undeterminedIn("rule group", group, type), name);
	const allowList = type.is("ALLOWLIST");
	if (!allowList && !type.is("DENYLIST", "REJECTLIST")) return { ...NOTHING, name };

	const targetTypes = includes(list.read("targetTypes"), (each) => each === "TLS_SNI");
	const covered = includes(list.read("targets"), (each) => networkFirewallCovers(each, host));
	const unseen = [targetTypes, covered].find((each) => typeof each === "object");
	if (targetTypes === false) return { ...NOTHING, allowList, name };
	if (covered === false && targetTypes === true) return { ...NOTHING, allowList, allowsHttpsOnlyTo: allowList, name };
	if (unseen) return open(undeterminedIn("rule group", group, unseen as Reading), name);
	return { does: allowList ? "pass" : "drop", allowList, allowsHttpsOnlyTo: allowList, name };
}

/** What settles what no list tells. */
export const PROBE = "a TLS probe of the host from inside the VPC would tell";

function open(why: Undetermined, name: string): GroupAnswer {
	return { does: "open", allowList: false, allowsHttpsOnlyTo: false, name, why };
}

/** Whether a list holds such an item; the reading that hides it where that cannot be told. */
function includes(list: Reading<readonly unknown[]> | Reading, wanted: (item: string) => boolean): boolean | Reading {
	if (list.isUnknown) return list as Reading;
	const items = (list as Reading<readonly unknown[]>).items as readonly Reading[];
	if (items.some((item) => item.text !== undefined && wanted(item.text))) return true;
	return items.find((item) => item.isUnknown) ?? false;
}
