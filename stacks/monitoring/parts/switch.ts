import type * as appconfig from "@pulumi/aws/appconfig";
import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "./component-context";
import { allow, assumedBy } from "./policy";
import { makeRole } from "./role";
import { switchSteps } from "./switch-steps";

export interface SwitchDetails {
	readonly application: appconfig.Application;
	readonly environment: appconfig.Environment;
	readonly profile: appconfig.ConfigurationProfile;
	/** The versions that it deploys. */
	readonly versions: Readonly<Record<"off" | "on", appconfig.HostedConfigurationVersion>>;
	/** The deployment strategy for immediate switching. */
	readonly emergency: appconfig.DeploymentStrategy;
	/** The alarms that the AppConfig environment monitors. */
	readonly monitors: readonly cloudwatch.MetricAlarm[];
}

/**
 * The operators' switch: an Automation document that immediately deploys one of the stack's two versions of the flag, regardless of running deployments and
 * alarm states. Its deployments are not part of the stack's state, so that no later update reverts them.
 */
export function makeSwitch(context: ComponentContext, switched: SwitchDetails): ssm.Document {
	const { name, names } = context;
	const { application, profile, environment, emergency, versions, monitors } = switched;
	const { role } = makeRole(context, "switch", {
		assumeRolePolicy: assumedBy("ssm.amazonaws.com", context.accountId),
		permissions: mayOf(context, switched),
	});
	return new ssm.Document(
		`${name}-switch`,
		{
			name: names.switch,
			documentType: "Automation",
			documentFormat: "JSON",
			content: pulumi.jsonStringify({
				schemaVersion: "0.3",
				description: `Immediately switches the flag "${context.options.rollback.flag}" for all users.`,
				assumeRole: role.arn,
				parameters: {
					Enabled: { type: "String", description: "Whether to switch the flag on", allowedValues: ["false", "true"], default: "false" },
				},
				mainSteps: switchSteps({
					environment: { ApplicationId: application.id, EnvironmentId: environment.environmentId },
					profileId: profile.configurationProfileId,
					strategyId: emergency.id,
					versions: { off: versions.off.versionNumber.apply(String), on: versions.on.versionNumber.apply(String) },
					alarms: monitors.map((alarm) => alarm.name),
				}),
			}),
			...context.regionalTagged,
		},
		context.childOptions,
	);
}

function mayOf({ partition, region, accountId }: ComponentContext, { application, emergency, monitors }: SwitchDetails) {
	const own = pulumi.interpolate`arn:${partition}:appconfig:${region}:${accountId}:application/${application.id}`;
	return [
		allow(
			["appconfig:StartDeployment", "appconfig:StopDeployment", "appconfig:ListDeployments", "appconfig:GetDeployment"],
			[own, pulumi.interpolate`${own}/*`, emergency.arn],
		),
		allow(
			["cloudwatch:DisableAlarmActions", "cloudwatch:EnableAlarmActions"],
			monitors.map(({ arn }) => arn),
		),
	];
}
