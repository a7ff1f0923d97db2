import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { bodyOf } from "../dashboard/layout";
import { rowsOf } from "../dashboard/rows";
import type { Alarms } from "./alarms";
import type { ComponentContext } from "./component-context";

export interface MadeDashboard {
	readonly name: pulumi.Output<string>;
	/** Its URL in the AWS console. */
	readonly url: pulumi.Output<string>;
}

/** The dashboard: login success first, then the causes of failures. */
export function makeDashboard(context: ComponentContext, alarms: Alarms, apiId: pulumi.Input<string>): MadeDashboard {
	const { names, options, region } = context;
	const all = [...alarms.pagingAlarms.values(), ...alarms.byId.values()].map(({ arn }) => arn);
	const dashboard = new cloudwatch.Dashboard(
		context.name,
		{
			dashboardName: names.dashboard,
			dashboardBody: pulumi.jsonStringify(bodyOf(rowsOf({ options, names, alarms: all, apiId }), region)),
			...context.regional,
		},
		context.childOptions,
	);
	const { dashboardName } = dashboard;
	return {
		name: dashboardName,
		url: pulumi.interpolate`https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboardName}`,
	};
}
