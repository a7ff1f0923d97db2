import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { AmplifyApp, AmplifyBranch } from "../../../facts/resource-types";
import { type Handed, surface, variablesIn } from "../handed";

const INSTEAD =
	"Keep the value in Secrets Manager or in an SSM SecureString, and read it at run time, or with Amplify's own secrets; the build can write a variable into the pages.";

export const amplifyApp = surface(AmplifyApp, (app) => ofVariables(app.read("environmentVariables")));
export const amplifyBranch = surface(AmplifyBranch, (branch) => ofVariables(branch.read("environmentVariables")));

function ofVariables(variables: Reading): readonly Handed[] {
	return variables.isUnknown ? [{ how: "hidden", verdict: undetermined(variables) }] : variablesIn(variables, "the app", INSTEAD);
}
