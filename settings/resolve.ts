import type { Exception } from "../policies/engine/exception";
import type { Level } from "../policies/engine/finding";
import { defaultLevel, PRODUCTION } from "../policies/engine/level";
import { defaultOptions } from "../policies/engine/options";
import type { Part, Rule, Surroundings } from "../policies/engine/rule";
import { SettingsError } from "./error";
import { exceptionOf } from "./exceptions";
import { GLOB_MARK, Glob } from "./glob";
import { noSuchProfile } from "./profile";
import type { SettingsFile } from "./read";

/** A stack's name; the organization is missing where only URNs are known. */
export interface StackName {
	readonly organization?: string;
	readonly project: string;
	readonly stack: string;
}

/** A setting and where it comes from, for people: `readiness.yaml:12`, `default`, `--profile`. */
export interface Sourced<T> {
	readonly value: T;
	readonly from: string;
}

/** All settings of a run, each with its source. */
export interface Settings {
	readonly file?: string;
	readonly profile: Sourced<string>;
	/** Why nothing of the stack is checked; absent where it is. */
	readonly excluded?: Sourced<string>;
	/** That a production stack is checked as something else, in a sentence without its end. */
	readonly override?: string;
	readonly holds: Sourced<readonly Part[]>;
	readonly levelOf: (rule: Rule) => Sourced<Level>;
	readonly optionsOf: (rule: Rule) => Readonly<Record<string, Sourced<unknown>>>;
	readonly exceptions: readonly Exception[];
	readonly features: Readonly<Record<string, boolean | undefined>>;
	readonly placeOf: (path: readonly PropertyKey[]) => string;
	readonly surroundings: Surroundings;
}

export const PROFILE_VARIABLE = "SCALEKIT_READINESS_PROFILE";

/**
 * What holds for one stack.
 *
 * @param stack undefined where the stack's name is not known: it is production then, as every stack that nothing names
 * @param chosen a profile chosen outside the file, which wins over it
 * @param release the version of this package
 */
export function resolveSettings(
	file: SettingsFile | undefined,
	stack: StackName | undefined,
	release: string,
	chosen?: Sourced<string>,
): Settings {
	const content = file?.content ?? {};
	const placeOf = file?.placeOf ?? (() => "default");
	const matched = stack && Object.keys(content.stacks ?? {}).find((glob) => matchesStack(glob, stack));
	const entry = matched === undefined ? undefined : content.stacks?.[matched];
	const written: Sourced<string> = entry?.profile
		? { value: entry.profile, from: placeOf(["stacks", matched ?? "", "profile"]) }
		: { value: PRODUCTION, from: stack ? `default: no entry under stacks names ${nameOf(stack)}` : "default" };
	const profile = outside() ?? written;
	const override =
		written.value === PRODUCTION && profile.value !== PRODUCTION
			? `${stack ? nameOf(stack) : "a stack"} is checked as ${profile.value} (${profile.from}) and not as production (${written.from}), which blocks`
			: undefined;
	const holds: Sourced<readonly Part[]> = entry?.holds
		? { value: entry.holds, from: placeOf(["stacks", matched ?? "", "holds"]) }
		: { value: [], from: "default" };

	const profileRules = Object.entries(content.profiles ?? {}).find(([name]) => name === profile.value)?.[1].rules;

	function outside(): Sourced<string> | undefined {
		const variable = process.env[PROFILE_VARIABLE];
		const named = chosen ?? (variable ? { value: variable, from: PROFILE_VARIABLE } : undefined);
		const wrong = named && noSuchProfile(named.value, Object.keys(content.profiles ?? {}));
		if (named && wrong !== undefined) throw new SettingsError(`${named.from}: ${wrong}`);
		return named;
	}

	/** What the file says of a rule, the profile's own settings first. */
	function said(rule: Rule): readonly { said: Readonly<Record<string, unknown>>; at: readonly PropertyKey[] }[] {
		return [rule.id, ...(rule.aliases ?? [])].flatMap((id) => [
			{ said: profileRules?.[id] ?? {}, at: ["profiles", profile.value, "rules", id] },
			{ said: content.rules?.[id] ?? {}, at: ["rules", id] },
		]);
	}

	function find(rule: Rule, key: string): Sourced<unknown> | undefined {
		const hit = said(rule).find(({ said }) => said[key] !== undefined);
		return hit && { value: hit.said[key], from: placeOf([...hit.at, key]) };
	}

	return {
		...(file ? { file: file.path } : {}),
		profile,
		...(entry?.excluded ? { excluded: { value: entry.excluded, from: placeOf(["stacks", matched ?? "", "excluded"]) } } : {}),
		...(override ? { override } : {}),
		holds,
		levelOf: (rule) =>
			(find(rule, "level") as Sourced<Level> | undefined) ?? {
				value: defaultLevel(rule, profile.value, release),
				from: `${rule.severity} in ${profile.value}`,
			},
		optionsOf: (rule) =>
			Object.fromEntries(Object.entries(defaultOptions(rule)).map(([key, value]) => [key, find(rule, key) ?? { value, from: "default" }])),
		exceptions: (content.exceptions ?? []).map((each, index) => exceptionOf(each, () => placeOf(["exceptions", index]))),
		features: content.features ?? {},
		placeOf,
		surroundings: {
			production: profile.value === PRODUCTION,
			scalekitHosts: [content.scalekit?.environment && new URL(content.scalekit.environment).host, content.scalekit?.customDomain].filter(
				(host): host is string => Boolean(host),
			),
			browsersBehindEgress: content.egress?.browsers ?? false,
			holds: (part) => holds.value.includes(part),
		},
	};
}

function nameOf({ organization = "*", project, stack }: StackName): string {
	return `${organization}/${project}/${stack}`;
}

/** A glob over `organization/project/stack`; without an organization its first part is not compared. */
function matchesStack(glob: string, { organization, project, stack }: StackName): boolean {
	if (glob === "**") return true;
	const [first = "", second = "", third = ""] = glob.split("/");
	return matchesPart(third, stack) && matchesPart(second, project) && (organization === undefined || matchesPart(first, organization));
}

function matchesPart(glob: string, name: string): boolean {
	return GLOB_MARK.test(glob) ? new Glob(glob).matches(name) : glob === name;
}
