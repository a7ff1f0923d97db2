import { undetermined } from "../../../engine/verdict";
import { LambdaFunction } from "../../../facts/resource-types";
import { variablesIn, workload } from "../injected-values";

const FIX =
	"Store the value in Secrets Manager, pass the secret's ARN to the function, and read it at startup (AWS Parameters and Secrets Lambda Extension).";

export const lambdaFunction = workload(LambdaFunction, (lambda) => {
	const variables = lambda.read("environment").read("variables");
	return variables.isUnknown ? [{ kind: "unknown", verdict: undetermined(variables) }] : variablesIn(variables, "the function", FIX);
});
