import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import { PUBLISHED_OUTBOUND_ADDRESSES } from "../../../signals/scalekit-addresses";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { allOf, fail, notApplicable, notDecidable, pass, type Undetermined, undetermined, type Verdict } from "../../engine/verdict";
import { WebAcl } from "../../facts/resource-types";
import { holdsAddress } from "./address-sets";
import { bypasses } from "./web-acl-bypass";
import { type AclRule, defaultEffect, rulesOf, unknownIn } from "./web-acl-rules";
import { addressesOf, ipSetsOf, matches, type WebhookRequest } from "./web-acl-statements";
import { carriesWebhooks, unlessAnotherSenders } from "./webhook-owner";
import { webhookPathsOf } from "./webhook-paths";

export const webAclAllowsWebhooks = stackRule({
	id: "web-acl-allows-webhooks",
	title: "A web ACL lets Scalekit's webhooks in without letting anyone past its rate rules",
	checklistItems: ["L11", "L40"],
	severity: "high",
	since: "1.0.0",
	resources: [WebAcl],
	why: "A webhook that a web ACL stops never reaches the receiver, and after a few attempts Scalekit gives up: a deprovisioned user keeps access.",
	fix: "Allow the webhook's path in a rule of its own, after the rate rules; the endpoint's signature check is what keeps others out.",
	whenNotToUse: "The addresses that go past the rate rules are your own, and no limit may ever hold them up.",
	references: [
		"AWS WAF, Developer Guide: Setting rule priority",
		"AWS WAF, Developer Guide: Rule actions",
		"Scalekit documentation: Outbound IP addresses",
		"Scalekit documentation: Webhooks best practices",
	],

	check(acl, { graph, project }) {
		const { rules, hidden } = rulesOf(acl, graph);
		const paths = webhookPathsOf(rules);
		if (paths.length === 0 && !project.hasComponent("webhook")) return unlessWebhooksMayBeHidden(acl, rules, hidden);
		if (hidden) return hidden;
		const ways = rules.map((rule, index) => bypasses(rule, rules.slice(index + 1), graph));
		const verdicts = allOf([letsIn(acl, rules, (owner) => ({ paths, owner, graph })), ...ways], pass());
		const carries = carriesWebhooks(acl, rules, graph, project);
		return carries === true ? verdicts : verdicts.map((verdict) => unlessAnotherSenders(verdict, carries));
	},
});

/** Requests in an evaluation window, so few that the first sync of a directory has more: a webhook for each user, perhaps from one address. */
const LOW_LIMIT = 100;
const CUT =
	"its rate limit is so low that the first sync of a directory may be cut, with a webhook for each user; a limit of some hundreds, or one that leaves the webhook's path out, would settle it";

/** What to say of an ACL that names no webhook: it is another endpoint's, unless what it names cannot be seen. */
function unlessWebhooksMayBeHidden(acl: Resource<WebAclArgs>, rules: readonly AclRule[], hidden: Undetermined | undefined): Verdict {
	const json = acl.read("ruleJson").text;
	if (hidden && (json === undefined || /webhook|scalekit/i.test(json))) return hidden;
	// References to IP sets and rule groups are unknown at every first preview, and name no path.
	const unseen = rules.flatMap((rule) => rule.statement.leaves).find((leaf) => leaf.isUnknown && !leaf.path.endsWith(".arn"));
	if (unseen) return undetermined(unseen);
	return notApplicable("nothing says that a webhook endpoint is behind it");
}

/** Follows a webhook through the rules until one of them ends it. */
function letsIn(acl: Resource<WebAclArgs>, rules: readonly AclRule[], request: (owner: Resource) => WebhookRequest): Verdict {
	let mayStop: Undetermined | undefined;
	let mayAllow: Undetermined | undefined;
	for (const rule of rules) {
		if (rule.effect === "count") continue;
		if (isRateRule(rule)) {
			mayStop ??= mayCut(rule, request(rule.owner));
			continue;
		}
		if (rule.effect === "stop" && isBlockList(rule)) {
			mayStop ??= mayListScalekit(rule, request(rule.owner).graph);
			continue;
		}
		const match = rule.effect === "group" && !scoped(rule) ? "yes" : matches(rule.statement, request(rule.owner));
		if (match === "no") continue;
		if (rule.effect === "open") {
			mayStop ??= unknownIn(rule, rule.action);
			mayAllow ??= mayStop;
		} else if (rule.effect === "group") mayStop ??= inGroup(rule);
		else if (rule.effect === "allow") {
			if (match === "yes") return mayStop ?? pass();
			mayAllow ??= of(rule, match.maybe);
		} else if (match !== "yes") mayStop ??= of(rule, match.maybe);
		else return mayAllow ?? stopped(rule.inline ? rule.action : undefined, `by ${rule.label}`);
	}
	const last = defaultEffect(acl);
	if (last === "open") return mayStop ?? undetermined(acl.read("defaultAction"));
	if (last === "allow") return mayStop ? (mayAllow ?? mayStop) : pass();
	if (mayAllow) return mayAllow;
	if (request(acl).paths.length > 0)
		return stopped(acl.read("defaultAction") as Reading, "by its default action: no rule allows their path");
	return notDecidable(
		acl.read("defaultAction"),
		"it blocks what no rule allows, and no rule names the webhook's path; a test event from Scalekit's dashboard would tell",
	);
}

function stopped(where: Reading | undefined, how: string): Verdict {
	return fail(where, `stops webhooks ${how}`);
}

function isRateRule({ statement }: AclRule): boolean {
	return statement.read("rateBasedStatement").isKnown;
}

/** A rate rule stops those who ask too often, which Scalekit's deliveries do only where the limit is low. */
function mayCut(rule: AclRule, request: WebhookRequest): Undetermined | undefined {
	const limit = rule.statement.read("rateBasedStatement").read("limit");
	if (rule.effect === "allow" || (limit.number ?? 0) > LOW_LIMIT) return undefined;
	const match = matches(rule.statement, request);
	if (match === "no") return undefined;
	if (rule.effect === "open") return unknownIn(rule, rule.action);
	if (limit.isUnknown) return of(rule, undetermined(limit));
	return of(rule, match === "yes" ? notDecidable(limit, CUT) : match.maybe);
}

/** What keeps a rule open; a rule that is a resource of its own has no place in the web ACL's properties. */
function of(rule: AclRule, { property, ...open }: Undetermined): Undetermined {
	return rule.inline && property ? { ...open, property } : open;
}

/** A rule that stops listed addresses, not those that are absent from a list. */
function isBlockList({ statement }: AclRule): boolean {
	return statement.read("ipSetReferenceStatement").isKnown;
}

/** Why a list of addresses that are stopped may stop Scalekit; undefined where it lists none that Scalekit publishes. */
function mayListScalekit(rule: AclRule, graph: ResourceGraph): Undetermined | undefined {
	const { sets, open } = ipSetsOf(rule.statement.read("ipSetReferenceStatement").read("arn"), { owner: rule.owner, graph });
	for (const set of sets) {
		const addresses = addressesOf(set);
		if (!Array.isArray(addresses)) return addresses as Undetermined;
		if (addresses.some((range) => PUBLISHED_OUTBOUND_ADDRESSES.some((address) => holdsAddress(range, address))))
			return notDecidable(
				rule.statement,
				`${rule.label} stops an address that Scalekit sends from; whether webhooks do, a test event from its dashboard would tell`,
			);
	}
	return open;
}

function scoped({ statement }: AclRule): boolean {
	return !statement.read("managedRuleGroupStatement").read("scopeDownStatement").isAbsent;
}

function inGroup(rule: AclRule): Undetermined {
	const reason = `the rule group in ${rule.label} may stop webhooks, as bot control does with senders that are no browser; a test event from Scalekit's dashboard would tell`;
	return notDecidable(rule.inline ? rule.action : undefined, reason);
}
