import type { Example, ExampleResource, Form } from "../../policies/engine/example";

/** A whole stack as a platform team writes it, from which the right findings are known. */
export interface SuiteCase {
	/** What is unusual about the stack. */
	readonly title: string;
	readonly stack: readonly ExampleResource[];
	/** How the stack was recorded; defaults to a state. */
	readonly form?: Form;
	readonly project?: Example["project"];
}

/** A stack with one defect. */
export interface BadCase extends SuiteCase {
	/** The rule that must fail; one of them if several report the defect. */
	readonly rules: readonly string[];
	/** The names of the resources on which the failure is right; `stack` for the stack as a whole. */
	readonly at: readonly string[];
	/** The rules that report the same defect as well. */
	readonly also?: readonly string[];
	/** True if nothing in the stack decides whether the rule fails: an undetermined finding is right as well. */
	readonly undecidable?: true;
}

/** A sound stack that looks like a bad one. */
export type SoundCase = SuiteCase;

type More = Pick<BadCase, "form" | "project" | "also" | "undecidable">;

/**
 * @param rules the id of the rule that must fail, or several ids
 * @param at the names of the resources on which the failure is right, separated by spaces
 */
export function bad(
	title: string,
	rules: string | readonly string[],
	at: string,
	stack: readonly ExampleResource[],
	more: More = {},
): BadCase {
	return { title, rules: [rules].flat(), at: at.split(" "), stack, ...more };
}

export function sound(title: string, stack: readonly ExampleResource[], more: Pick<SoundCase, "form" | "project"> = {}): SoundCase {
	return { title, stack, ...more };
}
