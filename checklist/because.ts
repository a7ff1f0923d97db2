import type { Finding } from "../policies/engine/finding";
import type { Unknown } from "../policies/engine/verdict";
import { CHANNELS, type Channel } from "./line";

const STACK = "pulumi:pulumi:Stack";

const UNDECIDED: Readonly<Record<Unknown["because"], string>> = {
	later: "known only after the update",
	hidden: "a secret that is not shown",
	elsewhere: "not in this stack",
	beyond: "not to be told from infrastructure",
};

/** `rule a` or `rules a, b`: the rules of these findings, each once. */
export function rulesOf(findings: readonly Pick<Finding, "rule">[]): string {
	return named([...new Set(findings.map((finding) => finding.rule))]);
}

/** `rule a` or `rules a, b`. */
export function named(rules: readonly string[]): string {
	return `${rules.length === 1 ? "rule" : "rules"} ${rules.join(", ")}`;
}

/** `rule a fails on 2 resources, rule b fails on the stack`, for each rule of these findings. */
export function doing(verb: string, findings: readonly Finding[]): string {
	const parts = [...grouped(findings, (finding) => finding.rule)].map(
		([rule, its]) => `rule ${rule} ${verb} ${subjects(its)}${ranOut(its)}`,
	);
	return parts.join(", ");
}

/** Which rules are excused where, and until when. */
export function excusedOn(findings: readonly Finding[]): string {
	const until = findings.flatMap((finding) => finding.exception?.expires ?? []).sort()[0];
	return `${doing("is excused on", findings)}, until ${until}`;
}

/** How many findings are undecided, of which rules and why. */
export function undecidedOf(findings: readonly Finding[]): string {
	const kinds = grouped(findings, (finding) => finding.because ?? "beyond");
	const reasons = [...kinds].map(([why, its]) => `${its.length} ${UNDECIDED[why]}`);
	return `${counted(findings.length, "finding")} of ${rulesOf(findings)} undecided (${reasons.join(", ")})`;
}

/** Channels as a person would say them: `a probe from outside or a person's attestation`. */
export function inWords(channels: readonly Channel[]): string {
	const words = channels.map((channel) => CHANNELS[channel]);
	return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function subjects(findings: readonly Finding[]): string {
	const resources = new Set(findings.filter((finding) => finding.type !== STACK).map((finding) => finding.urn)).size;
	const stack = findings.some((finding) => finding.type === STACK) ? ["the stack"] : [];
	return [...(resources > 0 ? [counted(resources, "resource")] : []), ...stack].join(" and ");
}

function ranOut(findings: readonly Finding[]): string {
	const days = findings.flatMap((finding) => (finding.exceptionExpired && finding.exception ? finding.exception.expires : []));
	return days.length > 0 ? ` (an exception ran out on ${days.sort().at(-1)})` : "";
}

function grouped<K>(findings: readonly Finding[], keyOf: (finding: Finding) => K): ReadonlyMap<K, readonly Finding[]> {
	const groups = new Map<K, Finding[]>();
	for (const finding of findings) {
		const key = keyOf(finding);
		const group = groups.get(key);
		if (group) group.push(finding);
		else groups.set(key, [finding]);
	}
	return groups;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
