import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { AmplifyApp, AmplifyBranch } from "../../../facts/resource-types";
import { type InjectedValue, variablesIn, workload } from "../injected-values";

const FIX =
	"Store the value in Secrets Manager or in an SSM SecureString and read it at run time, or use Amplify secrets; the build may include variables in pages.";

export const amplifyApp = workload(AmplifyApp, (app) => [
	...ofVariables(app.read("environmentVariables")),
	...ofBuildSpec(app.read("buildSpec")),
]);
export const amplifyBranch = workload(AmplifyBranch, (branch) => ofVariables(branch.read("environmentVariables")));

function ofVariables(variables: Reading): readonly InjectedValue[] {
	return variables.isUnknown ? [{ kind: "unknown", verdict: undetermined(variables) }] : variablesIn(variables, "the app", FIX);
}

function ofBuildSpec(value: Reading): readonly InjectedValue[] {
	return value.isAbsent ? [] : [{ kind: "script", value, recipient: "the build specification", fix: FIX }];
}
