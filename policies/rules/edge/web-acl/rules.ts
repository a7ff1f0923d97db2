import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import { notDecidable, type Undetermined, undetermined, undeterminedIn } from "../../../engine/verdict";
import { WebAclRule, WebAclRuleGroupAssociation } from "../../../facts/resource-types";
import { STOPPING_ACTIONS } from "../../../facts/waf";

/** The effect of a rule on a matching request; a rule group has its own actions. */
export type Effect = "allow" | "stop" | "count" | "group" | "unknown";

/** A rule of a web ACL: inline, or a separate resource. */
export interface AclRule {
	/** The rule in messages: its path in the web ACL, or the name of its resource. */
	readonly label: string;
	readonly priority: number;
	readonly effect: Effect;
	readonly statement: Reading;
	/** The resource that contains the rule. */
	readonly owner: Resource;
	readonly action: Reading;
	/** False for a rule that is a separate resource: its properties are not the web ACL's. */
	readonly inline: boolean;
}

/** The rules of a web ACL by priority. */
export interface AclRules {
	readonly rules: readonly AclRule[];
	/** Why some rules, or their order, are undetermined. */
	readonly undetermined?: Undetermined;
}

type UnorderedRule = Omit<AclRule, "priority"> & { readonly priority: Reading };

export function rulesOf(acl: Resource<WebAclArgs>, graph: ResourceGraph): AclRules {
	return graph.memoize(readRules, acl);
}

function readRules(graph: ResourceGraph, acl: Resource<WebAclArgs>): AclRules {
	const inline = acl.read("rules") as Reading<readonly unknown[]>;
	const separate = graph.referrers(acl, WebAclRule, "webAclArn");
	const groups = graph.referrers(acl, WebAclRuleGroupAssociation, "webAclArn");
	const all: UnorderedRule[] = [
		...(inline.items as readonly Reading[]).map((rule) => readRule(acl, rule)),
		...separate.resources.map((rule) => ({ ...readRule(rule, rule.inputs), inline: false, label: labelOf(rule) })),
		...groups.resources.map((rule): UnorderedRule => {
			const override = rule.read("overrideAction");
			const statement = rule.inputs.read("statement");
			const effect = override.isUnknown ? "unknown" : override.is("count") ? "count" : "group";
			return { label: labelOf(rule), priority: rule.read("priority"), effect, statement, owner: rule, action: override, inline: false };
		}),
	];
	const ordered = all.map((each) => ({ ...each, priority: Number(each.priority.number) }));
	const possible = separate.possible[0] ?? groups.possible[0];
	const withoutPriority = all.find((each) => each.priority.number === undefined);
	const open =
		(inline.isUnknown && undetermined(inline)) ||
		whyJson(acl.read("ruleJson")) ||
		(possible && undeterminedIn("rule", possible, possible.inputs.read("webAclArn"))) ||
		(withoutPriority && undeterminedInRule(withoutPriority, withoutPriority.priority));
	return { rules: ordered.sort((a, b) => a.priority - b.priority), undetermined: open || undefined };
}

function readRule(owner: Resource, rule: Reading): UnorderedRule {
	const [effect, action] = effectOf(rule);
	return { label: rule.path, priority: rule.read("priority"), effect, statement: rule.read("statement"), owner, action, inline: true };
}

function labelOf(rule: Resource): string {
	return `rule "${rule.name}"`;
}

/** An unknown value in a rule: in the web ACL that is evaluated, or in a separate resource. */
export function undeterminedInRule(rule: Pick<AclRule, "inline" | "owner">, reading: Reading): Undetermined {
	return rule.inline ? undetermined(reading) : undeterminedIn("web ACL rule", rule.owner, reading);
}

/** An action is an object whose only property is its name: `{ block: {} }`. */
function effectOf(rule: Reading): [Effect, Reading] {
	const action = rule.read("action");
	const override = rule.read("overrideAction");
	const given = [...action.entries, ...override.entries].find(([, value]) => !value.isAbsent);
	const where = action.isAbsent ? override : action;
	if (action.isUnknown || override.isUnknown || given?.[1].isUnknown) return ["unknown", where];
	const name = given?.[0];
	if (name === "allow" || name === "count") return [name, where];
	return [STOPPING_ACTIONS.some((each) => each === name) ? "stop" : "group", where];
}

function whyJson(json: Reading): Undetermined | undefined {
	if (json.isAbsent) return undefined;
	if (json.isUnknown) return undetermined(json);
	return notDecidable(json, "its rules are in ruleJson, which is not evaluated; use rules or web ACL rule resources instead");
}

/** The effect of a web ACL on a request that no rule matches. */
export function defaultEffect(acl: Resource<WebAclArgs>): "allow" | "stop" | "unknown" {
	const action = acl.read("defaultAction");
	const given = action.entries.find(([, value]) => !value.isAbsent);
	if (!given || given[1].isUnknown) return "unknown";
	return given[0] === "block" ? "stop" : "allow";
}
