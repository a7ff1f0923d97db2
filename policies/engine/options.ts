import * as z from "zod";
import type { Rule } from "./rule";

/** The schema of a rule's options; unknown keys are refused. */
export function optionsSchema(rule: Pick<Rule, "options">): z.ZodObject {
	return z.strictObject(rule.options ?? {});
}

/** A rule's options where nobody sets any. */
export function defaultOptions(rule: Pick<Rule, "options">): Readonly<Record<string, unknown>> {
	return optionsSchema(rule).parse({});
}
