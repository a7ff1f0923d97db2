import type { RuleGroupArgs } from "@pulumi/aws/networkfirewall/ruleGroup";
import { type Answer, isUndetermined } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import { inOtherStack, notDecidable, type Undetermined, undetermined, undeterminedIn } from "../../../engine/verdict";
import { NetworkFirewallRuleGroup } from "../../../facts/resource-types";
import { networkFirewallMatches } from "./domain-lists";

/** The effect of a stateful rule group on a TLS handshake with a host. */
export interface GroupOutcome {
	readonly effect: "pass" | "drop" | "none" | Undetermined;
	/** True for an allow-list for HTTPS or HTTP. */
	readonly isAllowList: boolean;
	/** True for an allow-list for HTTPS: in the default action order it drops all other HTTPS traffic. */
	readonly limitsHttps: boolean;
	readonly name: string;
}

const NO_EFFECT = { effect: "none", isAllowList: false, limitsHttps: false } as const;

/** The effect on a host of the rule group that a policy references: one outcome for each group that it may be. */
export function groupOutcomes(policy: Resource, arn: Reading, host: string, graph: ResourceGraph): readonly GroupOutcome[] {
	// AWS managed groups match attacks and malicious domains, and contain no allow-lists.
	if (arn.text?.includes(":aws-managed:")) return [{ ...NO_EFFECT, name: "a managed rule group" }];
	const { resources, state } = graph.follow(policy, arn, NetworkFirewallRuleGroup);
	if (resources.length > 0) return resources.map((group) => groupOutcome(group, host));
	const effect = state === "unknown" ? undetermined(arn) : inOtherStack("one of its rule groups is not in this stack");
	return [{ ...NO_EFFECT, effect, name: "a rule group in another stack" }];
}

function groupOutcome(group: Resource<RuleGroupArgs>, host: string): GroupOutcome {
	const name = group.name;
	const open = (effect: Undetermined): GroupOutcome => ({ ...NO_EFFECT, effect, name });
	if (group.data.external) return open(inOtherStack(`the content of rule group "${name}" is not in this stack`));
	const content = group.read("ruleGroup");
	const source = content.read("rulesSource");
	const list = source.read("rulesSourceList");
	const unknown = [content, source, list].find((each) => each.isUnknown);
	if (unknown) return open(undeterminedIn("rule group", group, unknown));
	if (list.isAbsent) return open(notDecidable(undefined, `rule group "${name}" contains rules that are not evaluated; ${PROBE}`));

	const type = list.read("generatedRulesType");
	if (type.isUnknown) return open(undeterminedIn("rule group", group, type));
	const isAllowList = type.is("ALLOWLIST");
	if (!isAllowList && !type.is("DENYLIST", "REJECTLIST")) return { ...NO_EFFECT, name };

	const forTls = includes(group, list.read("targetTypes"), (each) => each === "TLS_SNI");
	const listed = includes(group, list.read("targets"), (each) => networkFirewallMatches(each, host));
	if (forTls === false) return { ...NO_EFFECT, isAllowList, name };
	if (listed === false && forTls === true) return { ...NO_EFFECT, isAllowList, limitsHttps: isAllowList, name };
	const undecided = [forTls, listed].find(isUndetermined);
	if (undecided) return open(undecided);
	return { effect: isAllowList ? "pass" : "drop", isAllowList, limitsHttps: isAllowList, name };
}

/** The evidence for traffic that no list decides. */
export const PROBE = "verify with a TLS probe of the host from inside the VPC";

/** Whether a list of a rule group contains a matching item. */
function includes(group: Resource, list: Reading<readonly unknown[]> | Reading, matches: (item: string) => boolean): Answer {
	if (list.isUnknown) return undeterminedIn("rule group", group, list as Reading);
	const items = (list as Reading<readonly unknown[]>).items as readonly Reading[];
	if (items.some((item) => item.text !== undefined && matches(item.text))) return true;
	const unknown = items.find((item) => item.isUnknown);
	return unknown ? undeterminedIn("rule group", group, unknown) : false;
}
