import { basename } from "node:path";
import { PRODUCTION } from "../policies/engine/level";
import type { Project } from "../policies/sources/program/project/project";
import type { SettingsFile } from "../settings/read";
import { resolveSettings, type StackName } from "../settings/resolve";
import { UsageError } from "./error";
import { VERSION } from "./version";

/** Words of the name of a production stack, and those that make it another one: `pre-prod`, `nonprod-eu`. */
const PRODUCTION_WORDS: ReadonlySet<string> = new Set(["prod", "production", "prd", "live"]);
const OTHER_WORDS: ReadonlySet<string> = new Set(["pre", "non", "not", "no", "like", "dev", "test", "staging"]);

export interface ChosenStack extends StackName {
	/** Which stacks there are, and why it is this one, in one sentence; undefined where nothing had to be chosen. */
	readonly choice?: string;
}

/**
 * The stack that a program is checked for: the one that is named, else the only one that has a file, else the only
 * production one among them, by readiness.yaml or by its name.
 *
 * @param path the project's folder, as the user named it
 * @throws UsageError where several stacks are left, or the named one is none of them
 */
export function chooseStack(project: Project, path: string, file: SettingsFile | undefined, named: string | undefined): ChosenStack {
	const { name, stacks } = project;
	if (named !== undefined) return namedStack(project, path, named);
	const [first, ...others] = stacks;
	if (others.length === 0) return { project: name, stack: first ?? "prod" };
	const profileOf = (stack: string) => {
		const { value, from } = resolveSettings(file, { project: name, stack }, VERSION).profile;
		return from.startsWith("default") ? undefined : { value, from };
	};
	const bySettings = stacks.filter((each) => profileOf(each)?.value === PRODUCTION);
	const byName = stacks.filter((each) => isNamedProduction(each) && !profileOf(each));
	const [stack, ...rest] = bySettings.length > 0 ? bySettings : byName;
	if (stack === undefined || rest.length > 0)
		throw new UsageError(`${path}: several stacks found; choose one with --stack: ${stacks.join(", ")}`);
	const why = profileOf(stack) ? `the only one of the profile ${PRODUCTION}` : "the only one with a production name";
	return { project: name, stack, choice: `${path}: stack ${stack} chosen of ${stacks.join(", ")} (${why}; --stack names another).` };
}

function isNamedProduction(stack: string): boolean {
	const words = stack.toLowerCase().split(/[-_.]/);
	return words.some((word) => PRODUCTION_WORDS.has(word)) && !words.some((word) => OTHER_WORDS.has(word));
}

/** A stack as people name it: `prod`, `organization/prod` or `organization/project/prod`. */
function namedStack({ name, stacks, stackFile }: Project, path: string, named: string): StackName {
	const parts = named.split("/");
	const stack = parts.pop() ?? "";
	if (stack === "" || parts.length > 2) throw new UsageError(`--stack ${named}: is no stack's name`);
	if (parts.length === 2 && parts[1] !== name) throw new UsageError(`--stack ${named}: the project at ${path} is ${name}`);
	if (stacks.length > 0 && !stacks.includes(stack))
		throw new UsageError(`${path}: there is no ${basename(stackFile(stack))}; its stacks are ${stacks.join(", ")}`);
	return { project: name, stack, ...(parts[0] ? { organization: parts[0] } : {}) };
}
