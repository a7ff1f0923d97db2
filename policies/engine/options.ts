import * as z from "zod";
import type { Rule } from "./rule";

/** The schema of a rule's options; rejects unknown keys. */
export function optionsSchema(rule: Pick<Rule, "options">): z.ZodObject {
	return z.strictObject(rule.options ?? {});
}

/** The default options of a rule. */
export function defaultOptions(rule: Pick<Rule, "options">): Readonly<Record<string, unknown>> {
	return optionsSchema(rule).parse({});
}
