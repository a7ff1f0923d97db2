import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../parts/component-context";
import type { AlarmGroup, PagingAlarm } from "./catalog";

/** CloudWatch, API reference: PutCompositeAlarm. */
const MAX_CHILDREN = 100;

const SUBJECT: Readonly<Record<AlarmGroup, string>> = {
	logins: "logins",
	webhooks: "webhook delivery",
	pipeline: "the metrics pipeline (other alarms may lack data)",
	application: "the application's sessions and sign-ups",
};

/**
 * A composite alarm in ALARM while any alarm of the group is, so that the on-call engineer is paged once per group.
 *
 * @param pageTopicArn topic of the paging alarms
 * @param runbook URL of the runbook
 */
export function makeComposite(
	context: ComponentContext,
	{ id, group }: Pick<PagingAlarm, "id" | "group">,
	children: readonly cloudwatch.MetricAlarm[],
	pageTopicArn: pulumi.Output<string>,
	runbook: pulumi.Input<string>,
): cloudwatch.CompositeAlarm {
	if (children.length === 0 || children.length > MAX_CHILDREN) throw new Error(`a composite alarm of ${children.length} alarms`);
	return new cloudwatch.CompositeAlarm(
		`${context.name}-${id}`,
		{
			alarmName: context.names.alarm(id),
			alarmDescription: pulumi.interpolate`One or more paging alarms for ${SUBJECT[group]} are in ALARM. Runbook: ${runbook}`,
			alarmRule: pulumi.all(children.map(({ name }) => name)).apply((names) => names.map((name) => `ALARM("${name}")`).join(" OR ")),
			alarmActions: [pageTopicArn],
			okActions: [pageTopicArn],
			...context.regionalTagged,
		},
		{ ...context.childOptions, dependsOn: [...children] },
	);
}
