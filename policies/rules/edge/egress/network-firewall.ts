import type { FirewallPolicyArgs } from "@pulumi/aws/networkfirewall/firewallPolicy";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import { notApplicable, notDecidable, pass, type Undetermined, undetermined } from "../../../engine/verdict";
import { NetworkFirewallPolicy } from "../../../facts/resource-types";
import { type GroupOutcome, groupOutcomes, PROBE } from "./domain-list-group";
import type { Blocked, Outcome } from "./outcome";

const DROPS = "drops HTTPS to";

/** A rule group of a policy: several outcomes if it is unknown which group it is. */
interface PolicyGroup {
	readonly priority: Reading;
	readonly outcomes: readonly GroupOutcome[];
}

/** A policy blocks a host only if all other policies do: a stack does not show which policy a workload's traffic passes through. */
export function policyOutcome(policy: Resource<FirewallPolicyArgs>, host: string, graph: ResourceGraph): Outcome {
	const outcome = ownOutcome(policy, host, graph);
	if (outcome.verdict !== "blocked") return outcome;
	const other = graph.memoize(allowingPolicy, host);
	if (!other) return outcome;
	return notDecidable(
		undefined,
		`its lists do not include a host that firewall policy "${other.name}" may allow, and the stack does not show which policy applies to the workloads; ${PROBE}`,
	);
}

function allowingPolicy(graph: ResourceGraph, host: string): Resource<FirewallPolicyArgs> | undefined {
	const policies = graph.all(NetworkFirewallPolicy).filter((each) => !each.data.external);
	return policies.find((each) => ownOutcome(each, host, graph).verdict !== "blocked");
}

/**
 * The effect of a firewall policy on HTTPS to a host; not applicable if no list of it decides about the host.
 *
 * Sources: AWS Network Firewall Developer Guide, Stateful domain list rule groups
 * (https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html) and Managing evaluation
 * order (https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html), read 2026-08.
 */
export function ownOutcome(policy: Resource<FirewallPolicyArgs>, host: string, graph: ResourceGraph): Outcome {
	const settings = policy.read("firewallPolicy");
	const references = settings.read("statefulRuleGroupReferences");
	if (references.isUnknown) return undetermined(references);
	const groups = references.items.map((each) => ({
		priority: each.read("priority") as Reading,
		outcomes: groupOutcomes(policy, each.read("resourceArn") as Reading, host, graph),
	}));
	const order = settings.read("statefulEngineOptions").read("ruleOrder");
	if (order.isUnknown) return undetermined(order);
	const outcomes = groups.flatMap((each) => each.outcomes);
	const outcome = order.is("STRICT_ORDER")
		? (inStrictOrder(groups, references) ?? byDefaultAction(settings.read("statefulDefaultActions"), outcomes, references))
		: inActionOrder(outcomes, references);
	return outcome.verdict === "blocked" ? (whyStateless(settings) ?? outcome) : outcome;
}

/** Default order: pass actions take precedence over drop actions, and an allow-list drops the rest of its protocol. */
function inActionOrder(outcomes: readonly GroupOutcome[], where: Reading): Outcome {
	if (outcomes.some((each) => each.effect === "pass")) return pass();
	const unknown = firstUndetermined(outcomes);
	if (unknown) return unknown;
	const drops = outcomes.find((each) => each.effect === "drop");
	if (drops) return denied(where, drops);
	return outcomes.some((each) => each.limitsHttps) ? unlisted(where) : notApplicable("it has no allow-list for HTTPS");
}

/** Strict order: the first group that matches decides; undefined if none matches. */
function inStrictOrder(groups: readonly PolicyGroup[], where: Reading): Outcome | undefined {
	for (const outcomes of byPriority(groups)) {
		const unknown = firstUndetermined(outcomes);
		if (unknown) return unknown;
		const drops = outcomes.find((each) => each.effect === "drop");
		const passes = outcomes.some((each) => each.effect === "pass");
		if (drops && passes)
			return {
				verdict: "undetermined",
				property: where.path,
				message: "the order of its rule groups is not known until deployment",
				reason: "known-after-deployment",
			};
		if (drops) return denied(where, drops);
		if (passes) return pass();
	}
	return undefined;
}

function firstUndetermined(outcomes: readonly GroupOutcome[]): Undetermined | undefined {
	return outcomes.map(({ effect }) => effect).find((effect): effect is Undetermined => typeof effect === "object");
}

/** The groups by priority; all together if a preview does not show which group has which priority. */
function byPriority(groups: readonly PolicyGroup[]): readonly (readonly GroupOutcome[])[] {
	const isKnown = groups.every((each) => each.outcomes.length === 1 && each.priority.number !== undefined);
	if (!isKnown) return [groups.flatMap((each) => each.outcomes)];
	return [...groups].sort((a, b) => Number(a.priority.number) - Number(b.priority.number)).map((each) => each.outcomes);
}

/** The default action, which applies in strict order to traffic that no group matches. */
function byDefaultAction(actions: Reading, outcomes: readonly GroupOutcome[], where: Reading): Outcome {
	if (!outcomes.some((each) => each.isAllowList)) return notApplicable("it has no allow-list");
	const given = actions as Reading<readonly unknown[]>;
	if (given.items.some((each) => each.text?.includes("drop"))) return unlisted(where);
	if (actions.hasUnknown) return undetermined(actions);
	if (!outcomes.some((each) => each.limitsHttps)) return notApplicable("it drops nothing by default");
	return notDecidable(actions, `its allow-list does not include the host, but it drops nothing by default; ${PROBE}`);
}

function unlisted(where: Reading): Blocked {
	return { verdict: "blocked", property: where.path, effect: DROPS, cause: "not on an allow-list with target type TLS_SNI" };
}

function denied(where: Reading, group: GroupOutcome): Blocked {
	const fix = "Remove the matching entry from the deny list.";
	return { verdict: "blocked", property: where.path, effect: DROPS, cause: `denied by rule group "${group.name}"`, fix };
}

/** Why stateless rules may pass what the stateful ones drop; undefined if they forward all traffic. */
function whyStateless(settings: Reading<FirewallPolicyArgs["firewallPolicy"]> | Reading): Exclude<Outcome, Blocked> | undefined {
	const policy = settings as Reading;
	const actions = policy.read("statelessDefaultActions");
	const groups = policy.read("statelessRuleGroupReferences");
	const unknown = [...actions.leaves, groups].find((each) => each.isUnknown);
	if (unknown) return undetermined(unknown);
	if (groups.items.length > 0) return notDecidable(groups, `its stateless rules may pass the traffic before; ${PROBE}`);
	if (actions.leaves.some((each) => each.is("aws:forward_to_sfe"))) return undefined;
	if (actions.leaves.some((each) => each.is("aws:pass"))) return notApplicable("its stateless default action passes all traffic");
	return notDecidable(actions, `its stateless default action does not forward traffic to the domain lists; ${PROBE}`);
}
