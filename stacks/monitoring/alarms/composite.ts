import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { Place } from "../parts/place";
import type { Page, Theme } from "./catalog";

/** CloudWatch, API reference: PutCompositeAlarm. */
const MOST_CHILDREN = 100;

const WRONG_WITH: Readonly<Record<Theme, string>> = {
	logins: "logging in",
	webhooks: "the way of webhooks",
	machinery: "what counts logins and events, so that other alarms may say nothing",
	application: "what the application does with logins",
};

/**
 * One alarm that rings while any of a theme's does, so that whoever is on call is woken once for each.
 *
 * @param page ARN of the topic that wakes somebody
 * @param runbook address of what to do
 */
export function makeComposite(
	place: Place,
	{ id, theme }: Pick<Page, "id" | "theme">,
	children: readonly cloudwatch.MetricAlarm[],
	page: pulumi.Output<string>,
	runbook: pulumi.Input<string>,
): cloudwatch.CompositeAlarm {
	if (children.length === 0 || children.length > MOST_CHILDREN) throw new Error(`a composite of ${children.length} alarms`);
	return new cloudwatch.CompositeAlarm(
		`${place.name}-${id}`,
		{
			alarmName: place.names.alarm(id),
			alarmDescription: pulumi.interpolate`Something cannot wait that is wrong with ${WRONG_WITH[theme]}: one or more of the alarms behind it ring, and each says what it means. Runbook: ${runbook}`,
			alarmRule: pulumi.all(children.map(({ name }) => name)).apply((names) => names.map((name) => `ALARM("${name}")`).join(" OR ")),
			alarmActions: [page],
			okActions: [page],
			...place.tagged,
		},
		{ ...place.child, dependsOn: [...children] },
	);
}
