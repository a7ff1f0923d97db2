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
	const given = place.options.logGroups[logger];
	if (given !== undefined) {
		const { partition, region, accountId } = place;
		return { name: pulumi.output(given), arn: pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:log-group:${given}` };
	}
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
	new cloudwatch.LogDataProtectionPolicy(
		`${place.name}-${logger}`,
		{ logGroupName: group.name, policyDocument: JSON.stringify(MASKING), ...place.here },
		place.child,
	);
	return group;
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
