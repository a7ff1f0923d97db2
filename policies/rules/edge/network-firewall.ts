import type { FirewallPolicyArgs } from "@pulumi/aws/networkfirewall/firewallPolicy";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { notApplicable, notDecidable, pass, undetermined } from "../../engine/verdict";
import { answersOf, type GroupAnswer, PROBE } from "./domain-list-group";
import type { Answer, Refusal } from "./refusal";

const DROPS = "drops HTTPS to";

/** A rule group in a policy: one answer, or several where the preview does not tell which group it is. */
interface Step {
	readonly priority: Reading;
	readonly answers: readonly GroupAnswer[];
}

/**
 * Does a firewall policy let HTTPS to a host through? Not applicable where it holds no list that decides about the host.
 *
 * AWS Network Firewall Developer Guide, "Stateful domain list rule groups" and "Managing evaluation order", read 2026-08.
 */
export function policyAdmits(policy: Resource<FirewallPolicyArgs>, host: string, graph: ResourceGraph): Answer {
	const settings = policy.read("firewallPolicy");
	const references = settings.read("statefulRuleGroupReferences");
	if (references.isUnknown) return undetermined(references);
	const steps = references.items.map((each) => ({
		priority: each.read("priority") as Reading,
		answers: answersOf(policy, each.read("resourceArn") as Reading, host, graph),
	}));
	const order = settings.read("statefulEngineOptions").read("ruleOrder").or("DEFAULT_ACTION_ORDER");
	if (order.isUnknown) return undetermined(order);
	const groups = steps.flatMap((each) => each.answers);
	const answer = order.is("STRICT_ORDER")
		? (firstOf(steps, references) ?? byDefault(settings.read("statefulDefaultActions"), groups, references))
		: passesFirst(groups, references);
	return answer.verdict === "refused" ? (unlessStateless(settings) ?? answer) : answer;
}

/** The default order: whatever passes goes before whatever drops, and a list of what is allowed drops the rest of its protocol. */
function passesFirst(answers: readonly GroupAnswer[], where: Reading): Answer {
	if (answers.some((each) => each.does === "pass")) return pass();
	const open = answers.find((each) => each.does === "open");
	if (open?.why) return open.why;
	const drops = answers.find((each) => each.does === "drop");
	if (drops) return denied(where, drops);
	return answers.some((each) => each.allowsHttpsOnlyTo) ? unlisted(where) : notApplicable("it has no list of what HTTPS is allowed to");
}

/** The strict order: the first group that has something to say decides. Undefined where none has. */
function firstOf(steps: readonly Step[], where: Reading): Answer | undefined {
	for (const answers of inOrder(steps)) {
		const open = answers.find((each) => each.does === "open");
		if (open?.why) return open.why;
		const drops = answers.find((each) => each.does === "drop");
		const passes = answers.some((each) => each.does === "pass");
		if (drops && passes) return unordered(where);
		if (drops) return denied(where, drops);
		if (passes) return pass();
	}
	return undefined;
}

/** A preview shows which groups a policy holds, and not which of them has which priority. */
function unordered(where: Reading): Answer {
	return {
		verdict: "undetermined",
		property: where.path,
		message: "the order of its rule groups is not known before the update",
		reason: "known-after-deployment",
	};
}

/** The groups by priority; all at once where a preview does not tell which group has which. */
function inOrder(steps: readonly Step[]): readonly (readonly GroupAnswer[])[] {
	const told = steps.every((each) => each.answers.length === 1 && each.priority.number !== undefined);
	if (!told) return [steps.flatMap((each) => each.answers)];
	return [...steps].sort((a, b) => (a.priority.number ?? 0) - (b.priority.number ?? 0)).map((each) => each.answers);
}

/** What happens to what no group passes or drops, which only a policy in strict order says. */
function byDefault(actions: Reading, answers: readonly GroupAnswer[], where: Reading): Answer {
	if (!answers.some((each) => each.allowList)) return notApplicable("it has no list of what is allowed");
	const given = actions as Reading<readonly unknown[]>;
	if (given.items.some((each) => each.text?.includes("drop"))) return unlisted(where);
	if (actions.hasUnknown) return undetermined(actions);
	if (!answers.some((each) => each.allowsHttpsOnlyTo)) return notApplicable("it drops nothing by default");
	return notDecidable(actions, `its allow-list leaves the host out, yet it drops nothing by default; ${PROBE}`);
}

function unlisted(where: Reading): Refusal {
	return { verdict: "refused", property: where.path, does: DROPS, cause: "on no allow-list that looks at TLS_SNI" };
}

function denied(where: Reading, group: GroupAnswer): Refusal {
	const fix = "Take what covers it off the deny list.";
	return { verdict: "refused", property: where.path, does: DROPS, cause: `denied by rule group "${group.name}"`, fix };
}

/** Why the stateless rules may let pass what the stateful ones would drop; undefined where they hand everything on. */
function unlessStateless(settings: Reading<FirewallPolicyArgs["firewallPolicy"]> | Reading): Exclude<Answer, Refusal> | undefined {
	const policy = settings as Reading;
	const actions = policy.read("statelessDefaultActions");
	const groups = policy.read("statelessRuleGroupReferences");
	const hidden = [actions, groups].find((each) => each.isUnknown) ?? actions.leaves.find((each) => each.isUnknown);
	if (hidden) return undetermined(hidden);
	if (groups.items.length > 0) return notDecidable(groups, `its stateless rules may let the traffic pass before; ${PROBE}`);
	if (actions.leaves.some((each) => each.is("aws:forward_to_sfe"))) return undefined;
	if (actions.leaves.some((each) => each.is("aws:pass"))) return notApplicable("its stateless default lets everything pass");
	return notDecidable(actions, `its stateless default does not hand traffic to the domain lists; ${PROBE}`);
}
