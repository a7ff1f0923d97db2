import type * as appconfig from "@pulumi/aws/appconfig";
import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { Place } from "./place";
import { allow, assumedBy } from "./policy";
import { makeRole } from "./role";
import { switchSteps } from "./switch-steps";

export interface Switched {
	readonly application: appconfig.Application;
	readonly environment: appconfig.Environment;
	readonly profile: appconfig.ConfigurationProfile;
	/** What it deploys. */
	readonly versions: Readonly<Record<"off" | "on", appconfig.HostedConfigurationVersion>>;
	/** The strategy by which it is switched at once. */
	readonly emergency: appconfig.DeploymentStrategy;
	/** The alarms that the environment watches. */
	readonly watching: readonly cloudwatch.MetricAlarm[];
}

/**
 * The operator's switch: an Automation document that deploys one of the stack's two versions of the flag at once, whatever is being deployed
 * and whatever the alarms say. What it deploys is no part of the stack's state, so that no later update takes it back.
 */
export function makeSwitch(place: Place, switched: Switched): ssm.Document {
	const { name, names } = place;
	const { application, profile, environment, emergency, versions, watching } = switched;
	const { role } = makeRole(place, "switch", {
		assumeRolePolicy: assumedBy("ssm.amazonaws.com", place.accountId),
		may: mayOf(place, switched),
	});
	return new ssm.Document(
		`${name}-switch`,
		{
			name: names.switch,
			documentType: "Automation",
			documentFormat: "JSON",
			content: pulumi.jsonStringify({
				schemaVersion: "0.3",
				description: `Switches the flag "${place.options.rollback.flag}" for everybody at once.`,
				assumeRole: role.arn,
				parameters: {
					Enabled: { type: "String", description: "Whether the flag is to be on", allowedValues: ["false", "true"], default: "false" },
				},
				mainSteps: switchSteps({
					place: { ApplicationId: application.id, EnvironmentId: environment.environmentId },
					profileId: profile.configurationProfileId,
					strategyId: emergency.id,
					versions: { off: versions.off.versionNumber.apply(String), on: versions.on.versionNumber.apply(String) },
					alarms: watching.map((alarm) => alarm.name),
				}),
			}),
			...place.tagged,
		},
		place.child,
	);
}

function mayOf({ partition, region, accountId }: Place, { application, emergency, watching }: Switched) {
	const own = pulumi.interpolate`arn:${partition}:appconfig:${region}:${accountId}:application/${application.id}`;
	return [
		allow(
			["appconfig:StartDeployment", "appconfig:StopDeployment", "appconfig:ListDeployments", "appconfig:GetDeployment"],
			[own, pulumi.interpolate`${own}/*`, emergency.arn],
		),
		allow(
			["cloudwatch:DisableAlarmActions", "cloudwatch:EnableAlarmActions"],
			watching.map(({ arn }) => arn),
		),
	];
}
