import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { Logger } from "../options";
import type { Keys } from "./encryption";
import type { Place } from "./place";

export interface LogPlace {
	readonly name: pulumi.Output<string>;
	readonly arn: pulumi.Output<string>;
}

/** Where somebody logs: the group that the options name, or one with retention, encryption and masking. */
export function logGroupOf(place: Place, logger: Logger, keys: Keys): LogPlace {
	const group = existing(place, logger) ?? makeGroup(place, logger, keys);
	place.logGroups.set(logger, group.name);
	return group;
}

function existing(place: Place, logger: Logger): LogPlace | undefined {
	const given = place.options.logGroups[logger];
	if (given === undefined) return undefined;
	const { partition, region, accountId } = place;
	return { name: pulumi.output(given), arn: pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:log-group:${given}` };
}

function makeGroup(place: Place, logger: Logger, keys: Keys): LogPlace {
	const group = new cloudwatch.LogGroup(
		`${place.name}-${logger}`,
		{
			name: place.names.logGroup(logger),
			retentionInDays: place.options.retentionDays,
			kmsKeyId: keys.data,
			logGroupClass: "STANDARD",
			...place.tagged,
		},
		place.child,
	);
	maskPersonalData(place, logger, group, place.here);
	return group;
}

/** Hides in a log group what must not be in it; whoever has `logs:Unmask` sees it. */
export function maskPersonalData(place: Place, of: string, group: cloudwatch.LogGroup, here: Place["here"]): void {
	new cloudwatch.LogDataProtectionPolicy(
		`${place.name}-${of}`,
		{ logGroupName: group.name, policyDocument: JSON.stringify(MASKING), ...here },
		place.child,
	);
}

/**
 * What must not be in a log and is masked should it get there. Nothing that a filter or a query asks for is among it: what is masked cannot
 * be matched. CloudWatch Logs, User Guide: Types of data that you can protect.
 */
const MASKED = ["EmailAddress", "IpAddress", "AwsSecretKey", "OpenSshPrivateKey", "PkcsPrivateKey"].map(
	(kind) => `arn:aws:dataprotection::aws:data-identifier/${kind}`,
);

/** CloudWatch Logs wants both statements, with the same identifiers in both. */
const MASKING = {
	Name: "personal-data",
	Version: "2021-06-01",
	Statement: [
		{ Sid: "audit", DataIdentifier: MASKED, Operation: { Audit: { FindingsDestination: {} } } },
		{ Sid: "mask", DataIdentifier: MASKED, Operation: { Deidentify: { MaskConfig: {} } } },
	],
};
