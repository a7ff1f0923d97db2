import { relative } from "node:path";
import { rules } from "../policies/rules";
import { today } from "../settings/evaluation";
import type { Settings } from "../settings/resolve";
import { UsageError } from "./error";
import { openTarget, type TargetOptions } from "./target";

/** The effective settings of a stack with their sources. */
export function showSettings(path: string, options: TargetOptions & { readonly format: string }): string {
	if (options.format !== "text" && options.format !== "json")
		throw new UsageError(`--format ${options.format}: unknown format; must be one of text, json`);
	const [stack, another] = options.stack ?? [];
	if (another !== undefined) throw new UsageError(`--stack ${another}: only one stack can be shown at a time`);
	const { settings, name, choice } = openTarget(path, stack, options);
	const effective = {
		path,
		stack: name?.stack ?? null,
		choice: choice ?? null,
		settings: settings.file ? relative(process.cwd(), settings.file) : null,
		profile: settings.profile,
		excluded: settings.excluded ?? null,
		components: settings.components,
		rules: Object.fromEntries(rules.map((rule) => [rule.id, { level: settings.levelOf(rule), options: settings.optionsOf(rule) }])),
		features: settings.features,
		exceptions: settings.exceptions.map(({ matches: _, literal: _literal, ...exception }) => exception),
	};
	return options.format === "json" ? `${JSON.stringify(effective, null, 2)}\n` : toText(effective, settings);
}

function toText(
	effective: { path: string; stack: string | null; choice: string | null; settings: string | null },
	settings: Settings,
): string {
	const width = Math.max(...rules.map((rule) => rule.id.length));
	const ruleLines = rules.flatMap((rule) => {
		const level = settings.levelOf(rule);
		const options = Object.entries(settings.optionsOf(rule)).map(
			([name, { value, from }]) => `      ${name}: ${JSON.stringify(value)} (${from})`,
		);
		return [`  ${rule.id.padEnd(width)}  ${level.value.padEnd(9)}  (${level.from})`, ...options];
	});
	const exceptions = settings.exceptions.map(
		(each) =>
			`  ${each.rule} on ${each.resource}, ${each.expires < today() ? "expired on" : "until"} ${each.expires}, ${each.owner}: ${each.reason} (${each.source})`,
	);
	return [
		`Stack: ${effective.path}${effective.stack ? `, ${effective.stack}` : ""}`,
		...(effective.choice ? [effective.choice] : []),
		`Settings file: ${effective.settings ?? "none"}`,
		`Profile: ${settings.profile.value} (${settings.profile.from})`,
		...(settings.excluded ? [`Excluded: ${settings.excluded.value} (${settings.excluded.from})`] : []),
		`Components: ${settings.components.value.join(", ") || "none declared"} (${settings.components.from})`,
		"",
		"Rules:",
		...ruleLines,
		"",
		exceptions.length > 0 ? "Exceptions:" : "No exceptions.",
		...exceptions,
		"",
	].join("\n");
}
