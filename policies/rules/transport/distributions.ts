import type { Input } from "@pulumi/pulumi";
import type { Resource } from "../../engine/resource";
import { notApplicable, undetermined, type Verdict } from "../../engine/verdict";

/** Not applicable for a disabled distribution; undefined for an enabled one. */
export function whyDisabled(distribution: Resource<{ enabled: Input<boolean> }>): Verdict | undefined {
	const enabled = distribution.read("enabled").or(true);
	if (enabled.isUnknown) return undetermined(enabled);
	return enabled.flag === false ? notApplicable("it is disabled") : undefined;
}
