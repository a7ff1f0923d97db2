import { unknown } from "../../../engine/verdict";
import { CodeBuildProject } from "../../../facts/kinds";
import { type Handed, surface } from "../handed";

const INSTEAD = 'Give the variable type "SECRETS_MANAGER" or "PARAMETER_STORE", and the name of the secret as its value.';

export const codeBuildProject = surface(CodeBuildProject, (project) => {
	const variables = project.read("environment").read("environmentVariables");
	if (variables.isUnknown) return [{ how: "hidden", verdict: unknown(variables) }];
	return variables.items.map((variable): Handed => {
		const type = variable.read("type").or("PLAINTEXT");
		const named = { name: variable.read("name"), value: variable.read("value") };
		if (variable.isUnknown) return { how: "hidden", verdict: unknown(variable) };
		if (type.isUnknown) return { how: "hidden", name: named.name, verdict: unknown(type) };
		return type.is("PLAINTEXT") ? { how: "variable", ...named, to: "the build", instead: INSTEAD } : { how: "pointer", ...named };
	});
});
