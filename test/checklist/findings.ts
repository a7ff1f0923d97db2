import fc from "fast-check";
import type { ItemRule } from "../../checklist/evaluate-items";
import type { Exception } from "../../policies/engine/exception";
import type { Finding } from "../../policies/engine/finding";

/** Findings for items of all types: verified by rules only, failed, shared, behind a feature, and of an unknown rule. */
export const RULES: readonly ItemRule[] = [
	{ id: "log-group-expires", checklistItems: ["L75"] },
	{ id: "log-bucket-expires", checklistItems: ["L75"] },
	{ id: "http-listener-redirects", checklistItems: ["L2"] },
	{ id: "webhook-let-through", checklistItems: ["L11", "L40"] },
	{ id: "egress-allows-scalekit", checklistItems: ["D1", "L50"] },
	{ id: "secure-cookie-variable", checklistItems: ["L16"] },
];

const STACK = "pulumi:pulumi:Stack";

/** A finding with the least that makes it whole; it blocks as the engine would let it. */
export function finding(over: Partial<Finding> & Pick<Finding, "rule" | "verdict">): Finding {
	const name = over.name ?? "web";
	const type = over.type ?? "aws:lb/listener:Listener";
	const level = over.level ?? "mandatory";
	const suppressed = over.exception !== undefined && !over.exceptionExpired;
	return {
		checklistItems: RULES.find((rule) => rule.id === over.rule)?.checklistItems ?? [],
		severity: "high",
		level,
		blocks: over.verdict === "fail" && level === "mandatory" && !suppressed,
		urn: `urn:pulumi:prod::shop::${type}::${name}`,
		type,
		name,
		message: 'listener "web" says hunter2',
		...(over.verdict === "undetermined" ? { reason: "known-after-deployment" as const } : {}),
		...over,
	};
}

export const onStack = { type: STACK, name: "shop-prod" } as const;

export function until(expires: string): Exception {
	return { rule: "any", resource: "web", owner: "ada", reason: "hunter2", expires, matches: () => true };
}

/** Findings as an engine may give them. */
export const anyFinding: fc.Arbitrary<Finding> = fc
	.record({
		rule: fc.constantFrom(...RULES.map((rule) => rule.id)),
		verdict: fc.constantFrom("pass", "fail", "not-applicable", "undetermined"),
		level: fc.constantFrom("mandatory", "advisory"),
		where: fc.constantFrom({ name: "web" }, { name: "api" }, onStack),
		reason: fc.constantFrom("known-after-deployment", "secret", "other-stack", "not-decidable"),
		suppressed: fc.constantFrom("no", "in force", "expired"),
	})
	.map(({ rule, verdict, level, where, reason, suppressed }) =>
		finding({
			rule,
			verdict,
			level,
			...where,
			...(verdict === "undetermined" ? { reason } : {}),
			...(verdict === "fail" && suppressed !== "no" ? { exception: until("2026-12-31"), exceptionExpired: suppressed === "expired" } : {}),
		}),
	);
