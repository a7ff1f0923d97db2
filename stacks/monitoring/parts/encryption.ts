import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import type { Place } from "./place";
import { allow, policy, type Statement } from "./policy";

export interface Keys {
	/** ARN of the key that everything is encrypted with. */
	readonly data: pulumi.Output<string>;
	/** ARN of the key that accounts are hashed with, which never leaves KMS. */
	readonly hash: pulumi.Output<string>;
}

/** The key of the data, unless there is one, and the key of the hashes. */
export function makeKeys(place: Place): Keys {
	const { keyArn } = place.options.encryption;
	return { data: keyArn === undefined ? makeDataKey(place).arn : pulumi.output(keyArn), hash: makeHashKey(place).arn };
}

function makeDataKey(place: Place): kms.Key {
	const key = new kms.Key(
		`${place.name}-data`,
		{
			description: `Encrypts the monitoring of authentication "${place.name}"`,
			enableKeyRotation: true,
			deletionWindowInDays: 30,
			policy: policy([ownersStatement(place), ...keyPolicyStatements(place)]),
			...place.tagged,
		},
		place.child,
	);
	new kms.Alias(`${place.name}-data`, { name: `alias/${place.name}`, targetKeyId: key.keyId, ...place.here }, place.child);
	return key;
}

/** A key for HMACs cannot be rotated, and need not: with another key the same account would be another. */
function makeHashKey(place: Place): kms.Key {
	return new kms.Key(
		`${place.name}-hash`,
		{
			description: `Hashes accounts for the monitoring of authentication "${place.name}"`,
			keyUsage: "GENERATE_VERIFY_MAC",
			customerMasterKeySpec: "HMAC_256",
			deletionWindowInDays: 30,
			policy: policy([ownersStatement(place)]),
			...place.tagged,
		},
		place.child,
	);
}

/** Leaves it to the account's IAM policies who uses and manages a key (AWS KMS, Developer Guide: Default key policy). */
function ownersStatement({ partition, accountId }: Pick<Place, "partition" | "accountId">): Statement {
	return {
		Sid: "Account",
		Effect: "Allow",
		Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
		Action: "kms:*",
		Resource: "*",
	};
}

/**
 * What the policy of a key has to hold beside its account's own statement, so that the monitoring works with it: a key of your own,
 * given as `encryption.keyArn`, needs them too.
 *
 * CloudWatch publishes alarms to topics that the key encrypts (SNS, Developer Guide: Enable compatibility between event sources from AWS
 * services and encrypted topics); CloudWatch Logs encrypts the log groups of this account (CloudWatch Logs, User Guide: Encrypt log data).
 */
export function keyPolicyStatements({ partition, region, accountId }: KeyPlace): readonly Statement[] {
	return [
		{
			Sid: "AlarmsToTopics",
			Effect: "Allow",
			Principal: { Service: "cloudwatch.amazonaws.com" },
			Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
			Resource: "*",
			Condition: { StringEquals: { "aws:SourceAccount": accountId } },
		},
		{
			Sid: "Logs",
			Effect: "Allow",
			Principal: { Service: pulumi.interpolate`logs.${region}.amazonaws.com` },
			Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
			Resource: "*",
			Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:*` } },
		},
	];
}

export interface KeyPlace {
	readonly partition: pulumi.Input<string>;
	readonly region: pulumi.Input<string>;
	readonly accountId: pulumi.Input<string>;
}

/** What a role needs of the data key to read and write what it encrypts. */
export function useOf({ data }: Keys): Statement {
	return allow(["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], data);
}
