import { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { parseJson } from "../../../engine/wire";
import { CodeBuildProject } from "../../../facts/resource-types";
import { type InjectedValue, workload } from "../injected-values";

const FIX = 'Set the variable\'s type to "SECRETS_MANAGER" or "PARAMETER_STORE", and its value to the name of the secret.';
const BUILDSPEC_FIX = "Reference the secret under env/secrets-manager or env/parameter-store of the buildspec.";

export const codeBuildProject = workload(CodeBuildProject, (project) => {
	const variables = project.read("environment").read("environmentVariables");
	const given: readonly InjectedValue[] = variables.isUnknown
		? [{ kind: "unknown", verdict: undetermined(variables) }]
		: variables.items.map((variable) => ofVariable(variable as Reading));
	return [...given, ...ofBuildspec(project.read("source") as Reading)];
});

function ofVariable(variable: Reading): InjectedValue {
	const type = variable.read("type").or("PLAINTEXT");
	const named = { name: variable.read("name"), value: variable.read("value") };
	if (variable.isUnknown) return { kind: "unknown", verdict: undetermined(variable) };
	if (type.isUnknown) return { kind: "unknown", name: named.name, verdict: undetermined(type) };
	return type.is("PLAINTEXT") ? { kind: "variable", ...named, recipient: "the build", fix: FIX } : { kind: "reference", ...named };
}

/** An inline buildspec; the path of a buildspec file is a text without secrets. */
function ofBuildspec(source: Reading): readonly InjectedValue[] {
	const buildspec = source.read("buildspec");
	if (buildspec.isAbsent) return [];
	const text = buildspec.text === undefined ? undefined : withoutReferences(buildspec.text);
	const value = text === undefined ? buildspec : new Reading(text, "buildspec", source);
	return [{ kind: "script", value, recipient: "the buildspec", fix: BUILDSPEC_FIX }];
}

/** The buildspec without the two sections that reference secrets. */
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
