import type { ResourceData } from "../policies/engine/resource";
import { type EvaluatedForm, inProcess, isInternalError, type Packs, printed } from "./evaluate";
import type { Relation } from "./relations";
import { dataOf, type Stack } from "./stack";

/** A check that a stack does not satisfy. */
export interface Problem {
	/** `error`, `agreement`, or the kind of the relation. */
	readonly check: string;
	readonly stack: Stack;
	readonly form: EvaluatedForm;
	readonly details: readonly string[];
	/** Finds the problem again in a smaller stack: its details, or nothing. */
	again(stack: Stack): readonly string[] | Promise<readonly string[]>;
	readonly description: string;
}

/** The rule does not throw on a stack: no internal error in this process. */
export function internalErrors(data: readonly ResourceData[]): readonly string[] {
	return inProcess(data)
		.filter(isInternalError)
		.map(({ rule, urn, message }) => `${rule} ${urn}: ${message}`);
}

/** The pack reports what the rules report in this process, and every request is answered. */
export async function disagreements(packs: Packs, data: readonly ResourceData[], form: EvaluatedForm): Promise<readonly string[]> {
	const expected = new Set(
		inProcess(data)
			.filter(({ verdict }) => verdict === "fail" || verdict === "undetermined")
			.map(printed),
	);
	const reported = new Set(await packs.report(data, form));
	return [
		...[...expected].filter((each) => !reported.has(each)).map((each) => `only in this process: ${each}`),
		...[...reported].filter((each) => !expected.has(each)).map((each) => `only through the pack: ${each}`),
	];
}

/** What a relation does not permit about a stack. */
export function violations(relation: Relation, stack: Stack, form: EvaluatedForm): readonly string[] {
	const after = relation.after(stack, form);
	if (!after) return [];
	return relation.differences(inProcess(dataOf(relation.before?.(stack) ?? stack, form)), inProcess(after));
}
