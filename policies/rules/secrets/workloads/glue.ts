import { undetermined } from "../../../engine/verdict";
import { GlueJob } from "../../../facts/resource-types";
import { variablesIn, workload } from "../injected-values";

const FIX = "Store the value in Secrets Manager, pass the secret's ARN to the job, or use a Glue connection that references the secret.";

export const glueJob = workload(GlueJob, (job) => {
	const given = job.read("defaultArguments");
	return given.isUnknown ? [{ kind: "unknown", verdict: undetermined(given) }] : variablesIn(given, "the job", FIX);
});
