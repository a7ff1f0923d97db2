import * as pulumi from "@pulumi/pulumi";
import type { Place } from "./place";

/** Where to read what to do about an alarm: in the team's own runbook, or in the SSM document of this monitoring. */
export function runbookLink({ options, region, names }: Place): (id: string) => pulumi.Output<string> {
	const { runbookUrl } = options;
	if (runbookUrl) return (id) => pulumi.output(runbookUrl.includes("#") ? runbookUrl : `${runbookUrl}#${id}`);
	const page = pulumi.interpolate`https://${region}.console.aws.amazon.com/systems-manager/documents/${names.runbook}/description?region=${region}`;
	return () => page;
}
