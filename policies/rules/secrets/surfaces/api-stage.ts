import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { HttpStage, RestStage } from "../../../facts/resource-types";
import { type Handed, surface, variablesIn } from "../handed";

const INSTEAD =
	"Stage variables are shown and logged in plain text: let what is behind the stage read the value from Secrets Manager or from an SSM SecureString.";

export const restStage = surface(RestStage, (stage) => ofVariables(stage.read("variables")));
export const httpStage = surface(HttpStage, (stage) => ofVariables(stage.read("stageVariables")));

function ofVariables(variables: Reading): readonly Handed[] {
	return variables.isUnknown ? [{ how: "hidden", verdict: undetermined(variables) }] : variablesIn(variables, "the API", INSTEAD);
}
