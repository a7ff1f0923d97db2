import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "./component-context";

/** URL of an alarm's runbook: the team's own, or the SSM document. */
export function runbookLink({ options, region, names }: ComponentContext): (id: string) => pulumi.Output<string> {
	const { runbookUrl } = options;
	if (runbookUrl) return (id) => pulumi.output(runbookUrl.includes("#") ? runbookUrl : `${runbookUrl}#${id}`);
	const page = pulumi.interpolate`https://${region}.console.aws.amazon.com/systems-manager/documents/${names.runbook}/description?region=${region}`;
	return () => page;
}
