import { lines } from "../../checklist";
import type { Features } from "../../checklist/features";
import { type LineResult, type LineRule, settle } from "../../checklist/settle";
import type { Finding } from "../../policies/engine/finding";
import { finding, onStack, RULES, until } from "./findings";

interface Case {
	readonly line: string;
	readonly findings?: readonly Finding[];
	readonly rules?: readonly LineRule[];
	readonly features?: Features;
	readonly unseen?: string;
	readonly says: Pick<LineResult, "verdict" | "settledBy" | "because">;
}

const rule = "log-group-expires";
const other = "log-bucket-expires";

const cases: Readonly<Record<string, Case>> = {
	"passes where rules suffice and what they looked at passes": {
		line: "L75",
		findings: [
			finding({ rule, verdict: "pass" }),
			finding({ rule, verdict: "pass", name: "api" }),
			finding({ rule: other, verdict: "not-applicable" }),
		],
		says: { verdict: "pass", settledBy: "rule log-group-expires", because: "rule log-group-expires passes on 2 resources" },
	},
	"passes by several rules": {
		line: "L75",
		findings: [finding({ rule, verdict: "pass" }), finding({ rule: other, verdict: "pass", ...onStack })],
		says: {
			verdict: "pass",
			settledBy: "rules log-group-expires, log-bucket-expires",
			because: "rule log-group-expires passes on 1 resource, rule log-bucket-expires passes on the stack",
		},
	},
	"fails where something blocks, and counts each resource once": {
		line: "L75",
		findings: [
			finding({ rule, verdict: "pass" }),
			finding({ rule, verdict: "fail", name: "api", property: "a" }),
			finding({ rule, verdict: "fail", name: "api", property: "b" }),
			finding({ rule, verdict: "fail", ...onStack }),
			finding({ rule: other, verdict: "unknown" }),
		],
		says: { verdict: "fail", settledBy: "rule log-group-expires", because: "rule log-group-expires fails on 1 resource and the stack" },
	},
	"fails, and mentions advice and what is excused": {
		line: "L75",
		findings: [
			finding({ rule, verdict: "fail" }),
			finding({ rule, verdict: "fail", name: "api", exception: until("2026-12-31") }),
			finding({ rule: other, verdict: "fail", level: "advisory" }),
		],
		says: {
			verdict: "fail",
			settledBy: "rule log-group-expires",
			because:
				"rule log-group-expires fails on 1 resource; rule log-bucket-expires fails on 1 resource, as advice; rule log-group-expires is excused on 1 resource, until 2026-12-31",
		},
	},
	"fails where the exception has run out": {
		line: "L75",
		findings: [finding({ rule, verdict: "fail", exception: until("2025-12-31"), exceptionExpired: true })],
		says: {
			verdict: "fail",
			settledBy: "rule log-group-expires",
			because: "rule log-group-expires fails on 1 resource (an exception ran out on 2025-12-31)",
		},
	},
	"neither passes nor fails on advice": {
		line: "L75",
		findings: [finding({ rule, verdict: "pass" }), finding({ rule: other, verdict: "fail", level: "advisory" })],
		says: { verdict: "unknown", settledBy: null, because: "rule log-bucket-expires fails on 1 resource, as advice" },
	},
	"neither passes nor fails while excused, and says until when": {
		line: "L75",
		findings: [
			finding({ rule, verdict: "pass" }),
			finding({ rule, verdict: "fail", name: "api", exception: until("2027-06-30") }),
			finding({ rule, verdict: "fail", name: "old", exception: until("2026-12-31") }),
		],
		says: { verdict: "unknown", settledBy: null, because: "rule log-group-expires is excused on 2 resources, until 2026-12-31" },
	},
	"counts what is undecided, and why": {
		line: "L75",
		findings: [
			finding({ rule, verdict: "pass" }),
			finding({ rule, verdict: "unknown", because: "later" }),
			finding({ rule, verdict: "unknown", because: "elsewhere" }),
			finding({ rule: other, verdict: "unknown", because: "later" }),
		],
		says: {
			verdict: "unknown",
			settledBy: null,
			because: "3 findings of rules log-group-expires, log-bucket-expires undecided (2 known only after the update, 1 not in this stack)",
		},
	},
	"does not pass while one of its rules is switched off": {
		line: "L75",
		findings: [finding({ rule, verdict: "pass" })],
		rules: [
			{ id: rule, lines: ["L75"] },
			{ id: other, lines: ["L75"], off: true },
		],
		says: { verdict: "unknown", settledBy: null, because: "rule log-bucket-expires is switched off" },
	},
	"does not pass where nothing was found": {
		line: "L75",
		says: { verdict: "unknown", settledBy: null, because: "nothing to look at in this stack" },
	},
	"does not pass where nothing applies": {
		line: "L75",
		findings: [finding({ rule, verdict: "not-applicable" })],
		says: { verdict: "unknown", settledBy: null, because: "nothing to look at in this stack" },
	},
	"does not pass where rules pass and do not suffice": {
		line: "L11",
		findings: [finding({ rule: "webhook-let-through", verdict: "pass" })],
		says: {
			verdict: "unknown",
			settledBy: null,
			because: "infrastructure part passes; still needs a probe that a signed event is taken and an unsigned one refused",
		},
	},
	"says how many components hide their resources, where rules pass": {
		line: "L11",
		findings: [finding({ rule: "webhook-let-through", verdict: "pass" })],
		unseen: "2 components hide their resources",
		says: {
			verdict: "unknown",
			settledBy: null,
			because:
				"what was seen passes; 2 components hide their resources; still needs a probe that a signed event is taken and an unsigned one refused",
		},
	},
	"says how many components hide their resources, where nothing matches": {
		line: "L75",
		unseen: "1 component hides its resources",
		says: { verdict: "unknown", settledBy: null, because: "nothing that was seen matches; 1 component hides its resources" },
	},
	"does not pass by a rule that nobody expects to settle it": {
		line: "L16",
		findings: [finding({ rule: "secure-cookie-variable", verdict: "pass" })],
		says: { verdict: "unknown", settledBy: null, because: "infrastructure part passes; still needs a probe from outside" },
	},
	"says what else is needed where there is nothing to look at": {
		line: "L50",
		says: {
			verdict: "unknown",
			settledBy: null,
			because: "nothing to look at in this stack; still needs each such customer's word that their own firewall is open",
		},
	},
	"says what settles it where no rule looks at it": {
		line: "L28",
		says: {
			verdict: "unknown",
			settledBy: null,
			because: "no rule looks at this; settled by a probe from outside or a person's attestation",
		},
	},
	"says so where only rules could settle it and there is none": {
		line: "L75",
		rules: [],
		says: { verdict: "unknown", settledBy: null, because: "no rule looks at this" },
	},
	"does not apply where its feature is not in use": {
		line: "L42",
		features: { scim: false },
		says: {
			verdict: "not-applicable",
			settledBy: "readiness.yaml features.scim",
			because: "features.scim in readiness.yaml says that this product does not use it",
		},
	},
	"does not apply where the feature that it is part of is not in use": {
		line: "L38",
		features: { sso: false },
		says: {
			verdict: "not-applicable",
			settledBy: "readiness.yaml features.sso",
			because: "features.sso in readiness.yaml says that this product does not use it",
		},
	},
	"fails where something blocks, whatever is said of the feature": {
		line: "D1",
		findings: [finding({ rule: "egress-allows-scalekit", verdict: "fail" })],
		features: { firewalledCustomers: false },
		says: {
			verdict: "fail",
			settledBy: "rule egress-allows-scalekit",
			because:
				"rule egress-allows-scalekit fails on 1 resource, although features.firewalledCustomers in readiness.yaml says that this product does not use it",
		},
	},
	"applies where the feature is in use": {
		line: "L42",
		features: { scim: true },
		says: {
			verdict: "unknown",
			settledBy: null,
			because: "no rule looks at this; settled by evidence that it happened or a person's attestation",
		},
	},
};

it.each(Object.entries(cases))("a line %s", (_title, { line, findings = [], rules = RULES, features = {}, unseen, says }) => {
	const result = settle({ findings, rules, features, unseen: () => unseen }).find((each) => each.id === line);
	const { id, section, text } = lines.find((each) => each.id === line) as (typeof lines)[number];
	expect(result).toEqual({ id, section, text, ...says });
});

it("a finding settles every line that its rule names, and no other", () => {
	const results = settle({ findings: [finding({ rule: "webhook-let-through", verdict: "fail" })], rules: RULES, features: {} });
	expect(results.filter((each) => each.verdict === "fail").map((each) => each.id)).toEqual(["L11", "L40"]);
});

it("nothing passes while something was not seen", () => {
	const passing = [finding({ rule: "log-group-expires", verdict: "pass", lines: ["L75"] })];
	const verdict = (unseen?: string) =>
		settle({ findings: passing, rules: [{ id: "log-group-expires", lines: ["L75"] }], features: {}, unseen: () => unseen }).find(
			(each) => each.id === "L75",
		)?.verdict;
	expect([verdict(), verdict("a part is not visible")]).toEqual(["pass", "unknown"]);
});
