import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { LogSource } from "../options";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";

export interface LogGroupReference {
	readonly name: pulumi.Output<string>;
	readonly arn: pulumi.Output<string>;
}

/** A source's log group: an existing one from the options, or a new one with retention, encryption and masking. */
export function logGroupOf(context: ComponentContext, source: LogSource, keys: Keys): LogGroupReference {
	const group = existing(context, source) ?? makeGroup(context, source, keys);
	context.logGroups.set(source, group.name);
	return group;
}

function existing(context: ComponentContext, source: LogSource): LogGroupReference | undefined {
	const given = context.options.logGroups[source];
	if (given === undefined) return undefined;
	const { partition, region, accountId } = context;
	return { name: pulumi.output(given), arn: pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:log-group:${given}` };
}

function makeGroup(context: ComponentContext, source: LogSource, keys: Keys): LogGroupReference {
	const group = new cloudwatch.LogGroup(
		`${context.name}-${source}`,
		{
			name: context.names.logGroup(source),
			retentionInDays: context.options.retentionDays,
			kmsKeyId: keys.data,
			logGroupClass: "STANDARD",
			...context.regionalTagged,
		},
		context.childOptions,
	);
	maskPersonalData(context, source, group, context.regional);
	return group;
}

/** Masks personal data in a log group; `logs:Unmask` is needed to see it. */
export function maskPersonalData(
	context: ComponentContext,
	of: string,
	group: cloudwatch.LogGroup,
	regional: ComponentContext["regional"],
): void {
	new cloudwatch.LogDataProtectionPolicy(
		`${context.name}-${of}`,
		{ logGroupName: group.name, policyDocument: JSON.stringify(MASKING), ...regional },
		context.childOptions,
	);
}

/**
 * Data that must not be logged, masked as a safeguard. Contains nothing that filters or queries use: masked data cannot be matched. CloudWatch Logs, User
 * Guide: Types of data that you can protect.
 */
const MASKED = ["EmailAddress", "IpAddress", "AwsSecretKey", "OpenSshPrivateKey", "PkcsPrivateKey"].map(
	(kind) => `arn:aws:dataprotection::aws:data-identifier/${kind}`,
);

/** CloudWatch Logs requires both statements, with the same identifiers. */
const MASKING = {
	Name: "personal-data",
	Version: "2021-06-01",
	Statement: [
		{ Sid: "audit", DataIdentifier: MASKED, Operation: { Audit: { FindingsDestination: {} } } },
		{ Sid: "mask", DataIdentifier: MASKED, Operation: { Deidentify: { MaskConfig: {} } } },
	],
};
