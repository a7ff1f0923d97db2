import { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { parseJson } from "../../../engine/wire";
import { CodeBuildProject } from "../../../facts/resource-types";
import { type Handed, surface } from "../handed";

const INSTEAD = 'Give the variable type "SECRETS_MANAGER" or "PARAMETER_STORE", and the name of the secret as its value.';
const INSTEAD_IN_BUILDSPEC = "Name the secret under env/secrets-manager or env/parameter-store of the buildspec.";

export const codeBuildProject = surface(CodeBuildProject, (project) => {
	const variables = project.read("environment").read("environmentVariables");
	const given: readonly Handed[] = variables.isUnknown
		? [{ how: "hidden", verdict: undetermined(variables) }]
		: variables.items.map((variable) => ofVariable(variable as Reading));
	return [...given, ...ofBuildspec(project.read("source") as Reading)];
});

function ofVariable(variable: Reading): Handed {
	const type = variable.read("type").or("PLAINTEXT");
	const named = { name: variable.read("name"), value: variable.read("value") };
	if (variable.isUnknown) return { how: "hidden", verdict: undetermined(variable) };
	if (type.isUnknown) return { how: "hidden", name: named.name, verdict: undetermined(type) };
	return type.is("PLAINTEXT") ? { how: "variable", ...named, to: "the build", instead: INSTEAD } : { how: "pointer", ...named };
}

/** A buildspec given as it is; the path of one in the repository is a text without secrets. */
function ofBuildspec(source: Reading): readonly Handed[] {
	const buildspec = source.read("buildspec");
	if (buildspec.isAbsent) return [];
	const text = buildspec.text === undefined ? undefined : withoutReferences(buildspec.text);
	const value = text === undefined ? buildspec : new Reading(text, "buildspec", source);
	return [{ how: "text", value, to: "the buildspec", instead: INSTEAD_IN_BUILDSPEC }];
}

/** The buildspec without the two blocks whose values are names of secrets. */
function withoutReferences(buildspec: string): string {
	const document = /^\s*\{/.test(buildspec) ? parseJson(buildspec) : undefined;
	if (typeof document === "object" && document !== null) {
		const { env } = document as { readonly env?: object };
		return JSON.stringify({ ...document, env: { ...env, "secrets-manager": undefined, "parameter-store": undefined } });
	}
	let inside: number | undefined;
	const kept = buildspec.split("\n").filter((line) => {
		const indent = line.search(/\S/);
		if (inside !== undefined && (indent === -1 || indent > inside)) return false;
		inside = /^[ \t]{0,64}["']?(?:secrets-manager|parameter-store)["']?:[ \t\r]*$/.test(line) ? indent : undefined;
		return true;
	});
	return kept.join("\n");
}
