import type * as pulumi from "@pulumi/pulumi";
import { branch, call, type Step, waitUntil } from "./automation";

export interface SwitchTargets {
	/** ApplicationId and EnvironmentId. */
	readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
	readonly profileId: pulumi.Input<string>;
	readonly strategyId: pulumi.Input<string>;
	/** Version numbers to deploy. */
	readonly versions: Readonly<Record<"off" | "on", pulumi.Input<string>>>;
	/** Names of the alarms that the AppConfig environment monitors. */
	readonly alarms: readonly pulumi.Input<string>[];
}

const ENABLE_ALARMS = "enableAlarms";
const CHOOSE_VERSION = "chooseVersion";

/** Final states of a deployment. AWS AppConfig, API Reference: Deployment. */
const FINAL_STATES = ["COMPLETE", "ROLLED_BACK", "REVERTED"];

/**
 * The steps that switch the flag, regardless of alarm states and running deployments.
 *
 * AppConfig rolls back every deployment, the switch's included, while a monitored alarm is in ALARM or has insufficient data, unless the alarm's actions are
 * disabled (AWS AppConfig, User Guide: Monitoring deployments for automatic rollback). The steps disable them for the duration, and enable them again with any
 * outcome.
 */
export function switchSteps(targets: SwitchTargets): readonly Step[] {
	const { alarms } = targets;
	return [
		{
			name: "disableAlarms",
			description: "Disables alarm actions, so that they do not roll back this deployment",
			...call("cloudwatch", "DisableAlarmActions", { AlarmNames: alarms }),
			// If it fails, a later step may fail too, and reports it.
			onFailure: "step:latestDeployment",
			isCritical: false,
			nextStep: "latestDeployment",
		},
		...stopRunningDeployment(targets),
		...deploy(targets, "off"),
		...deploy(targets, "on"),
		{
			name: ENABLE_ALARMS,
			description: "Enables alarm actions again",
			...call("cloudwatch", "EnableAlarmActions", { AlarmNames: alarms }),
			maxAttempts: 5,
			isEnd: true,
		},
	];
}

/**
 * Stops a running deployment, because AppConfig runs one at a time. In its bake time it can be stopped only with AllowRevert (AWS AppConfig, API Reference:
 * StopDeployment). Failures here are ignored: the following deployment fails if they matter.
 */
function stopRunningDeployment({ environment }: SwitchTargets): readonly Step[] {
	const continueOnFailure = { onFailure: `step:${CHOOSE_VERSION}`, isCritical: false } as const;
	const latest = { ...environment, DeploymentNumber: "{{ latestDeployment.Number }}" };
	return [
		{
			name: "latestDeployment",
			description: "Finds the latest deployment",
			...call("appconfig", "ListDeployments", { ...environment, MaxResults: 1 }),
			outputs: [
				{ Name: "Number", Selector: "$.Items[0].DeploymentNumber", Type: "Integer" },
				{ Name: "State", Selector: "$.Items[0].State", Type: "String" },
			],
			...continueOnFailure,
			nextStep: "isDeploymentRunning",
		},
		{ name: "isDeploymentRunning", ...branch("latestDeployment.State", { DEPLOYING: "stop", BAKING: "stop" }, "waitForEnd") },
		{
			name: "stop",
			description: "Stops it, also in its bake time",
			...call("appconfig", "StopDeployment", { ...latest, AllowRevert: true }),
			onFailure: "step:stopRollout",
			isCritical: false,
			nextStep: "waitForEnd",
		},
		{
			name: "stopRollout",
			description: "Stops it without AllowRevert, if that parameter is not supported",
			...call("appconfig", "StopDeployment", latest),
			onFailure: "step:waitForEnd",
			isCritical: false,
			nextStep: "waitForEnd",
		},
		{
			name: "waitForEnd",
			description: "Waits until it has ended",
			...waitUntil("appconfig", "GetDeployment", latest, { at: "$.State", values: FINAL_STATES }),
			timeoutSeconds: 300,
			...continueOnFailure,
			nextStep: CHOOSE_VERSION,
		},
		{ name: CHOOSE_VERSION, ...branch("Enabled", { true: "deployOn" }, "deployOff") },
	];
}

/** Deploys a version and waits until the deployment is complete. */
function deploy({ environment, profileId, strategyId, versions }: SwitchTargets, to: "off" | "on"): readonly Step[] {
	const [deploying, deployed] = to === "off" ? ["deployOff", "isOff"] : ["deployOn", "isOn"];
	const failing = { onFailure: `step:${ENABLE_ALARMS}`, isCritical: true } as const;
	return [
		{
			name: deploying,
			...call("appconfig", "StartDeployment", {
				...environment,
				ConfigurationProfileId: profileId,
				ConfigurationVersion: versions[to],
				DeploymentStrategyId: strategyId,
			}),
			outputs: [{ Name: "Number", Selector: "$.DeploymentNumber", Type: "Integer" }],
			maxAttempts: 5,
			...failing,
			nextStep: deployed,
		},
		{
			name: deployed,
			description: `Waits until the flag is ${to} for all users`,
			...waitUntil(
				"appconfig",
				"GetDeployment",
				{ ...environment, DeploymentNumber: `{{ ${deploying}.Number }}` },
				{ at: "$.State", values: ["COMPLETE"] },
			),
			timeoutSeconds: 300,
			...failing,
			nextStep: ENABLE_ALARMS,
		},
	];
}
