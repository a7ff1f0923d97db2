import { undetermined } from "../../../engine/verdict";
import { LambdaFunction } from "../../../facts/resource-types";
import { surface, variablesIn } from "../handed";

const INSTEAD =
	"Keep the value in Secrets Manager, give the function the secret's ARN, and read it at start (AWS Parameters and Secrets Lambda Extension).";

export const lambdaFunction = surface(LambdaFunction, (lambda) => {
	const variables = lambda.read("environment").read("variables");
	return variables.isUnknown ? [{ how: "hidden", verdict: undetermined(variables) }] : variablesIn(variables, "the function", INSTEAD);
});
