import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { notDecidable, type Undetermined, undetermined, undeterminedIn } from "../../engine/verdict";
import { WebAclRule, WebAclRuleGroupAssociation } from "../../facts/resource-types";
import { STOPPING_ACTIONS } from "../../facts/waf";

/** What a rule does with a request that it matches; a group has actions of its own. */
export type Effect = "allow" | "stop" | "count" | "group" | "open";

/** A rule of a web ACL, whether written in the ACL or as a resource of its own. */
export interface AclRule {
	/** What messages call it: its place in the web ACL, or the name of the resource that it is. */
	readonly label: string;
	readonly priority: number;
	readonly effect: Effect;
	readonly statement: Reading;
	/** The resource that holds the rule. */
	readonly owner: Resource;
	readonly action: Reading;
	/** False where it is a resource of its own: what is wrong with it is no property of the web ACL. */
	readonly inline: boolean;
}

/** The rules of a web ACL in the order in which they are asked, and what keeps some of them from being seen. */
export interface AclRules {
	readonly rules: readonly AclRule[];
	readonly hidden?: Undetermined;
}

type Unordered = Omit<AclRule, "priority"> & { readonly priority: Reading };

export function rulesOf(acl: Resource<WebAclArgs>, graph: ResourceGraph): AclRules {
	const known = graph.memoize(rulesByAcl);
	const found = known.get(acl.urn) ?? inOrder(acl, graph);
	known.set(acl.urn, found);
	return found;
}

/** Several rules, and each endpoint behind a web ACL, ask for its rules. */
const rulesByAcl = () => new Map<string, AclRules>();

function inOrder(acl: Resource<WebAclArgs>, graph: ResourceGraph): AclRules {
	const inline = acl.read("rules") as Reading<readonly unknown[]>;
	const separate = graph.referrers(acl, WebAclRule, "webAclArn");
	const groups = graph.referrers(acl, WebAclRuleGroupAssociation, "webAclArn");
	const all: Unordered[] = [
		...(inline.items as readonly Reading[]).map((rule) => readRule(acl, rule)),
		...separate.resources.map((rule) => ({ ...readRule(rule, rule.inputs), inline: false, label: labelOf(rule) })),
		...groups.resources.map((rule): Unordered => {
			const override = rule.read("overrideAction").or("none");
			const effect = override.isUnknown ? "open" : override.is("count") ? "count" : "group";
			const statement = rule.inputs.read("statement");
			return { label: labelOf(rule), priority: rule.read("priority"), effect, statement, owner: rule, action: override, inline: false };
		}),
	];
	const ordered = all.map((each) => ({ ...each, priority: each.priority.number ?? Number.NaN }));
	const stray = separate.possible[0] ?? groups.possible[0];
	const unordered = all.find((each) => each.priority.number === undefined);
	const hidden =
		(inline.isUnknown && undetermined(inline)) ||
		writtenAsJson(acl.read("ruleJson")) ||
		(stray && undeterminedIn("rule", stray, stray.inputs.read("webAclArn"))) ||
		(unordered && unknownIn(unordered, unordered.priority));
	return { rules: ordered.sort((a, b) => a.priority - b.priority), ...(hidden ? { hidden } : {}) };
}

function readRule(owner: Resource, rule: Reading): Unordered {
	const [effect, action] = effectOf(rule);
	return { label: rule.path, priority: rule.read("priority"), effect, statement: rule.read("statement"), owner, action, inline: true };
}

function labelOf(rule: Resource): string {
	return `rule "${rule.name}"`;
}

/** Something in a rule of the web ACL that is judged cannot be seen. */
export function unknownIn(rule: Pick<AclRule, "inline" | "owner">, reading: Reading): Undetermined {
	return rule.inline ? undetermined(reading) : undeterminedIn("web ACL rule", rule.owner, reading);
}

/** An action is an object under its name: `{ block: {} }`. */
function effectOf(rule: Reading): [Effect, Reading] {
	const action = rule.read("action");
	const override = rule.read("overrideAction");
	const given = [...action.entries, ...override.entries].find(([, value]) => !value.isAbsent);
	const where = action.isAbsent ? override : action;
	if (action.isUnknown || override.isUnknown || given?.[1].isUnknown) return ["open", where];
	const name = given?.[0] ?? "none";
	if (name === "allow" || name === "count") return [name, where];
	return [(STOPPING_ACTIONS as readonly string[]).includes(name) ? "stop" : "group", where];
}

function writtenAsJson(json: Reading): Undetermined | undefined {
	if (json.isAbsent) return undefined;
	if (json.isUnknown) return undetermined(json);
	return notDecidable(
		json,
		"its rules are written in ruleJson, which this rule does not read; rules or web ACL rule resources can be judged",
	);
}

/** What a web ACL does with a request that no rule ended. */
export function defaultEffect(acl: Resource<WebAclArgs>): "allow" | "stop" | "open" {
	const action = acl.read("defaultAction");
	const given = action.entries.find(([, value]) => !value.isAbsent);
	if (!given || given[1].isUnknown) return "open";
	return given[0] === "block" ? "stop" : "allow";
}
