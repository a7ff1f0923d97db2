import type { Rule } from "../engine/rule";
import { alarms } from "./alarms";
import { edge } from "./edge";
import { logging } from "./logging";
import { secrets } from "./secrets";
import { stack } from "./stack";
import { transport } from "./transport";

/** All rules by category, which is the name of their folder, in the order of the documentation. */
export const categories = { transport, secrets, edge, logging, alarms, stack } satisfies Record<string, readonly Rule[]>;

export type Category = keyof typeof categories;

export const rules: readonly Rule[] = Object.values(categories).flat();

/** The category of a rule. */
export function categoryOf(rule: Rule): Category {
	return (Object.keys(categories) as Category[]).find((category) => categories[category].includes(rule)) as Category;
}
