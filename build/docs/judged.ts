import { Evaluator } from "../../policies/engine/evaluate";
import { type Example, FORMS, toResourceData } from "../../policies/engine/example";
import { Exceptions } from "../../policies/engine/exception";
import type { Finding } from "../../policies/engine/finding";
import { ResourceGraph } from "../../policies/engine/graph";
import { defaultOptions } from "../../policies/engine/options";
import type { Rule, Surroundings } from "../../policies/engine/rule";
import * as notUnderstood from "../../policies/facts/not-understood";

const STACK = { urn: "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod", type: "pulumi:pulumi:Stack", name: "shop-prod" } as const;

/** What a rule says of the resource that an example is about. */
export function judged(rule: Rule, example: Example): readonly Finding[] {
	const [form = FORMS[0]] = example.only ?? FORMS;
	const evaluator = new Evaluator({
		rules: [rule],
		settingOf: () => ({ level: "mandatory", options: { ...defaultOptions(rule), ...example.options } }),
		surroundings: surroundingsOf(example),
		exceptions: new Exceptions([], ""),
		notUnderstood,
	});
	const about = example.about ?? example.stack[0]?.name;
	const findings = evaluator.everything(new ResourceGraph(toResourceData(example, form)), STACK);
	return findings.filter((each) => (about === "stack" ? each.type === STACK.type : each.name === about && each.type !== STACK.type));
}

function surroundingsOf({ surroundings: { holds = [], ...said } = {} }: Example): Surroundings {
	return { scalekitHosts: [], production: true, browsersBehindEgress: false, ...said, holds: (part) => holds.includes(part) };
}
