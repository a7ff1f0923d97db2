import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { Place } from "../parts/place";

/** CloudWatch, API reference: PutCompositeAlarm. */
const MOST_CHILDREN = 100;

/**
 * One alarm that rings while any of others does, so that whoever is on call is woken once.
 *
 * @param page ARN of the topic that wakes somebody
 * @param runbook address of what to do
 */
export function makeComposite(
	place: Place,
	children: readonly cloudwatch.MetricAlarm[],
	page: pulumi.Output<string>,
	runbook: pulumi.Input<string>,
): cloudwatch.CompositeAlarm {
	if (children.length === 0 || children.length > MOST_CHILDREN) throw new Error(`a composite of ${children.length} alarms`);
	return new cloudwatch.CompositeAlarm(
		`${place.name}-page`,
		{
			alarmName: place.names.alarm("page"),
			alarmDescription: pulumi.interpolate`Something is wrong with logging in that cannot wait: one or more of the alarms behind it ring, and each says what it means. Runbook: ${runbook}`,
			alarmRule: pulumi.all(children.map(({ name }) => name)).apply((names) => names.map((name) => `ALARM("${name}")`).join(" OR ")),
			alarmActions: [page],
			okActions: [page],
			...place.tagged,
		},
		{ ...place.child, dependsOn: [...children] },
	);
}
