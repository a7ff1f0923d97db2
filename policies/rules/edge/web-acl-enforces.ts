import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { fail, pass, undeterminedIn, type Verdict } from "../../engine/verdict";
import { defaultEffect, rulesOf } from "./web-acl-rules";

/** Does a web ACL stop any request at all, or does it only count? Says so of the endpoint that it stands in front of. */
export function enforces(acl: Resource<WebAclArgs>, graph: ResourceGraph): Verdict {
	const byDefault = defaultEffect(acl);
	if (byDefault === "stop") return pass();
	const { rules, hidden } = rulesOf(acl, graph);
	if (rules.some((rule) => rule.effect === "stop" || rule.effect === "group")) return pass();
	const open = rules.find((rule) => rule.effect === "open");
	if (open) return undeterminedIn(open.inline ? "web ACL" : "web ACL rule", open.owner, open.action);
	if (byDefault === "open") return undeterminedIn("web ACL", acl, acl.read("defaultAction"));
	if (hidden) return hidden;
	return rules.length === 0
		? fail(undefined, `has web ACL "${acl.name}" in front, which holds no rule and lets everything in`)
		: fail(undefined, `has web ACL "${acl.name}" in front, whose rules only count and let everything in`);
}
