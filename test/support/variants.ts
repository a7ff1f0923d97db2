import { createHash } from "node:crypto";
import { type Form, toResourceData, UNKNOWN } from "../../policies/engine/example";
import type { Rule } from "../../policies/engine/rule";
import { judge } from "../../policies/rules/judge";
import { examplesOf } from "./examples";
import { placesOf, replaceAt } from "./places";

/** The forms in which examples are varied: a preview has unknown references, a state literal ones. */
const VARIED_FORMS: readonly Form[] = ["preview", "state"];

/** What replaces a value of an example. */
const REPLACEMENTS = { unknown: UNKNOWN, removed: undefined, other: "other", list: [] } as const;

export interface VariantVerdicts {
	/** `fail listenerArn` is a failure at a property, `undetermined known-after-deployment` an undetermined verdict with its reason. */
	readonly [verdict: string]: number | string;
	/** A digest of all messages. */
	readonly messages: string;
}

/** The verdicts of a rule on its examples with each value replaced in turn: by example, how often each verdict occurs. */
export function variantVerdicts(rule: Rule): Readonly<Record<string, VariantVerdicts>> {
	return Object.fromEntries(
		examplesOf(rule).map((example) => {
			const counts: Record<string, number> = {};
			const messages = createHash("sha256");
			for (const form of VARIED_FORMS.filter((each) => (example.forms ?? VARIED_FORMS).includes(each))) {
				const data = toResourceData(example, form);
				for (const place of placesOf(data)) {
					for (const [name, replacement] of Object.entries(REPLACEMENTS)) {
						for (const { verdict, reason, property, message } of judge(rule, replaceAt(data, place, replacement), example)) {
							const key = [name, verdict, reason, property].filter(Boolean).join(" ");
							counts[key] = (counts[key] ?? 0) + 1;
							messages.update(message);
						}
					}
				}
			}
			return [example.title, { ...counts, messages: messages.digest("hex").slice(0, 8) }];
		}),
	);
}
