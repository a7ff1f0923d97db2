import { Evaluator } from "../../policies/engine/evaluate";
import { Exceptions } from "../../policies/engine/exception";
import type { Finding } from "../../policies/engine/finding";
import { ResourceGraph } from "../../policies/engine/graph";
import { defaultOptions } from "../../policies/engine/options";
import * as notUnderstood from "../../policies/facts/not-understood";
import { rules } from "../../policies/rules";
import type { StackDescription } from "../../policies/sources/source";
import { STACK, surroundingsOf } from "./judge";

/** What every rule says of a stack, however it was learned. */
export function findingsOf({ resources }: Pick<StackDescription, "resources">): Finding[] {
	const evaluator = new Evaluator({
		rules,
		settingOf: (rule) => ({ level: "mandatory", options: defaultOptions(rule) }),
		surroundings: surroundingsOf(),
		exceptions: new Exceptions([], "2026-01-01"),
		notUnderstood,
	});
	return evaluator.everything(new ResourceGraph(resources), STACK);
}
