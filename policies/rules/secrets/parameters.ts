import type { ParameterArgs } from "@pulumi/aws/ssm/parameter";
import { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";

/** A parameter's name; where none is given, Pulumi makes one of the resource's own. */
export function parameterName(parameter: Resource<ParameterArgs>): Reading {
	const given = parameter.read("name");
	return given.isAbsent ? new Reading(parameter.name, "name") : (given as Reading);
}

/** What a parameter holds, under whichever of its three properties; a value that is only written and never read back counts too. */
export function parameterValue(parameter: Resource<ParameterArgs>): Reading {
	const values = [parameter.read("value"), parameter.read("insecureValue"), parameter.read("valueWo")] as readonly Reading[];
	return values.find((each) => !each.isAbsent) ?? (values[0] as Reading);
}
