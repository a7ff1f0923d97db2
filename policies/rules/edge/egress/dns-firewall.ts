import type { ResolverFirewallRuleArgs } from "@pulumi/aws/route53/resolverFirewallRule";
import type { ResolverFirewallRuleGroupArgs } from "@pulumi/aws/route53/resolverFirewallRuleGroup";
import { isUndetermined } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import { inOtherStack, notApplicable, notDecidable, pass, type Undetermined, undeterminedIn } from "../../../engine/verdict";
import { DnsFirewallDomainList, DnsFirewallRule, DnsFirewallRuleGroup } from "../../../facts/resource-types";
import { evaluatedBefore, sharedBefore } from "./dns-firewall-order";
import { dnsFirewallMatches, matchesEveryName } from "./domain-lists";
import type { Blocked, Destination, Outcome } from "./outcome";

type Group = Resource<ResolverFirewallRuleGroupArgs>;
type Rule = Resource<ResolverFirewallRuleArgs>;

/**
 * The effect of a DNS Firewall rule group on queries for a host; not applicable if no rule blocks it.
 *
 * Source: Amazon Route 53 Developer Guide, Rule settings in DNS Firewall
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-settings.html), read 2026-08.
 */
export function ruleGroupOutcome(group: Group, destination: Destination, graph: ResourceGraph): Outcome {
	const { outcomes, allowing } = outcomesFor(destination, graph);
	const outcome = outcomes.get(group) as Outcome;
	if (outcome.verdict !== "blocked") return outcome;
	let possible: Outcome | undefined;
	for (const [other, others] of allowing) {
		const before = evaluatedBefore(other, group, graph);
		if (before === true) return others;
		if (before === "different VPCs")
			possible ??= notDecidable(undefined, `rule group "${other.name}" may allow it in another VPC; the VPC of the workloads decides`);
		else if (isUndetermined(before)) possible ??= before;
	}
	if (possible) return possible;
	const shared = sharedBefore(group, graph);
	return shared ? inOtherStack(`the rule group of association "${shared.name}" is not in this stack, and may allow it first`) : outcome;
}

interface OutcomesOfGroups {
	readonly outcomes: ReadonlyMap<Group, Outcome>;
	/** The groups that allow the host, or may. */
	readonly allowing: readonly (readonly [Group, Exclude<Outcome, Blocked>])[];
}

/** The outcomes of all rule groups of the stack for a host. */
function outcomesFor(destination: Destination, graph: ResourceGraph): OutcomesOfGroups {
	const known = graph.memoize(outcomesByHost);
	const key = `${destination.host} ${destination.label}`;
	const found = known.get(key) ?? findOutcomes(destination, graph);
	known.set(key, found);
	return found;
}

function outcomesByHost(): Map<string, OutcomesOfGroups> {
	return new Map();
}

function findOutcomes(destination: Destination, graph: ResourceGraph): OutcomesOfGroups {
	const outcomes = new Map(graph.all(DnsFirewallRuleGroup).map((each) => [each, ofRules(each, destination, graph)]));
	const allowing = [...outcomes].flatMap(([group, outcome]) =>
		outcome.verdict === "blocked" || outcome.verdict === "not-applicable" ? [] : [[group, outcome] as const],
	);
	return { outcomes, allowing };
}

/** The first rule that matches the host decides. */
function ofRules(group: Group, destination: Destination, graph: ResourceGraph): Outcome {
	const { resources: rules, possible } = graph.referrers(group, DnsFirewallRule, "firewallRuleGroupId");
	const [unassigned] = possible;
	if (unassigned) return undeterminedIn("rule", unassigned, unassigned.read("firewallRuleGroupId"));
	if (rules.length === 0) return inOtherStack(`the rules of rule group "${group.name}" are not in this stack`);
	const withoutPriority = rules.find((rule) => rule.read("priority").number === undefined);
	if (withoutPriority) return undeterminedIn("rule", withoutPriority, withoutPriority.read("priority"));
	const byPriority = [...rules].sort((a, b) => Number(a.read("priority").number) - Number(b.read("priority").number));
	for (const rule of byPriority) {
		const outcome = ofRule(rule, destination, graph);
		if (outcome) return outcome;
	}
	return notApplicable("it blocks only listed names");
}

/** The effect of a rule on a query for the host's IPv4 address; undefined if it does not match. */
function ofRule(rule: Rule, { host, label }: Destination, graph: ResourceGraph): Outcome | undefined {
	const queryType = rule.read("qType").or("A");
	if (queryType.isKnown && !queryType.is("A", "TYPE1")) return undefined;
	const match = matchOf(rule, host, graph);
	if (match === undefined) return undefined;
	const unknown = [queryType, rule.read("action")].find((each) => each.isUnknown);
	if (unknown) return undeterminedIn("rule", rule, unknown as Reading);
	if (typeof match === "object") return match;
	if (rule.read("action").is("BLOCK"))
		return match === "every name"
			? blocked(`rule "${rule.name}" blocks every name that no earlier rule allows`)
			: blocked(`listed by rule "${rule.name}"`, "Remove it from the blocked domain list.");
	return match === "every name" ? pass() : withRedirections(rule, label);
}

function blocked(cause: string, fix?: string): Blocked {
	return { verdict: "blocked", effect: "blocks DNS queries for", cause, fix };
}

/** Whether the rule's domain list matches the host; undefined if it does not, or if the rule matches threats instead of a list. */
function matchOf(rule: Rule, host: string, graph: ResourceGraph): "every name" | "host" | Undetermined | undefined {
	const id = rule.read("firewallDomainListId");
	if (id.isAbsent) return undefined;
	const { resources: lists, state } = graph.follow(rule, id, DnsFirewallDomainList);
	const [list] = lists;
	if (!list)
		return state === "unknown"
			? undeterminedIn("rule", rule, id)
			: inOtherStack(`the domain list of rule "${rule.name}" is not in this stack`);
	if (list.data.external) return inOtherStack(`the content of domain list "${list.name}" is not in this stack`);
	const domains = list.read("domains");
	const entries = domains.items.flatMap((each) => each.text ?? []);
	if (entries.some(matchesEveryName)) return "every name";
	if (entries.some((each) => dnsFirewallMatches(each, host))) return "host";
	const unknown = domains.isUnknown ? domains : domains.items.find((each) => each.isUnknown);
	return unknown && undeterminedIn("domain list", list, unknown as Reading);
}

/** A rule that inspects redirections requires every name in the CNAME chain to be on a list. */
function withRedirections(rule: Rule, label: string): Outcome {
	const action = rule.read("firewallDomainRedirectionAction");
	if (action.isUnknown) return undeterminedIn("rule", rule, action);
	if (action.is("TRUST_REDIRECTION_DOMAIN")) return pass();
	return notDecidable(
		undefined,
		`rule "${rule.name}" allows ${label}, but requires the targets of its CNAME records on the list as well; set firewallDomainRedirectionAction to TRUST_REDIRECTION_DOMAIN, or verify with a DNS query from inside the VPC`,
	);
}
