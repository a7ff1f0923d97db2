import fc from "fast-check";
import type { LineRule } from "../../checklist/settle";
import type { Exception } from "../../policies/engine/exception";
import type { Finding } from "../../policies/engine/finding";

/** Rules of many kinds of line: proved by rules alone, broken by rules, shared, behind a feature, and one that nobody expects. */
export const RULES: readonly LineRule[] = [
	{ id: "log-group-expires", lines: ["L75"] },
	{ id: "log-bucket-expires", lines: ["L75"] },
	{ id: "http-listener-redirects", lines: ["L2"] },
	{ id: "webhook-let-through", lines: ["L11", "L40"] },
	{ id: "egress-allows-scalekit", lines: ["D1", "L50"] },
	{ id: "secure-cookie-variable", lines: ["L16"] },
];

const STACK = "pulumi:pulumi:Stack";

/** A finding with the least that makes it whole; it blocks as the engine would let it. */
export function finding(over: Partial<Finding> & Pick<Finding, "rule" | "verdict">): Finding {
	const name = over.name ?? "web";
	const type = over.type ?? "aws:lb/listener:Listener";
	const level = over.level ?? "mandatory";
	const excused = over.exception !== undefined && !over.exceptionExpired;
	return {
		lines: RULES.find((rule) => rule.id === over.rule)?.lines ?? [],
		severity: "high",
		level,
		blocks: over.verdict === "fail" && level === "mandatory" && !excused,
		urn: `urn:pulumi:prod::shop::${type}::${name}`,
		type,
		name,
		message: 'listener "web" says hunter2',
		...(over.verdict === "unknown" ? { because: "later" as const } : {}),
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
		verdict: fc.constantFrom("pass", "fail", "not-applicable", "unknown"),
		level: fc.constantFrom("mandatory", "advisory"),
		where: fc.constantFrom({ name: "web" }, { name: "api" }, onStack),
		because: fc.constantFrom("later", "hidden", "elsewhere", "beyond"),
		excused: fc.constantFrom("no", "in force", "run out"),
	})
	.map(({ rule, verdict, level, where, because, excused }) =>
		finding({
			rule,
			verdict,
			level,
			...where,
			...(verdict === "unknown" ? { because } : {}),
			...(verdict === "fail" && excused !== "no" ? { exception: until("2026-12-31"), exceptionExpired: excused === "run out" } : {}),
		}),
	);
