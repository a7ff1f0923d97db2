import * as appconfig from "@pulumi/aws/appconfig";
import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { ROLLBACK_ALARMS } from "../alarms/ids";
import type { Alarms } from "./alarms";
import type { ComponentContext } from "./component-context";
import { allowUseOf, type Keys } from "./encryption";
import { flagDocument } from "./flag";
import { allow, assumedBy } from "./policy";
import { makeRole } from "./role";
import { makeSwitch } from "./switch";
import type { Topics } from "./topics";

export interface Rollback {
	readonly applicationId: pulumi.Output<string>;
	readonly environmentId: pulumi.Output<string>;
	readonly profileId: pulumi.Output<string>;
	/** The deployment strategy for a gradual rollout. */
	readonly gradualStrategyId: pulumi.Output<string>;
	readonly emergencyStrategyId: pulumi.Output<string>;
	/** Name of the Automation document that switches the flag. */
	readonly switchDocument: pulumi.Output<string>;
	readonly flag: string;
}

/**
 * A feature flag that AppConfig rolls back automatically if logins fail during its rollout.
 *
 * The stack creates two versions, off and on, and deploys the off version once. Later deployments are the operators': the stack ignores changes, so that no
 * update reverts them. The first deployment may be rolled back while the new alarms have no data; applications must treat a missing flag as off.
 */
export function makeRollback(context: ComponentContext, alarms: Alarms, topics: Topics, keys: Keys): Rollback {
	const { name, regionalTagged, childOptions } = context;
	const { flag } = context.options.rollback;
	const application = new appconfig.Application(
		`${name}-flags`,
		{ name, description: "Feature flags for the rollout of login methods", ...regionalTagged },
		childOptions,
	);
	const alarmsToMonitor = ROLLBACK_ALARMS.flatMap((id) => alarms.byId.get(id) ?? []);
	const monitoring = monitorsOf(context, alarmsToMonitor);
	const environment = new appconfig.Environment(
		`${name}-flags`,
		{ applicationId: application.id, name: "production", monitors: monitoring.monitors, ...regionalTagged },
		{ ...childOptions, dependsOn: [...monitoring.ready] },
	);
	const profile = new appconfig.ConfigurationProfile(
		`${name}-flags`,
		{ applicationId: application.id, name: "login", locationUri: "hosted", type: "AWS.AppConfig.FeatureFlags", ...regionalTagged },
		childOptions,
	);
	const versions = makeVersions(context, application, profile);
	const gradual = strategy(context, "gradual", { minutes: 10, growth: 20, bake: 30 });
	const emergency = strategy(context, "emergency", { minutes: 0, growth: 100, bake: 0 });
	new appconfig.Deployment(
		`${name}-flags`,
		{
			applicationId: application.id,
			environmentId: environment.environmentId,
			configurationProfileId: profile.configurationProfileId,
			configurationVersion: versions.off.versionNumber.apply(String),
			deploymentStrategyId: emergency.id,
			description: "Initial version",
			...regionalTagged,
		},
		{ ...childOptions, ignoreChanges: ["configurationVersion", "deploymentStrategyId"], dependsOn: [...monitoring.ready] },
	);
	notifyOfRollbacks(context, environment, topics, keys);
	const document = makeSwitch(context, { application, environment, profile, versions, emergency, monitors: alarmsToMonitor });
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

/** The flag off and on. Created in sequence, because AppConfig numbers versions in the order of creation. */
function makeVersions(context: ComponentContext, application: appconfig.Application, profile: appconfig.ConfigurationProfile) {
	const make = (which: "off" | "on", after: readonly pulumi.Resource[]) =>
		new appconfig.HostedConfigurationVersion(
			`${context.name}-flag-${which}`,
			{
				applicationId: application.id,
				configurationProfileId: profile.configurationProfileId,
				contentType: "application/json",
				content: flagDocument(context.options.rollback.flag, which === "on"),
				description: `Flag ${which}`,
				...context.regional,
			},
			{ ...context.childOptions, ignoreChanges: ["content"], dependsOn: [...after] },
		);
	const off = make("off", []);
	return { off, on: make("on", [off]) };
}

/** Monitors apply during a rollout and its bake time; AppConfig reads the alarm states with this role. */
function monitorsOf(context: ComponentContext, alarms: readonly cloudwatch.MetricAlarm[]) {
	const { role, ready } = makeRole(context, "flags-monitor", {
		assumeRolePolicy: assumedBy("appconfig.amazonaws.com", context.accountId),
		permissions: [allow(["cloudwatch:DescribeAlarms"], "*")],
	});
	return { monitors: alarms.map(({ arn }) => ({ alarmArn: arn, alarmRoleArn: role.arn })), ready };
}

interface StrategyDetails {
	readonly minutes: number;
	/** Percentage added with each step. */
	readonly growth: number;
	/** Minutes after the last step in which an alarm still rolls back. */
	readonly bake: number;
}

function strategy(context: ComponentContext, of: string, { minutes, growth, bake }: StrategyDetails): appconfig.DeploymentStrategy {
	return new appconfig.DeploymentStrategy(
		`${context.name}-${of}`,
		{
			name: `${context.name}-${of}`,
			deploymentDurationInMinutes: minutes,
			growthFactor: growth,
			growthType: "LINEAR",
			finalBakeTimeInMinutes: bake,
			replicateTo: "NONE",
			...context.regionalTagged,
		},
		context.childOptions,
	);
}

/**
 * Publishes rollbacks to the notify topic. If an existing topic is encrypted with another key, that key's policy must allow this role.
 */
function notifyOfRollbacks(context: ComponentContext, environment: appconfig.Environment, topics: Topics, keys: Keys): void {
	const { role, ready } = makeRole(context, "flags-notify", {
		assumeRolePolicy: assumedBy("appconfig.amazonaws.com", context.accountId),
		permissions: [allow(["sns:Publish"], topics.notify), allowUseOf(keys)],
	});
	const extension = new appconfig.Extension(
		`${context.name}-rolled-back`,
		{
			name: `${context.name}-rolled-back`,
			description: "Publishes that a flag was rolled back",
			actionPoints: [{ point: "ON_DEPLOYMENT_ROLLED_BACK", actions: [{ name: "notify", uri: topics.notify, roleArn: role.arn }] }],
			...context.regionalTagged,
		},
		context.childOptions,
	);
	new appconfig.ExtensionAssociation(
		`${context.name}-rolled-back`,
		{ extensionArn: extension.arn, resourceArn: environment.arn, ...context.regional },
		{ ...context.childOptions, dependsOn: [...ready] },
	);
}
