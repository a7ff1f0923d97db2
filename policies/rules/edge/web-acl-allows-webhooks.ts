import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import { PUBLISHED_OUTBOUND_ADDRESSES } from "../../../signals/scalekit-addresses";
import { isUndetermined } from "../../engine/answer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { allOf, fail, notApplicable, notDecidable, pass, type Undetermined, undetermined, type Verdict } from "../../engine/verdict";
import { WebAcl } from "../../facts/resource-types";
import { containsAddress } from "./web-acl/address-sets";
import { checkBypass } from "./web-acl/bypass";
import { type AclRule, type AclRules, defaultEffect, rulesOf, undeterminedInRule } from "./web-acl/rules";
import { addressesOf, ipSetsOf, matches, type WebhookRequest } from "./web-acl/statements";
import { carriesWebhooks, unlessOtherTraffic } from "./web-acl/webhook-owner";
import { webhookPathsOf } from "./web-acl/webhook-paths";

export const webAclAllowsWebhooks = stackRule({
	id: "web-acl-allows-webhooks",
	title: "Web ACLs allow Scalekit webhooks without bypassing rate-based rules",
	checklistItems: ["L11", "L40"],
	severity: "high",
	since: "1.0.0",
	resources: [WebAcl],
	why: "A webhook that a web ACL blocks does not reach the receiver, and Scalekit stops retrying after a few attempts: a deprovisioned user keeps access.",
	fix: "Allow the webhook's path in a separate rule after the rate-based rules; the endpoint's signature check rejects other senders.",
	whenNotToUse: "The addresses that bypass the rate-based rules are your own and must never be rate-limited.",
	references: [
		{
			title: "AWS WAF, Developer Guide: Setting rule priority",
			url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html",
		},
		{ title: "AWS WAF, Developer Guide: Rule actions", url: "https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html" },
		{ title: "Scalekit: Outbound IP addresses", url: "https://docs.scalekit.com/reference/outbound-ip-addresses/" },
		{ title: "Scalekit: Implement webhooks", url: "https://docs.scalekit.com/authenticate/implement-workflows/implement-webhooks/" },
	],

	check(acl, { graph, project }) {
		const aclRules = rulesOf(acl, graph);
		const { rules } = aclRules;
		const paths = webhookPathsOf(rules);
		if (paths.length === 0 && !project.hasComponent("webhook")) return withoutWebhookPaths(acl, aclRules);
		if (aclRules.undetermined) return aclRules.undetermined;
		const bypasses = rules.map((rule, index) => checkBypass(rule, rules.slice(index + 1), graph));
		const verdicts = allOf([checkRules(acl, rules, (owner) => ({ paths, owner, graph })), ...bypasses], pass());
		const carries = carriesWebhooks(acl, rules, graph, project);
		return carries === true ? verdicts : verdicts.map((verdict) => unlessOtherTraffic(verdict, carries));
	},
});

/** Requests in an evaluation window: the first sync of a directory may exceed it, with a webhook per user from one address. */
const LOW_LIMIT = 100;
const MAY_LIMIT =
	"its low rate limit may block part of a directory's first sync, which sends a webhook for each user; raise the limit to several hundred, or exclude the webhook's path";

/** Without a webhook path the web ACL protects other endpoints, unless a path is unknown. */
function withoutWebhookPaths(acl: Resource<WebAclArgs>, { rules, undetermined: open }: AclRules): Verdict {
	const json = acl.read("ruleJson").text;
	if (open && (json === undefined || /webhook|scalekit/i.test(json))) return open;
	// References to IP sets and rule groups are unknown in every first preview, and contain no path.
	const unknown = rules.flatMap((rule) => rule.statement.leaves).find((leaf) => leaf.isUnknown && !leaf.path.endsWith(".arn"));
	if (unknown) return undetermined(unknown);
	return notApplicable("nothing shows that it protects a webhook endpoint");
}

/** Evaluates the rules for a webhook request until one of them terminates. */
function checkRules(acl: Resource<WebAclArgs>, rules: readonly AclRule[], request: (owner: Resource) => WebhookRequest): Verdict {
	let mayStop: Undetermined | undefined;
	let mayAllow: Undetermined | undefined;
	for (const rule of rules) {
		if (rule.effect === "count") continue;
		if (isRateBased(rule)) {
			mayStop ??= mayExceed(rule, request(rule.owner));
			continue;
		}
		if (rule.effect === "stop" && isBlockList(rule)) {
			mayStop ??= mayListScalekit(rule, request(rule.owner).graph);
			continue;
		}
		const match = matches(rule.statement, request(rule.owner));
		if (match === false) continue;
		if (rule.effect === "unknown") {
			mayStop ??= undeterminedInRule(rule, rule.action);
			mayAllow ??= mayStop;
		} else if (rule.effect === "group") mayStop ??= groupMayStop(rule);
		else if (rule.effect === "allow") {
			if (match === true) return mayStop ?? pass();
			mayAllow ??= inRule(rule, match);
		} else if (isUndetermined(match)) mayStop ??= inRule(rule, match);
		else return mayAllow ?? blocked(rule.inline ? rule.action : undefined, `in ${rule.label}`);
	}
	const last = defaultEffect(acl);
	if (last === "unknown") return mayStop ?? undetermined(acl.read("defaultAction"));
	if (last === "allow") return mayStop ? (mayAllow ?? mayStop) : pass();
	if (mayAllow) return mayAllow;
	if (request(acl).paths.length > 0)
		return blocked(acl.read("defaultAction") as Reading, "by its default action, because no rule allows their path");
	return notDecidable(
		acl.read("defaultAction"),
		"it blocks requests that no rule allows, and no rule contains the webhook's path; send a test event from the Scalekit dashboard to verify",
	);
}

function blocked(where: Reading | undefined, how: string): Verdict {
	return fail(where, `blocks webhooks ${how}`);
}

function isRateBased({ statement }: AclRule): boolean {
	return statement.read("rateBasedStatement").isKnown;
}

/** A rate-based rule may block Scalekit's deliveries only if its limit is low. */
function mayExceed(rule: AclRule, request: WebhookRequest): Undetermined | undefined {
	const limit = rule.statement.read("rateBasedStatement").read("limit");
	if (Number(limit.number) > LOW_LIMIT) return undefined;
	const match = matches(rule.statement, request);
	if (match === false) return undefined;
	if (rule.effect === "unknown") return undeterminedInRule(rule, rule.action);
	if (limit.isUnknown) return inRule(rule, undetermined(limit));
	return inRule(rule, match === true ? notDecidable(limit, MAY_LIMIT) : match);
}

/** Removes the property path of a rule that is a separate resource: it is not in the web ACL. */
function inRule(rule: AclRule, { property, ...verdict }: Undetermined): Undetermined {
	return rule.inline ? { ...verdict, property } : verdict;
}

/** True if a rule blocks listed addresses; false if it blocks all others. */
function isBlockList({ statement }: AclRule): boolean {
	return statement.read("ipSetReferenceStatement").isKnown;
}

/** Why a list of blocked addresses may block Scalekit; undefined if it contains no published address. */
function mayListScalekit(rule: AclRule, graph: ResourceGraph): Undetermined | undefined {
	const { sets, open } = ipSetsOf(rule.statement.read("ipSetReferenceStatement").read("arn"), { owner: rule.owner, graph });
	for (const set of sets) {
		const addresses = addressesOf(set);
		if (!Array.isArray(addresses)) return addresses as Undetermined;
		if (addresses.some((range) => PUBLISHED_OUTBOUND_ADDRESSES.some((address) => containsAddress(range, address))))
			return notDecidable(
				rule.inline ? rule.statement : undefined,
				`${rule.label} blocks a published Scalekit address, which webhooks may use; send a test event from the Scalekit dashboard to verify`,
			);
	}
	return open && inRule(rule, open);
}

function groupMayStop(rule: AclRule): Undetermined {
	return notDecidable(
		rule.inline ? rule.action : undefined,
		`the rule group in ${rule.label} may block webhooks, as Bot Control blocks clients other than browsers; send a test event from the Scalekit dashboard to verify`,
	);
}
