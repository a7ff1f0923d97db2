import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import type { ResourceGraph } from "../../../engine/graph";
import type { Resource } from "../../../engine/resource";
import { fail, pass, undeterminedIn, type Verdict } from "../../../engine/verdict";
import { defaultEffect, rulesOf } from "./rules";

/** Passes if a web ACL stops any requests; fails, with a message about the endpoint, if it only counts. */
export function enforces(acl: Resource<WebAclArgs>, graph: ResourceGraph): Verdict {
	const byDefault = defaultEffect(acl);
	if (byDefault === "stop") return pass();
	const { rules, undetermined } = rulesOf(acl, graph);
	if (rules.some((rule) => rule.effect === "stop" || rule.effect === "group")) return pass();
	const unknown = rules.find((rule) => rule.effect === "unknown");
	if (unknown) return undeterminedIn(unknown.inline ? "web ACL" : "web ACL rule", unknown.owner, unknown.action);
	if (byDefault === "unknown") return undeterminedIn("web ACL", acl, acl.read("defaultAction"));
	if (undetermined)
		return {
			...undetermined,
			property: undefined,
			message: `it is unknown whether web ACL "${acl.name}" stops requests: ${undetermined.message}`,
		};
	return rules.length === 0
		? fail(undefined, `is protected by web ACL "${acl.name}", which has no rules and allows all requests`)
		: fail(undefined, `is protected by web ACL "${acl.name}", whose rules only count and allow all requests`);
}
