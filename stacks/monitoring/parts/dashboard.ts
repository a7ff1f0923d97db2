import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { bodyOf } from "../dashboard/layout";
import { rowsOf } from "../dashboard/rows";
import type { Alarms } from "./alarms";
import type { Place } from "./place";

export interface MadeDashboard {
	readonly name: pulumi.Output<string>;
	/** Address of it in AWS's console. */
	readonly url: pulumi.Output<string>;
}

/** The dashboard on which the first row says whether people get in, and the next ones why not. */
export function makeDashboard(place: Place, alarms: Alarms, apiId: pulumi.Input<string>): MadeDashboard {
	const { names, options, region } = place;
	const all = [...alarms.pages.values(), ...alarms.byId.values()].map(({ arn }) => arn);
	const dashboard = new cloudwatch.Dashboard(
		place.name,
		{
			dashboardName: names.dashboard,
			dashboardBody: pulumi.jsonStringify(bodyOf(rowsOf({ options, names, alarms: all, apiId }), region)),
			...place.here,
		},
		place.child,
	);
	const { dashboardName } = dashboard;
	return {
		name: dashboardName,
		url: pulumi.interpolate`https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboardName}`,
	};
}
