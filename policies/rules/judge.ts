import { Evaluator } from "../engine/evaluate";
import { type Example, type Form, toResourceData } from "../engine/example";
import { Exceptions } from "../engine/exception";
import type { Finding } from "../engine/finding";
import { ResourceGraph } from "../engine/graph";
import { defaultOptions } from "../engine/options";
import type { ResourceData } from "../engine/resource";
import type { ProjectContext, Rule } from "../engine/rule";
import * as uncoveredTypes from "../facts/uncovered-types";
import { rules } from "./index";

/** The root stack of all examples. */
export const STACK = {
	urn: "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod",
	type: "pulumi:pulumi:Stack",
	name: "shop-prod",
} as const;

export function projectOf(example: Pick<Example, "project"> = {}): ProjectContext {
	const { components = [], ...rest } = example.project ?? {};
	return {
		scalekitHosts: [],
		production: true,
		browsersBehindEgress: false,
		...rest,
		hasComponent: (component) => components.includes(component),
	};
}

const defaults = new Map<Rule, Readonly<Record<string, unknown>>>();

/**
 * The findings of one rule in a stack; the rules that it defers to are evaluated with it.
 *
 * @throws the error that the rule throws, so that its tests show the stack trace
 */
export function judge(rule: Rule, data: readonly ResourceData[], example: Pick<Example, "options" | "project"> = {}): Finding[] {
	const deferredTo = rule.scope === "stack" ? rules.filter(({ id }) => rule.defersTo?.includes(id)) : [];
	const evaluator = new Evaluator({
		rules: [rule, ...deferredTo],
		settingOf: (each) => ({
			level: "mandatory",
			levelAt: () => "mandatory",
			options: each === rule ? { ...optionsOf(rule), ...example.options } : optionsOf(each),
		}),
		project: projectOf(example),
		exceptions: new Exceptions([], "2026-01-01"),
		uncoveredTypes,
	});
	const findings = evaluator.all(new ResourceGraph(data), STACK).filter((finding) => finding.rule === rule.id);
	for (const { message, errorStack } of findings) if (errorStack) throw thrown(message, errorStack);
	return findings;
}

function thrown(message: string, [, ...frames]: readonly string[]): Error {
	const error = new Error(message);
	error.stack = [`Error: ${message}`, ...frames].join("\n");
	return error;
}

function optionsOf(rule: Rule): Readonly<Record<string, unknown>> {
	const known = defaults.get(rule) ?? defaultOptions(rule);
	defaults.set(rule, known);
	return known;
}

/** The findings of a rule on the subject of its example. */
export function verdictOf(
	rule: Rule,
	example: Example,
	form: Form,
	reshape: (data: ResourceData[]) => ResourceData[] = (data) => data,
): Finding[] {
	const subject = example.subject ?? example.stack[0]?.name;
	const findings = judge(rule, reshape(toResourceData(example, form)), example);
	return findings.filter((finding) =>
		subject === "stack" ? finding.type === STACK.type : finding.name === subject && finding.type !== STACK.type,
	);
}
