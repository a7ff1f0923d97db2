import { relative } from "node:path";
import { safeValue } from "../policies/output/safe";
import { rules } from "../policies/rules";
import { today } from "../settings/evaluation";
import { UsageError } from "./error";
import { openTarget, type Target, type TargetOptions } from "./target";

/** The effective settings of a stack with their sources. */
export function showSettings(path: string, options: TargetOptions & { readonly format: string }): string {
	if (options.format !== "text" && options.format !== "json")
		throw new UsageError(`--format ${options.format}: unknown format; must be one of text, json`);
	const [stack, another] = options.stack ?? [];
	if (another !== undefined) throw new UsageError(`--stack ${another}: only one stack can be shown at a time`);
	const effective = safeValue(effectiveSettings(path, openTarget(path, stack, options)));
	return options.format === "json" ? `${JSON.stringify(effective, null, 2)}\n` : toText(effective);
}

/** The settings with texts from the settings file and the command line. */
function effectiveSettings(path: string, { settings, name, choice }: Target) {
	return {
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
}

function toText(effective: ReturnType<typeof effectiveSettings>): string {
	const width = Math.max(...rules.map((rule) => rule.id.length));
	const ruleLines = Object.entries(effective.rules).flatMap(([id, { level, options }]) => [
		`  ${id.padEnd(width)}  ${level.value.padEnd(9)}  (${level.from})`,
		...Object.entries(options).map(([name, { value, from }]) => `      ${name}: ${JSON.stringify(value)} (${from})`),
	]);
	const exceptions = effective.exceptions.map(
		(each) =>
			`  ${each.rule} on ${each.resource}, ${each.expires < today() ? "expired on" : "until"} ${each.expires}, ${each.owner}: ${each.reason} (${each.source})`,
	);
	return [
		`Stack: ${effective.path}${effective.stack ? `, ${effective.stack}` : ""}`,
		...(effective.choice ? [effective.choice] : []),
		`Settings file: ${effective.settings ?? "none"}`,
		`Profile: ${effective.profile.value} (${effective.profile.from})`,
		...(effective.excluded ? [`Excluded: ${effective.excluded.value} (${effective.excluded.from})`] : []),
		`Components: ${effective.components.value.join(", ") || "none declared"} (${effective.components.from})`,
		"",
		"Rules:",
		...ruleLines,
		"",
		exceptions.length > 0 ? "Exceptions:" : "No exceptions.",
		...exceptions,
		"",
	].join("\n");
}
