import type { ParameterArgs } from "@pulumi/aws/ssm/parameter";
import { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";

/** The name of a parameter; by default Pulumi derives it from the resource's name. */
export function parameterName(parameter: Resource<ParameterArgs>): Reading {
	const given = parameter.read("name");
	return given.isAbsent ? new Reading(parameter.name, "name") : (given as Reading);
}

/** The value of a parameter, in one of three properties, including the write-only one. */
export function parameterValue(parameter: Resource<ParameterArgs>): Reading {
	const values = [parameter.read("value"), parameter.read("insecureValue"), parameter.read("valueWo")] as readonly Reading[];
	return values.find((each) => !each.isAbsent) ?? (values[0] as Reading);
}
