import type { Finding } from "../policies/engine/finding";
import { groupBy } from "../policies/engine/group-by";
import { counted } from "../policies/engine/message";
import { STACK_TYPE } from "../policies/engine/urn";
import type { Undetermined } from "../policies/engine/verdict";
import { VERIFICATION_METHODS, type VerificationMethod } from "./item";

const UNDETERMINED_REASONS: Readonly<Record<Undetermined["reason"], string>> = {
	"known-after-deployment": "known after deployment",
	secret: "encrypted value",
	"other-stack": "not in this stack",
	"internal-error": "internal error of the rule",
	"not-decidable": "cannot be determined from infrastructure",
};

/** `rule a` or `rules a, b`: the rules of these findings, without duplicates. */
export function rulesOf(findings: readonly Pick<Finding, "rule">[]): string {
	return ruleList([...new Set(findings.map((finding) => finding.rule))]);
}

/** `rule a` or `rules a, b`. */
export function ruleList(rules: readonly string[]): string {
	return `${rules.length === 1 ? "rule" : "rules"} ${rules.join(", ")}`;
}

/** `rule a fails on 2 resources, rule b fails on the stack`, one clause per rule. */
export function outcomes(verb: string, findings: readonly Finding[]): string {
	const parts = [...groupBy(findings, (finding) => finding.rule)].map(
		([rule, ofRule]) => `rule ${rule} ${verb} ${subjects(ofRule)}${expired(ofRule)}`,
	);
	return parts.join(", ");
}

/** The rules that exceptions suppress, the number of resources, and the earliest expiry date. */
export function suppressedOn(findings: readonly Finding[]): string {
	const until = findings.flatMap((finding) => finding.exception?.expires ?? []).sort()[0];
	return `${outcomes("is suppressed on", findings)}, until ${until}`;
}

/** `hsts: 2 undetermined (1 known after deployment, 1 not in this stack)`, one clause per rule. */
export function undeterminedSummary(findings: readonly Finding[]): string {
	const parts = [...groupBy(findings, (finding) => finding.rule)].map(([rule, ofRule]) => {
		const byReason = groupBy(ofRule, (finding) => finding.reason ?? "not-decidable");
		const reasons = [...byReason].map(([reason, { length }]) => {
			const text = UNDETERMINED_REASONS[reason as Undetermined["reason"]];
			return byReason.size === 1 ? text : `${length} ${text}`;
		});
		return `${rule}: ${ofRule.length} undetermined (${reasons.join(", ")})`;
	});
	return parts.join("; ");
}

/** Verification methods as a phrase: `an external probe or an attestation`. */
export function methodList(methods: readonly VerificationMethod[]): string {
	const words = methods.map((method) => VERIFICATION_METHODS[method]);
	return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function subjects(findings: readonly Finding[]): string {
	const resources = new Set(findings.filter((finding) => finding.type !== STACK_TYPE).map((finding) => finding.urn)).size;
	const stack = findings.some((finding) => finding.type === STACK_TYPE) ? ["the stack"] : [];
	return [...(resources > 0 ? [counted(resources, "resource")] : []), ...stack].join(" and ");
}

function expired(findings: readonly Finding[]): string {
	const days = findings.flatMap((finding) => (finding.exceptionExpired && finding.exception ? finding.exception.expires : []));
	return days.length > 0 ? ` (an exception expired on ${days.sort().at(-1)})` : "";
}
