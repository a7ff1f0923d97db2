import type * as pulumi from "@pulumi/pulumi";
import { branch, call, type Step, waitFor } from "./automation";

export interface SwitchTargets {
	/** ApplicationId and EnvironmentId. */
	readonly place: Readonly<Record<string, pulumi.Input<string>>>;
	readonly profileId: pulumi.Input<string>;
	readonly strategyId: pulumi.Input<string>;
	/** Numbers of the versions that are deployed. */
	readonly versions: Readonly<Record<"off" | "on", pulumi.Input<string>>>;
	/** Names of the alarms that the environment watches. */
	readonly alarms: readonly pulumi.Input<string>[];
}

const LOUD = "loud";
const WHICH = "which";

/** A deployment in one of these states is over. AWS AppConfig, API Reference: Deployment. */
const OVER = ["COMPLETE", "ROLLED_BACK", "REVERTED"];

/**
 * How the flag is switched whatever the alarms say and whatever is being deployed.
 *
 * AppConfig takes back every deployment while a watched alarm rings or has too little data, the switch's own as well, unless the alarm's
 * actions are disabled (AWS AppConfig, User Guide: Monitoring deployments for automatic rollback). So they are, for as long as it takes,
 * and enabled again however it ends.
 */
export function switchSteps(targets: SwitchTargets): readonly Step[] {
	const { alarms } = targets;
	return [
		{
			name: "quiet",
			description: "Keeps the alarms from taking back what is deployed now",
			...call("cloudwatch", "DisableAlarmActions", { AlarmNames: alarms }),
			// Where it fails, what follows may do so too, and then says so.
			onFailure: "step:latest",
			isCritical: false,
			nextStep: "latest",
		},
		...makeWay(targets),
		...deploy(targets, "off"),
		...deploy(targets, "on"),
		{
			name: LOUD,
			description: "Lets the alarms act again",
			...call("cloudwatch", "EnableAlarmActions", { AlarmNames: alarms }),
			maxAttempts: 5,
			isEnd: true,
		},
	];
}

/**
 * Ends a deployment that is under way, beside which none can start. One that bakes is stopped only with AllowRevert (AWS AppConfig, API
 * Reference: StopDeployment). Whatever fails here, the deployment itself tells whether it mattered.
 */
function makeWay({ place }: SwitchTargets): readonly Step[] {
	const onward = { onFailure: `step:${WHICH}`, isCritical: false } as const;
	const latest = { ...place, DeploymentNumber: "{{ latest.Number }}" };
	return [
		{
			name: "latest",
			description: "Looks for a deployment that is under way",
			...call("appconfig", "ListDeployments", { ...place, MaxResults: 1 }),
			outputs: [
				{ Name: "Number", Selector: "$.Items[0].DeploymentNumber", Type: "Integer" },
				{ Name: "State", Selector: "$.Items[0].State", Type: "String" },
			],
			...onward,
			nextStep: "isOneUnderWay",
		},
		{ name: "isOneUnderWay", ...branch("latest.State", { DEPLOYING: "stop", BAKING: "stop" }, "settled") },
		{
			name: "stop",
			description: "Stops it, whether it is being rolled out or bakes",
			...call("appconfig", "StopDeployment", { ...latest, AllowRevert: true }),
			onFailure: "step:stopRollout",
			isCritical: false,
			nextStep: "settled",
		},
		{
			name: "stopRollout",
			description: "Stops it as far as it is being rolled out, where AllowRevert is not known",
			...call("appconfig", "StopDeployment", latest),
			onFailure: "step:settled",
			isCritical: false,
			nextStep: "settled",
		},
		{
			name: "settled",
			description: "Waits until it is over",
			...waitFor("appconfig", "GetDeployment", latest, { at: "$.State", values: OVER }),
			timeoutSeconds: 300,
			...onward,
			nextStep: WHICH,
		},
		{ name: WHICH, ...branch("Enabled", { true: "deployOn" }, "deployOff") },
	];
}

/** Deploys a version and waits until everybody has it. */
function deploy({ place, profileId, strategyId, versions }: SwitchTargets, to: "off" | "on"): readonly Step[] {
	const [deploying, deployed] = to === "off" ? ["deployOff", "isOff"] : ["deployOn", "isOn"];
	const failing = { onFailure: `step:${LOUD}`, isCritical: true } as const;
	return [
		{
			name: deploying,
			...call("appconfig", "StartDeployment", {
				...place,
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
			description: `Waits until the flag is ${to} for everybody`,
			...waitFor(
				"appconfig",
				"GetDeployment",
				{ ...place, DeploymentNumber: `{{ ${deploying}.Number }}` },
				{ at: "$.State", values: ["COMPLETE"] },
			),
			timeoutSeconds: 300,
			...failing,
			nextStep: LOUD,
		},
	];
}
