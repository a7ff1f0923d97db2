import type { ResolverFirewallRuleArgs } from "@pulumi/aws/route53/resolverFirewallRule";
import type { ResolverFirewallRuleGroupArgs } from "@pulumi/aws/route53/resolverFirewallRuleGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { beyond, elsewhere, fail, notApplicable, pass, type Verdict } from "../../engine/verdict";
import { DnsFirewallDomainList, DnsFirewallRule, DnsFirewallRuleGroup } from "../../facts/kinds";
import { unknownOf } from "./another-resource";
import { askedBefore } from "./dns-firewall-order";
import { coversEveryName, dnsFirewallCovers } from "./domain-lists";

type Group = Resource<ResolverFirewallRuleGroupArgs>;
type Rule = Resource<ResolverFirewallRuleArgs>;

/**
 * Does a DNS Firewall rule group answer for a host? Not applicable where no rule of it blocks the host.
 *
 * Amazon Route 53 Developer Guide, "DNS Firewall rule groups and rules" and "Rule settings in DNS Firewall", read 2026-08.
 *
 * @param what the host, in words
 */
export function ruleGroupAdmits(group: Group, host: string, what: string, graph: ResourceGraph): Verdict {
	const verdict = within(group, host, what, graph);
	if (verdict.verdict !== "fail") return verdict;
	for (const other of graph.all(DnsFirewallRuleGroup)) {
		if (other.urn === group.urn || other.data.external) continue;
		const said = within(other, host, what, graph);
		if (said.verdict === "fail" || said.verdict === "not-applicable") continue;
		const before = askedBefore(other, group, graph);
		if (before === "yes") return said;
		if (before === "unclear")
			return beyond(undefined, `rule group "${other.name}" may let it through first; the priorities of the VPC's associations would tell`);
	}
	return verdict;
}

/** The first rule that has something to say about the host decides. */
function within(group: Group, host: string, what: string, graph: ResourceGraph): Verdict {
	const { resources: rules, undecided } = graph.referrers(group, DnsFirewallRule, "firewallRuleGroupId");
	const [stray] = undecided;
	if (stray) return unknownOf("rule", stray, stray.read("firewallRuleGroupId"));
	if (rules.length === 0) return elsewhere("its rules are not in this stack");
	const unordered = rules.find((rule) => rule.read("priority").number === undefined);
	if (unordered) return unknownOf("rule", unordered, unordered.read("priority"));
	const inOrder = [...rules].sort((a, b) => (a.read("priority").number ?? 0) - (b.read("priority").number ?? 0));
	for (const rule of inOrder) {
		const verdict = said(rule, host, what, graph);
		if (verdict) return verdict;
	}
	return notApplicable("it blocks no name that its lists leave out");
}

/** What a rule does with a look-up of the host's IPv4 address; undefined where it has nothing to say of it. */
function said(rule: Rule, host: string, what: string, graph: ResourceGraph): Verdict | undefined {
	const threat = rule.read("dnsThreatProtection");
	if (threat.isKnown) return undefined;
	const queries = rule.read("qType").or("A");
	if (queries.isKnown && !queries.is("A", "TYPE1")) return undefined;
	const covered = coverOf(rule, host, graph);
	if (covered === undefined) return undefined;
	const hidden = [threat, queries, rule.read("action")].find((each) => each.isUnknown);
	if (hidden) return unknownOf("rule", rule, hidden as Reading);
	if (typeof covered === "object") return covered;
	if (rule.read("action").is("BLOCK"))
		return covered === "everything"
			? fail(undefined, `blocks look-ups of ${what}: rule "${rule.name}" blocks every name, and no rule before it lets this one through`)
			: fail(undefined, `blocks look-ups of ${what}: rule "${rule.name}" lists it`, "Take it off the list that is blocked.");
	return covered === "everything" ? pass() : throughRedirections(rule, what);
}

/** Whether the rule's list covers the host, or why that cannot be told; undefined where it does not. */
function coverOf(rule: Rule, host: string, graph: ResourceGraph): "everything" | "host" | Verdict | undefined {
	const id = rule.read("firewallDomainListId");
	if (id.isAbsent) return undefined;
	const { resources: lists, state } = graph.follow(rule, id, DnsFirewallDomainList);
	const [list] = lists;
	if (!list)
		return state === "unknown" ? unknownOf("rule", rule, id) : elsewhere(`the domain list of rule "${rule.name}" is not in this stack`);
	if (list.data.external) return elsewhere(`what domain list "${list.name}" holds is not in this stack`);
	const domains = list.read("domains");
	const entries = domains.items.flatMap((each) => each.text ?? []);
	if (entries.some(coversEveryName)) return "everything";
	if (entries.some((each) => dnsFirewallCovers(each, host))) return "host";
	const hidden = domains.isUnknown ? domains : domains.items.find((each) => each.isUnknown);
	return hidden && unknownOf("domain list", list, hidden as Reading);
}

/** A rule that inspects redirections wants every name on the way to the host's address on a list as well. */
function throughRedirections(rule: Rule, what: string): Verdict {
	const action = rule.read("firewallDomainRedirectionAction").or("INSPECT_REDIRECTION_DOMAIN");
	if (action.isUnknown) return unknownOf("rule", rule, action);
	if (action.is("TRUST_REDIRECTION_DOMAIN")) return pass();
	return beyond(
		undefined,
		`rule "${rule.name}" lets ${what} through, but also wants each name that a CNAME record leads to on its list; TRUST_REDIRECTION_DOMAIN in firewallDomainRedirectionAction, or a look-up from inside the VPC, would settle it`,
	);
}
