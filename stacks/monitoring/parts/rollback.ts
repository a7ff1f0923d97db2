import * as appconfig from "@pulumi/aws/appconfig";
import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { ROLLS_BACK } from "../alarms/ids";
import type { Alarms } from "./alarms";
import { type Keys, useOf } from "./encryption";
import { flagDocument } from "./flag";
import type { Place } from "./place";
import { allow, assumedBy } from "./policy";
import { makeRole } from "./role";
import { makeSwitch } from "./switch";
import type { Topics } from "./topics";

export interface Rollback {
	readonly applicationId: pulumi.Output<string>;
	readonly environmentId: pulumi.Output<string>;
	readonly profileId: pulumi.Output<string>;
	/** The strategy by which the flag is rolled out step by step. */
	readonly gradualStrategyId: pulumi.Output<string>;
	readonly emergencyStrategyId: pulumi.Output<string>;
	/** Name of the Automation document that switches the flag. */
	readonly switchDocument: pulumi.Output<string>;
	readonly flag: string;
}

/**
 * A feature flag that AppConfig takes back by itself when logins fail while it is rolled out.
 *
 * The stack makes two versions of it, off and on, and deploys the one that is off once. What operators deploy later is not the stack's: no
 * content is compared again, so that no update undoes it. That first deployment may be taken back, as long as the new alarms have no data; an
 * application has to take a flag as off that AppConfig does not tell.
 */
export function makeRollback(place: Place, alarms: Alarms, topics: Topics, keys: Keys): Rollback {
	const { name, tagged, child } = place;
	const { flag } = place.options.rollback;
	const application = new appconfig.Application(
		`${name}-flags`,
		{ name, description: "Flags by which ways of logging in are rolled out and back", ...tagged },
		child,
	);
	const watching = ROLLS_BACK.flatMap((id) => alarms.byId.get(id) ?? []);
	const monitoring = monitorsOf(place, watching);
	const environment = new appconfig.Environment(
		`${name}-flags`,
		{ applicationId: application.id, name: "production", monitors: monitoring.monitors, ...tagged },
		{ ...child, dependsOn: [...monitoring.ready] },
	);
	const profile = new appconfig.ConfigurationProfile(
		`${name}-flags`,
		{ applicationId: application.id, name: "login", locationUri: "hosted", type: "AWS.AppConfig.FeatureFlags", ...tagged },
		child,
	);
	const versions = makeVersions(place, application, profile);
	const gradual = strategy(place, "gradual", { minutes: 10, growth: 20, bake: 30 });
	const emergency = strategy(place, "emergency", { minutes: 0, growth: 100, bake: 0 });
	new appconfig.Deployment(
		`${name}-flags`,
		{
			applicationId: application.id,
			environmentId: environment.environmentId,
			configurationProfileId: profile.configurationProfileId,
			configurationVersion: versions.off.versionNumber.apply(String),
			deploymentStrategyId: emergency.id,
			description: "The first version",
			...tagged,
		},
		{ ...child, ignoreChanges: ["configurationVersion", "deploymentStrategyId"], dependsOn: [...monitoring.ready] },
	);
	tellOfRollbacks(place, environment, topics, keys);
	const document = makeSwitch(place, { application, environment, profile, versions, emergency, watching });
	return {
		applicationId: application.id,
		environmentId: environment.environmentId,
		profileId: profile.configurationProfileId,
		gradualStrategyId: gradual.id,
		emergencyStrategyId: emergency.id,
		switchDocument: document.name,
		flag,
	};
}

/** The flag off and on. AppConfig counts versions, so that one is made after the other for their numbers to be always the same. */
function makeVersions(place: Place, application: appconfig.Application, profile: appconfig.ConfigurationProfile) {
	const make = (which: "off" | "on", after: readonly pulumi.Resource[]) =>
		new appconfig.HostedConfigurationVersion(
			`${place.name}-flag-${which}`,
			{
				applicationId: application.id,
				configurationProfileId: profile.configurationProfileId,
				contentType: "application/json",
				content: flagDocument(place.options.rollback.flag, which === "on"),
				description: `The flag is ${which}`,
				...place.here,
			},
			{ ...place.child, ignoreChanges: ["content"], dependsOn: [...after] },
		);
	const off = make("off", []);
	return { off, on: make("on", [off]) };
}

/** Monitors hold while a flag is rolled out and until it is baked; AppConfig asks with this role how the alarms stand. */
function monitorsOf(place: Place, watching: readonly cloudwatch.MetricAlarm[]) {
	const { role, ready } = makeRole(place, "flags-monitor", {
		assumeRolePolicy: assumedBy("appconfig.amazonaws.com", place.accountId),
		may: [allow(["cloudwatch:DescribeAlarms"], "*")],
	});
	return { monitors: watching.map(({ arn }) => ({ alarmArn: arn, alarmRoleArn: role.arn })), ready };
}

interface Pace {
	readonly minutes: number;
	/** Percent that each step adds. */
	readonly growth: number;
	/** Minutes after the last step in which an alarm still takes it back. */
	readonly bake: number;
}

function strategy(place: Place, of: string, { minutes, growth, bake }: Pace): appconfig.DeploymentStrategy {
	return new appconfig.DeploymentStrategy(
		`${place.name}-${of}`,
		{
			name: `${place.name}-${of}`,
			deploymentDurationInMinutes: minutes,
			growthFactor: growth,
			growthType: "LINEAR",
			finalBakeTimeInMinutes: bake,
			replicateTo: "NONE",
			...place.tagged,
		},
		place.child,
	);
}

/**
 * Says on the notify topic that a flag was taken back. A topic that is given and encrypted with another key than the monitoring's hears it
 * only where that key's own policy lets this role use it.
 */
function tellOfRollbacks(place: Place, environment: appconfig.Environment, topics: Topics, keys: Keys): void {
	const { role, ready } = makeRole(place, "flags-notice", {
		assumeRolePolicy: assumedBy("appconfig.amazonaws.com", place.accountId),
		may: [allow(["sns:Publish"], topics.notify), useOf(keys)],
	});
	const extension = new appconfig.Extension(
		`${place.name}-rolled-back`,
		{
			name: `${place.name}-rolled-back`,
			description: "Tells that a flag was taken back",
			actionPoints: [{ point: "ON_DEPLOYMENT_ROLLED_BACK", actions: [{ name: "notify", uri: topics.notify, roleArn: role.arn }] }],
			...place.tagged,
		},
		place.child,
	);
	new appconfig.ExtensionAssociation(
		`${place.name}-rolled-back`,
		{ extensionArn: extension.arn, resourceArn: environment.arn, ...place.here },
		{ ...place.child, dependsOn: [...ready] },
	);
}
