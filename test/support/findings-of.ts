import { Evaluator } from "../../policies/engine/evaluate";
import type { Example } from "../../policies/engine/example";
import { Exceptions } from "../../policies/engine/exception";
import type { Finding } from "../../policies/engine/finding";
import { ResourceGraph } from "../../policies/engine/graph";
import { defaultOptions } from "../../policies/engine/options";
import * as uncoveredTypes from "../../policies/facts/uncovered-types";
import { rules } from "../../policies/rules";
import { projectOf, STACK } from "../../policies/rules/judge";
import type { StackDescription } from "../../policies/sources/source";

/** What every rule says of a stack, however it was learned. */
export function findingsOf({ resources }: Pick<StackDescription, "resources">, example: Pick<Example, "project"> = {}): Finding[] {
	const evaluator = new Evaluator({
		rules,
		settingOf: (rule) => ({ level: "mandatory", levelAt: () => "mandatory", options: defaultOptions(rule) }),
		project: projectOf(example),
		exceptions: new Exceptions([], "2026-01-01"),
		uncoveredTypes,
	});
	return evaluator.all(new ResourceGraph(resources), STACK);
}
