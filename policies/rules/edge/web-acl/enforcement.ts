import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import { isUndetermined } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Resource } from "../../../engine/resource";
import { fail, pass, type Undetermined, undeterminedIn, type Verdict } from "../../../engine/verdict";
import { effectivenessOf, matchesEveryRequest } from "./effectiveness";
import { type AclRule, defaultEffect, rulesOf } from "./rules";

/** Passes if a web ACL stops any requests; fails, with a message about the endpoint, if it only counts, or stops no client. */
export function enforces(acl: Resource<WebAclArgs>, graph: ResourceGraph): Verdict {
	const byDefault = defaultEffect(acl);
	const { rules, undetermined } = rulesOf(acl, graph);
	const protectedBy = (predicate: string) => fail(undefined, `is protected by web ACL "${acl.name}", ${predicate}`);
	let mayAllowAll: Undetermined | undefined;
	let mayStop: Undetermined | undefined;
	let withoutEffect: string | undefined;
	for (const rule of rules) {
		if (rule.effect === "stop" || rule.effect === "group") {
			const effectiveness = effectivenessOf(rule, graph);
			if (effectiveness === true) return mayAllowAll ?? pass();
			if (typeof effectiveness === "string") withoutEffect ??= `whose blocking rules stop no client: ${rule.label} ${effectiveness}`;
			else mayStop ??= effectiveness;
		} else if (rule.effect === "unknown") mayStop ??= unknownAction(rule);
		if (rule.effect !== "allow" && rule.effect !== "unknown") continue;
		const allows = matchesEveryRequest(rule, graph);
		if (allows === false) continue;
		if (undetermined) mayAllowAll ??= uncertain(acl, undetermined);
		else if (isUndetermined(allows)) mayAllowAll ??= allows;
		else if (rule.effect === "unknown") mayAllowAll ??= unknownAction(rule);
		else return mayAllowAll ?? mayStop ?? protectedBy(`whose ${rule.label} allows all requests before a rule can stop them`);
	}
	if (byDefault === "stop") return mayAllowAll ?? (undetermined ? uncertain(acl, undetermined) : pass());
	if (mayStop) return mayStop;
	if (byDefault === "unknown") return undeterminedIn("web ACL", acl, acl.read("defaultAction"));
	if (undetermined) return uncertain(acl, undetermined);
	if (withoutEffect) return protectedBy(withoutEffect);
	return protectedBy(rules.length === 0 ? "which has no rules and allows all requests" : "whose rules only count and allow all requests");
}

function unknownAction(rule: AclRule): Undetermined {
	return undeterminedIn(rule.inline ? "web ACL" : "web ACL rule", rule.owner, rule.action);
}

function uncertain(acl: Resource<WebAclArgs>, undetermined: Undetermined): Undetermined {
	return {
		...undetermined,
		property: undefined,
		message: `it is unknown whether web ACL "${acl.name}" stops requests: ${undetermined.message}`,
	};
}
