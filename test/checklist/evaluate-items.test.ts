import { items } from "../../checklist";
import { evaluateItems, type ItemResult, type ItemRule } from "../../checklist/evaluate-items";
import type { Features } from "../../checklist/features";
import type { Finding } from "../../policies/engine/finding";
import { finding, onStack, RULES, until } from "./findings";

interface Case {
	readonly item: string;
	readonly findings?: readonly Finding[];
	readonly rules?: readonly ItemRule[];
	readonly features?: Features;
	readonly limitation?: string;
	readonly expected: Pick<ItemResult, "status" | "decidedBy" | "reason">;
}

const rule = "log-group-expires";
const other = "log-bucket-expires";

const cases: Readonly<Record<string, Case>> = {
	"is ready if rules suffice and all evaluated resources pass": {
		item: "L75",
		findings: [
			finding({ rule, verdict: "pass" }),
			finding({ rule, verdict: "pass", name: "api" }),
			finding({ rule: other, verdict: "not-applicable" }),
		],
		expected: { status: "ready", decidedBy: "rule log-group-expires", reason: "rule log-group-expires passes on 2 resources" },
	},
	"is ready by several rules": {
		item: "L75",
		findings: [finding({ rule, verdict: "pass" }), finding({ rule: other, verdict: "pass", ...onStack })],
		expected: {
			status: "ready",
			decidedBy: "rules log-group-expires, log-bucket-expires",
			reason: "rule log-group-expires passes on 1 resource, rule log-bucket-expires passes on the stack",
		},
	},
	"is not ready if a finding blocks, and counts each resource once": {
		item: "L75",
		findings: [
			finding({ rule, verdict: "pass" }),
			finding({ rule, verdict: "fail", name: "api", property: "a" }),
			finding({ rule, verdict: "fail", name: "api", property: "b" }),
			finding({ rule, verdict: "fail", ...onStack }),
			finding({ rule: other, verdict: "undetermined" }),
		],
		expected: {
			status: "not-ready",
			decidedBy: "rule log-group-expires",
			reason: "rule log-group-expires fails on 1 resource and the stack",
		},
	},
	"is not ready, and mentions advisory and suppressed failures": {
		item: "L75",
		findings: [
			finding({ rule, verdict: "fail" }),
			finding({ rule, verdict: "fail", name: "api", exception: until("2026-12-31") }),
			finding({ rule: other, verdict: "fail", level: "advisory" }),
		],
		expected: {
			status: "not-ready",
			decidedBy: "rule log-group-expires",
			reason:
				"rule log-group-expires fails on 1 resource; rule log-bucket-expires fails on 1 resource (advisory); rule log-group-expires is suppressed on 1 resource, until 2026-12-31",
		},
	},
	"is not ready if the exception has expired": {
		item: "L75",
		findings: [finding({ rule, verdict: "fail", exception: until("2025-12-31"), exceptionExpired: true })],
		expected: {
			status: "not-ready",
			decidedBy: "rule log-group-expires",
			reason: "rule log-group-expires fails on 1 resource (an exception expired on 2025-12-31)",
		},
	},
	"is open if the only failure is advisory": {
		item: "L75",
		findings: [finding({ rule, verdict: "pass" }), finding({ rule: other, verdict: "fail", level: "advisory" })],
		expected: { status: "open", decidedBy: null, reason: "rule log-bucket-expires fails on 1 resource (advisory)" },
	},
	"is accepted if exceptions suppress all failures, with the earliest expiry date": {
		item: "L75",
		findings: [
			finding({ rule, verdict: "pass" }),
			finding({ rule, verdict: "fail", name: "api", exception: until("2027-06-30") }),
			finding({ rule, verdict: "fail", name: "old", exception: until("2026-12-31") }),
		],
		expected: {
			status: "accepted",
			decidedBy: "rule log-group-expires",
			reason: "rule log-group-expires is suppressed on 2 resources, until 2026-12-31",
		},
	},
	"counts undetermined findings by reason": {
		item: "L75",
		findings: [
			finding({ rule, verdict: "pass" }),
			finding({ rule, verdict: "undetermined", reason: "known-after-deployment" }),
			finding({ rule, verdict: "undetermined", reason: "other-stack" }),
			finding({ rule: other, verdict: "undetermined", reason: "known-after-deployment" }),
		],
		expected: {
			status: "open",
			decidedBy: null,
			reason:
				"log-group-expires: 2 undetermined (1 known after deployment, 1 not in this stack); log-bucket-expires: 1 undetermined (known after deployment)",
		},
	},
	"is open if one of its rules is disabled": {
		item: "L75",
		findings: [finding({ rule, verdict: "pass" })],
		rules: [
			{ id: rule, checklistItems: ["L75"] },
			{ id: other, checklistItems: ["L75"], disabled: true },
		],
		expected: { status: "open", decidedBy: null, reason: "rule log-bucket-expires is disabled" },
	},
	"is open without findings": {
		item: "L75",
		expected: { status: "open", decidedBy: null, reason: "no matching resources in this stack" },
	},
	"is open if no finding applies": {
		item: "L75",
		findings: [finding({ rule, verdict: "not-applicable" })],
		expected: { status: "open", decidedBy: null, reason: "no matching resources in this stack" },
	},
	"is open if rules pass but do not suffice": {
		item: "L11",
		findings: [finding({ rule: "webhook-let-through", verdict: "pass" })],
		expected: {
			status: "open",
			decidedBy: null,
			reason: "infrastructure rules pass; still needs a probe with a signed and an unsigned event",
		},
	},
	"is open with the limitation if rules pass": {
		item: "L11",
		findings: [finding({ rule: "webhook-let-through", verdict: "pass" })],
		limitation: "the resources of 2 remote components are not visible",
		expected: {
			status: "open",
			decidedBy: null,
			reason:
				"evaluated resources pass; the resources of 2 remote components are not visible; still needs a probe with a signed and an unsigned event",
		},
	},
	"is open with the limitation if nothing matches": {
		item: "L75",
		limitation: "the resources of 1 remote component are not visible",
		expected: {
			status: "open",
			decidedBy: null,
			reason: "no matching resources found; the resources of 1 remote component are not visible",
		},
	},
	"is open if a rule passes that the item does not list": {
		item: "L16",
		findings: [finding({ rule: "secure-cookie-variable", verdict: "pass" })],
		expected: { status: "open", decidedBy: null, reason: "infrastructure rules pass; still needs an external probe" },
	},
	"states the remaining evidence without matching resources": {
		item: "L50",
		expected: {
			status: "open",
			decidedBy: null,
			reason:
				"no matching resources in this stack; still needs a confirmation from each such customer that their firewall allows the domains",
		},
	},
	"states the verification methods if no rule covers it": {
		item: "L28",
		expected: {
			status: "open",
			decidedBy: null,
			reason: "not covered by infrastructure rules; needs an external probe or an attestation",
		},
	},
	"is open if only rules can verify it and no rule exists": {
		item: "L75",
		rules: [],
		expected: { status: "open", decidedBy: null, reason: "not covered by infrastructure rules" },
	},
	"is not applicable if its feature is not in use": {
		item: "L42",
		features: { scim: false },
		expected: {
			status: "not-applicable",
			decidedBy: "readiness.yaml features.scim",
			reason: "features.scim is false in readiness.yaml",
		},
	},
	"is not applicable if the parent feature is not in use": {
		item: "L38",
		features: { sso: false },
		expected: {
			status: "not-applicable",
			decidedBy: "readiness.yaml features.sso",
			reason: "features.sso is false in readiness.yaml",
		},
	},
	"is not ready if a finding blocks, even if its feature is not in use": {
		item: "D1",
		findings: [finding({ rule: "egress-allows-scalekit", verdict: "fail" })],
		features: { firewalledCustomers: false },
		expected: {
			status: "not-ready",
			decidedBy: "rule egress-allows-scalekit",
			reason: "rule egress-allows-scalekit fails on 1 resource, although features.firewalledCustomers is false in readiness.yaml",
		},
	},
	"is applicable if the feature is in use": {
		item: "L42",
		features: { scim: true },
		expected: {
			status: "open",
			decidedBy: null,
			reason: "not covered by infrastructure rules; needs evidence from logs or events or an attestation",
		},
	},
};

it.each(Object.entries(cases))("an item %s", (_title, { item, findings = [], rules = RULES, features = {}, limitation, expected }) => {
	const result = evaluateItems({ findings, rules, features, limitationOf: () => limitation }).find((each) => each.id === item);
	const { id, section, title } = items.find((each) => each.id === item) as (typeof items)[number];
	expect(result).toEqual({ id, section, title, ...expected, coveredByRules: rules.some((each) => each.checklistItems.includes(id)) });
});

it("a finding affects exactly the items of its rule", () => {
	const results = evaluateItems({ findings: [finding({ rule: "webhook-let-through", verdict: "fail" })], rules: RULES, features: {} });
	expect(results.filter((each) => each.status === "not-ready").map((each) => each.id)).toEqual(["L11", "L40"]);
});

it("no item is ready if the check is incomplete", () => {
	const passing = [finding({ rule: "log-group-expires", verdict: "pass", checklistItems: ["L75"] })];
	const verdict = (limitation?: string) =>
		evaluateItems({
			findings: passing,
			rules: [{ id: "log-group-expires", checklistItems: ["L75"] }],
			features: {},
			limitationOf: () => limitation,
		}).find((each) => each.id === "L75")?.status;
	expect([verdict(), verdict("a part is not visible")]).toEqual(["ready", "open"]);
});
