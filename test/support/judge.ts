import { Evaluator } from "../../policies/engine/evaluate";
import { type Example, type Form, toResourceData } from "../../policies/engine/example";
import { Exceptions } from "../../policies/engine/exception";
import type { Finding } from "../../policies/engine/finding";
import { ResourceGraph } from "../../policies/engine/graph";
import { defaultOptions } from "../../policies/engine/options";
import type { ResourceData } from "../../policies/engine/resource";
import type { Rule, Surroundings } from "../../policies/engine/rule";
import * as notUnderstood from "../../policies/facts/not-understood";

export const STACK = {
	urn: "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod",
	type: "pulumi:pulumi:Stack",
	name: "shop-prod",
} as const;

export function surroundingsOf(example: Pick<Example, "surroundings"> = {}): Surroundings {
	const { holds = [], ...rest } = example.surroundings ?? {};
	return { scalekitHosts: [], production: true, browsersBehindEgress: false, ...rest, holds: (part) => holds.includes(part) };
}

const defaults = new Map<Rule, Readonly<Record<string, unknown>>>();

/** What one rule says of a stack. */
export function judge(rule: Rule, data: readonly ResourceData[], example: Pick<Example, "options" | "surroundings"> = {}): Finding[] {
	if (!defaults.has(rule)) defaults.set(rule, defaultOptions(rule));
	const options = { ...defaults.get(rule), ...example.options };
	const evaluator = new Evaluator({
		rules: [rule],
		settingOf: () => ({ level: "mandatory", options }),
		surroundings: surroundingsOf(example),
		exceptions: new Exceptions([], "2026-01-01"),
		notUnderstood,
	});
	return evaluator.everything(new ResourceGraph(data), STACK);
}

/** What a rule says of the resource that its example is about. */
export function verdictOf(
	rule: Rule,
	example: Example,
	form: Form,
	reshape: (data: ResourceData[]) => ResourceData[] = (data) => data,
): Finding[] {
	const about = example.about ?? example.stack[0]?.name;
	const findings = judge(rule, reshape(toResourceData(example, form)), example);
	return findings.filter((finding) =>
		about === "stack" ? finding.type === STACK.type : finding.name === about && finding.type !== STACK.type,
	);
}

/** What is said of an example beside what it expects; a message that the example does not assert is expected as it is. */
export function compared(findings: readonly Finding[], example: Example): { readonly said: object[]; readonly expected: object[] } {
	const said = findings.map(({ verdict, because, property, message }) => ({ verdict, because, property, message }));
	const properties = example.property === undefined ? said.map(({ property }) => property) : [example.property].flat();
	const expected = properties.map((property, index) => {
		const message = said[index]?.message;
		return {
			verdict: example.verdict,
			because: example.verdict === "unknown" ? (example.because ?? "later") : undefined,
			property,
			message: example.message === undefined || message?.includes(example.message) ? message : example.message,
		};
	});
	return { said, expected: expected.length > 0 ? expected : [{ verdict: example.verdict }] };
}
