import type { Exception } from "../policies/engine/exception";
import type { Level } from "../policies/engine/finding";
import { defaultLevel, PRODUCTION } from "../policies/engine/level";
import { defaultOptions } from "../policies/engine/options";
import type { ProjectContext, Rule, SystemComponent } from "../policies/engine/rule";
import type { Severity } from "../policies/engine/severity";
import { SettingsError } from "./error";
import { exceptionOf } from "./exceptions";
import { GLOB_MARK, Glob } from "./glob";
import { profileError } from "./profile";
import type { SettingsFile } from "./read";

/** The name of a stack; without an organization if only URNs are known. */
export interface StackName {
	readonly organization?: string;
	readonly project: string;
	readonly stack: string;
}

/** A setting and its source: `readiness.yaml:12`, `default`, `--profile`. */
export interface Sourced<T> {
	readonly value: T;
	readonly from: string;
}

/** The settings of a stack, each with its source. */
export interface Settings {
	readonly file?: string;
	readonly profile: Sourced<string>;
	/** Why the stack is excluded from checks; absent if it is not. */
	readonly excluded?: Sourced<string>;
	/** That a production stack is checked with another profile, as a sentence without a period. */
	readonly override?: string;
	readonly components: Sourced<readonly SystemComponent[]>;
	/** @param severity the severity of a failure, if it differs from the rule's */
	readonly levelOf: (rule: Rule, severity?: Severity) => Sourced<Level>;
	readonly optionsOf: (rule: Rule) => Readonly<Record<string, Sourced<unknown>>>;
	readonly exceptions: readonly Exception[];
	readonly features: Readonly<Record<string, boolean | undefined>>;
	readonly positionOf: (path: readonly PropertyKey[]) => string;
	readonly project: ProjectContext;
}

export const PROFILE_VARIABLE = "SCALEKIT_READINESS_PROFILE";

/**
 * Resolves the settings of a stack.
 *
 * @param stack undefined if the name is unknown; the profile is then production, as for any stack without an entry
 * @param chosen a profile from outside the file, which takes precedence
 * @param release the version of this package
 */
export function resolveSettings(
	file: SettingsFile | undefined,
	stack: StackName | undefined,
	release: string,
	chosen?: Sourced<string>,
): Settings {
	const content = file?.content ?? {};
	const positionOf = file?.positionOf ?? (() => "default");
	const matched = stack && Object.keys(content.stacks ?? {}).find((glob) => matchesStack(glob, stack));
	const entry = matched === undefined ? undefined : content.stacks?.[matched];
	const written: Sourced<string> = entry?.profile
		? { value: entry.profile, from: positionOf(["stacks", matched ?? "", "profile"]) }
		: { value: PRODUCTION, from: stack ? `default: no entry under stacks matches ${nameOf(stack)}` : "default" };
	const profile = outside() ?? written;
	const override =
		written.value === PRODUCTION && profile.value !== PRODUCTION
			? `${stack ? nameOf(stack) : "a stack"} is checked with profile ${profile.value} (${profile.from}), not production (${written.from}), in which rules block`
			: undefined;
	const components: Sourced<readonly SystemComponent[]> = entry?.components
		? { value: entry.components, from: positionOf(["stacks", matched ?? "", "components"]) }
		: { value: [], from: "default" };

	const profileRules = Object.entries(content.profiles ?? {}).find(([name]) => name === profile.value)?.[1].rules;

	function outside(): Sourced<string> | undefined {
		const variable = process.env[PROFILE_VARIABLE];
		const named = chosen ?? (variable ? { value: variable, from: PROFILE_VARIABLE } : undefined);
		const wrong = named && profileError(named.value, Object.keys(content.profiles ?? {}));
		if (named && wrong !== undefined) throw new SettingsError(`${named.from}: ${wrong}`);
		return named;
	}

	/** The settings of a rule in the file; those of the profile take precedence. */
	function settingsOf(rule: Rule): readonly { settings: Readonly<Record<string, unknown>>; at: readonly PropertyKey[] }[] {
		return [rule.id, ...(rule.aliases ?? [])].flatMap((id) => [
			{ settings: profileRules?.[id] ?? {}, at: ["profiles", profile.value, "rules", id] },
			{ settings: content.rules?.[id] ?? {}, at: ["rules", id] },
		]);
	}

	function find(rule: Rule, key: string): Sourced<unknown> | undefined {
		const hit = settingsOf(rule).find(({ settings }) => settings[key] !== undefined);
		return hit && { value: hit.settings[key], from: positionOf([...hit.at, key]) };
	}

	return {
		...(file ? { file: file.path } : {}),
		profile,
		...(entry?.excluded ? { excluded: { value: entry.excluded, from: positionOf(["stacks", matched ?? "", "excluded"]) } } : {}),
		...(override ? { override } : {}),
		components,
		levelOf: (rule, severity = rule.severity) =>
			(find(rule, "level") as Sourced<Level> | undefined) ?? {
				value: defaultLevel(rule, profile.value, release, severity),
				from: `${severity} in ${profile.value}`,
			},
		optionsOf: (rule) =>
			Object.fromEntries(Object.entries(defaultOptions(rule)).map(([key, value]) => [key, find(rule, key) ?? { value, from: "default" }])),
		exceptions: (content.exceptions ?? []).map((each, index) => exceptionOf(each, () => positionOf(["exceptions", index]))),
		features: content.features ?? {},
		positionOf,
		project: {
			production: profile.value === PRODUCTION,
			scalekitHosts: [content.scalekit?.environment && new URL(content.scalekit.environment).host, content.scalekit?.customDomain].filter(
				(host): host is string => Boolean(host),
			),
			browsersBehindEgress: content.egress?.browsers ?? false,
			hasComponent: (component) => components.value.includes(component),
		},
	};
}

function nameOf({ organization = "*", project, stack }: StackName): string {
	return `${organization}/${project}/${stack}`;
}

/** Matches a glob over `organization/project/stack`; ignores its first part if the organization is unknown. */
function matchesStack(glob: string, { organization, project, stack }: StackName): boolean {
	if (glob === "**") return true;
	const [first = "", second = "", third = ""] = glob.split("/");
	return matchesPart(third, stack) && matchesPart(second, project) && (organization === undefined || matchesPart(first, organization));
}

function matchesPart(glob: string, name: string): boolean {
	return GLOB_MARK.test(glob) ? new Glob(glob).matches(name) : glob === name;
}
