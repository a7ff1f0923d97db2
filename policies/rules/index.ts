import type { Rule } from "../engine/rule";
import { alarms } from "./alarms";
import { edge } from "./edge";
import { logging } from "./logging";
import { secrets } from "./secrets";
import { stack } from "./stack";
import { transport } from "./transport";

/** Every rule by its theme, which is the name of its folder; in the order in which people read of them. */
export const themes = { transport, secrets, edge, logging, alarms, stack } satisfies Record<string, readonly Rule[]>;

export type Theme = keyof typeof themes;

export const rules: readonly Rule[] = Object.values(themes).flat();

/** The theme of a rule. */
export function themeOf(rule: Rule): Theme {
	return (Object.keys(themes) as Theme[]).find((theme) => themes[theme].includes(rule)) as Theme;
}
