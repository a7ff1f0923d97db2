import type { ResolverFirewallRuleArgs } from "@pulumi/aws/route53/resolverFirewallRule";
import type { ResolverFirewallRuleGroupArgs } from "@pulumi/aws/route53/resolverFirewallRuleGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { inOtherStack, notApplicable, notDecidable, pass, type Undetermined, undeterminedIn } from "../../engine/verdict";
import { DnsFirewallDomainList, DnsFirewallRule, DnsFirewallRuleGroup } from "../../facts/resource-types";
import { askedBefore } from "./dns-firewall-order";
import { coversEveryName, dnsFirewallCovers } from "./domain-lists";
import type { Answer, Destination, Refusal } from "./refusal";

type Group = Resource<ResolverFirewallRuleGroupArgs>;
type Rule = Resource<ResolverFirewallRuleArgs>;

/**
 * Does a DNS Firewall rule group answer for a host? Not applicable where no rule of it blocks the host.
 *
 * Amazon Route 53 Developer Guide, "DNS Firewall rule groups and rules" and "Rule settings in DNS Firewall", read 2026-08.
 */
export function ruleGroupAdmits(group: Group, destination: Destination, graph: ResourceGraph): Answer {
	const { answers, admitting } = answersFor(destination, graph);
	const answer = answers.get(group) ?? within(group, destination, graph);
	if (answer.verdict !== "refused") return answer;
	let doubt: Answer | undefined;
	for (const [other, said] of admitting) {
		const before = askedBefore(other, group, graph);
		if (before === "yes") return said;
		if (before !== "no") doubt ??= mayAdmit(other, before);
	}
	return doubt ?? answer;
}

function mayAdmit(other: Group, where: "apart" | "unclear"): Answer {
	return notDecidable(
		undefined,
		where === "apart"
			? `rule group "${other.name}" may let it through in another VPC; which VPC the workloads are in would tell`
			: `rule group "${other.name}" may let it through first; the priorities of the VPC's associations would tell`,
	);
}

interface AnswersOfGroups {
	readonly answers: ReadonlyMap<Group, Answer>;
	/** Those groups that let the host through, or may. */
	readonly admitting: readonly (readonly [Group, Exclude<Answer, Refusal>])[];
}

/** What every rule group of the stack does with a host, which each of them asks. */
function answersFor(destination: Destination, graph: ResourceGraph): AnswersOfGroups {
	const known = graph.memoize(answersByHost);
	const key = `${destination.host} ${destination.what}`;
	const found = known.get(key) ?? ask();
	known.set(key, found);
	return found;

	function ask(): AnswersOfGroups {
		const groups = graph.all(DnsFirewallRuleGroup).filter((each) => !each.data.external);
		const answers = new Map(groups.map((each) => [each, within(each, destination, graph)]));
		const admitting = [...answers].flatMap(([group, answer]) =>
			answer.verdict === "refused" || answer.verdict === "not-applicable" ? [] : [[group, answer] as const],
		);
		return { answers, admitting };
	}
}

const answersByHost = () => new Map<string, AnswersOfGroups>();

/** The first rule that has something to say about the host decides. */
function within(group: Group, destination: Destination, graph: ResourceGraph): Answer {
	const { resources: rules, possible } = graph.referrers(group, DnsFirewallRule, "firewallRuleGroupId");
	const [stray] = possible;
	if (stray) return undeterminedIn("rule", stray, stray.read("firewallRuleGroupId"));
	if (rules.length === 0) return inOtherStack("its rules are not in this stack");
	const unordered = rules.find((rule) => rule.read("priority").number === undefined);
	if (unordered) return undeterminedIn("rule", unordered, unordered.read("priority"));
	const inOrder = [...rules].sort((a, b) => (a.read("priority").number ?? 0) - (b.read("priority").number ?? 0));
	for (const rule of inOrder) {
		const answer = said(rule, destination, graph);
		if (answer) return answer;
	}
	return notApplicable("it blocks no name that its lists leave out");
}

/** What a rule does with a look-up of the host's IPv4 address; undefined where it has nothing to say of it. */
function said(rule: Rule, { host, what }: Destination, graph: ResourceGraph): Answer | undefined {
	const threat = rule.read("dnsThreatProtection");
	if (threat.isKnown) return undefined;
	const queries = rule.read("qType").or("A");
	if (queries.isKnown && !queries.is("A", "TYPE1")) return undefined;
	const covered = coverOf(rule, host, graph);
	if (covered === undefined) return undefined;
	const hidden = [threat, queries, rule.read("action")].find((each) => each.isUnknown);
	if (hidden) return undeterminedIn("rule", rule, hidden as Reading);
	if (typeof covered === "object") return covered;
	if (rule.read("action").is("BLOCK"))
		return covered === "everything"
			? refused(`rule "${rule.name}" blocks every name that no rule before it lets through`)
			: refused(`listed by rule "${rule.name}"`, "Take it off the list that is blocked.");
	return covered === "everything" ? pass() : throughRedirections(rule, what);
}

function refused(cause: string, fix?: string): Refusal {
	return { verdict: "refused", does: "blocks look-ups of", cause, ...(fix ? { fix } : {}) };
}

/** Whether the rule's list covers the host, or why that cannot be told; undefined where it does not. */
function coverOf(rule: Rule, host: string, graph: ResourceGraph): "everything" | "host" | Undetermined | undefined {
	const id = rule.read("firewallDomainListId");
	if (id.isAbsent) return undefined;
	const { resources: lists, state } = graph.follow(rule, id, DnsFirewallDomainList);
	const [list] = lists;
	if (!list)
		return state === "unknown"
			? undeterminedIn("rule", rule, id)
			: inOtherStack(`the domain list of rule "${rule.name}" is not in this stack`);
	if (list.data.external) return inOtherStack(`what domain list "${list.name}" holds is not in this stack`);
	const domains = list.read("domains");
	const entries = domains.items.flatMap((each) => each.text ?? []);
	if (entries.some(coversEveryName)) return "everything";
	if (entries.some((each) => dnsFirewallCovers(each, host))) return "host";
	const hidden = domains.isUnknown ? domains : domains.items.find((each) => each.isUnknown);
	return hidden && undeterminedIn("domain list", list, hidden as Reading);
}

/** A rule that inspects redirections wants every name on the way to the host's address on a list as well. */
function throughRedirections(rule: Rule, what: string): Answer {
	const action = rule.read("firewallDomainRedirectionAction").or("INSPECT_REDIRECTION_DOMAIN");
	if (action.isUnknown) return undeterminedIn("rule", rule, action);
	if (action.is("TRUST_REDIRECTION_DOMAIN")) return pass();
	return notDecidable(
		undefined,
		`rule "${rule.name}" lets ${what} through, but also wants each name that a CNAME record leads to on its list; TRUST_REDIRECTION_DOMAIN in firewallDomainRedirectionAction, or a look-up from inside the VPC, would settle it`,
	);
}
