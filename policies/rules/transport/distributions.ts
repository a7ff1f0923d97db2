import type { Input } from "@pulumi/pulumi";
import type { Resource } from "../../engine/resource";
import { notApplicable, undetermined, type Verdict } from "../../engine/verdict";

/** Why a distribution answers nobody; undefined where it is in service. */
export function unlessInService(distribution: Resource<{ enabled: Input<boolean> }>): Verdict | undefined {
	const enabled = distribution.read("enabled").or(true);
	if (enabled.isUnknown) return undetermined(enabled);
	return enabled.flag === false ? notApplicable("it is disabled and answers no requests") : undefined;
}
