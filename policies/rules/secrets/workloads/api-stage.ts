import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { HttpStage, RestStage } from "../../../facts/resource-types";
import { type InjectedValue, variablesIn, workload } from "../injected-values";

const FIX =
	"Stage variables are displayed and logged in plain text: let the backend read the value from Secrets Manager or from an SSM SecureString.";

export const restStage = workload(RestStage, (stage) => ofVariables(stage.read("variables")));
export const httpStage = workload(HttpStage, (stage) => ofVariables(stage.read("stageVariables")));

function ofVariables(variables: Reading): readonly InjectedValue[] {
	return variables.isUnknown ? [{ kind: "unknown", verdict: undetermined(variables) }] : variablesIn(variables, "the API", FIX);
}
