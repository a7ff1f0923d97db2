import { basename } from "node:path";
import { PRODUCTION } from "../policies/engine/level";
import type { Project } from "../policies/sources/program/project/project";
import type { SettingsFile } from "../settings/read";
import { resolveSettings, type StackName } from "../settings/resolve";
import { UsageError } from "./error";
import { VERSION } from "./version";

/** Words in the names of production stacks, and words that negate them: `pre-prod`, `nonprod-eu`. */
const PRODUCTION_WORDS: ReadonlySet<string> = new Set(["prod", "production", "prd", "live"]);
const OTHER_WORDS: ReadonlySet<string> = new Set(["pre", "non", "not", "no", "like", "dev", "test", "staging"]);

export interface ChosenStack extends StackName {
	/** Which of several stacks was chosen and why, as a sentence; undefined if there was no choice. */
	readonly choice?: string;
}

/**
 * The stack to check: the named one, or the only one with a stack file, or the only production stack among them, by
 * readiness.yaml or by its name.
 *
 * @param path the project's folder as given on the command line
 * @throws UsageError if several stacks remain, or if the named one does not exist
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
	const why = profileOf(stack) ? `the only one with profile ${PRODUCTION}` : "the only one with a production name";
	return { project: name, stack, choice: `${path}: using stack ${stack} of ${stacks.join(", ")} (${why}; use --stack to choose another).` };
}

function isNamedProduction(stack: string): boolean {
	const words = stack.toLowerCase().split(/[-_.]/);
	return words.some((word) => PRODUCTION_WORDS.has(word)) && !words.some((word) => OTHER_WORDS.has(word));
}

/** Parses a stack name: `prod`, `organization/prod` or `organization/project/prod`. */
function namedStack({ name, stacks, stackFile }: Project, path: string, named: string): StackName {
	const parts = named.split("/");
	const stack = parts.pop() ?? "";
	if (stack === "" || parts.length > 2) throw new UsageError(`--stack ${named}: invalid stack name`);
	if (parts.length === 2 && parts[1] !== name) throw new UsageError(`--stack ${named}: the project in ${path} is ${name}`);
	if (stacks.length > 0 && !stacks.includes(stack))
		throw new UsageError(`${path}: ${basename(stackFile(stack))} does not exist; the stacks are ${stacks.join(", ")}`);
	return { project: name, stack, ...(parts[0] ? { organization: parts[0] } : {}) };
}
