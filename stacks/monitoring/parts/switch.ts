import type * as appconfig from "@pulumi/aws/appconfig";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { flagDocument } from "./flag";
import type { Place } from "./place";
import { allow, assumedBy } from "./policy";
import { makeRole } from "./role";

export interface Switched {
	readonly application: appconfig.Application;
	readonly environment: appconfig.Environment;
	readonly profile: appconfig.ConfigurationProfile;
	/** The strategy by which it is switched at once. */
	readonly emergency: appconfig.DeploymentStrategy;
}

/**
 * The operator's switch: an Automation document that makes a version of the flag and deploys it at once, whatever is being deployed. It is no
 * part of the stack's state, so that no later update takes it back.
 */
export function makeSwitch(place: Place, switched: Switched): ssm.Document {
	const { name, names, partition, region, accountId } = place;
	const { application, profile, environment, emergency } = switched;
	const own = pulumi.interpolate`arn:${partition}:appconfig:${region}:${accountId}:application/${application.id}`;
	const { role } = makeRole(place, "switch", {
		assumeRolePolicy: assumedBy("ssm.amazonaws.com", accountId),
		may: [
			allow(
				[
					"appconfig:CreateHostedConfigurationVersion",
					"appconfig:StartDeployment",
					"appconfig:StopDeployment",
					"appconfig:ListDeployments",
					"appconfig:GetDeployment",
				],
				[own, pulumi.interpolate`${own}/*`, emergency.arn],
			),
		],
	});
	const ids = { ApplicationId: application.id, EnvironmentId: environment.environmentId };
	const profileId = profile.configurationProfileId;
	const versionLabel = "switch-{{ automation:EXECUTION_ID }}";
	const content = flagDocument(place.options.rollback.flag, false).replace('"enabled":false', '"enabled":{{ Enabled }}');
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
				mainSteps: [
					{
						name: "latest",
						description: "Looks for a deployment that is under way, beside which none can start",
						action: "aws:executeAwsApi",
						inputs: { Service: "appconfig", Api: "ListDeployments", ...ids, MaxResults: 1 },
						outputs: [
							{ Name: "Number", Selector: "$.Items[0].DeploymentNumber", Type: "Integer" },
							{ Name: "State", Selector: "$.Items[0].State", Type: "String" },
						],
					},
					{
						name: "isOneUnderWay",
						action: "aws:branch",
						inputs: {
							Choices: ["DEPLOYING", "BAKING"].map((state) => ({ Variable: "{{ latest.State }}", StringEquals: state, NextStep: "stop" })),
							Default: "make",
						},
					},
					{
						name: "stop",
						action: "aws:executeAwsApi",
						inputs: { Service: "appconfig", Api: "StopDeployment", ...ids, DeploymentNumber: "{{ latest.Number }}" },
						onFailure: "Continue",
						nextStep: "make",
					},
					{
						name: "make",
						action: "aws:executeAwsApi",
						inputs: {
							Service: "appconfig",
							Api: "CreateHostedConfigurationVersion",
							ApplicationId: application.id,
							ConfigurationProfileId: profileId,
							ContentType: "application/json",
							Content: content,
							VersionLabel: versionLabel,
						},
					},
					{
						name: "deploy",
						action: "aws:executeAwsApi",
						inputs: {
							Service: "appconfig",
							Api: "StartDeployment",
							...ids,
							ConfigurationProfileId: profileId,
							ConfigurationVersion: versionLabel,
							DeploymentStrategyId: emergency.id,
						},
						isEnd: true,
					},
				],
			}),
			...place.tagged,
		},
		place.child,
	);
}
