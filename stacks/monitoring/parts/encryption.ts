import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "./component-context";
import { allow, policy, type Statement } from "./policy";

export interface Keys {
	/** ARN of the key that encrypts all data. */
	readonly data: pulumi.Output<string>;
	/** ARN of the HMAC key for account hashes. */
	readonly hash: pulumi.Output<string>;
}

/** The data key, unless an existing one is given, and the HMAC key. */
export function makeKeys(context: ComponentContext): Keys {
	const { keyArn } = context.options.encryption;
	return { data: keyArn === undefined ? makeDataKey(context).arn : pulumi.output(keyArn), hash: makeHashKey(context).arn };
}

function makeDataKey(context: ComponentContext): kms.Key {
	const key = new kms.Key(
		`${context.name}-data`,
		{
			description: `Encrypts the authentication monitoring "${context.name}"`,
			enableKeyRotation: true,
			deletionWindowInDays: 30,
			policy: policy([ownersStatement(context), ...keyPolicyStatements(context)]),
			...context.regionalTagged,
		},
		context.childOptions,
	);
	new kms.Alias(
		`${context.name}-data`,
		{ name: `alias/${context.name}`, targetKeyId: key.keyId, ...context.regional },
		context.childOptions,
	);
	return key;
}

/** HMAC keys cannot be rotated, and must not be: a new key would change every account's hash. */
function makeHashKey(context: ComponentContext): kms.Key {
	return new kms.Key(
		`${context.name}-hash`,
		{
			description: `Hashes accounts for the authentication monitoring "${context.name}"`,
			keyUsage: "GENERATE_VERIFY_MAC",
			customerMasterKeySpec: "HMAC_256",
			deletionWindowInDays: 30,
			policy: policy([ownersStatement(context)]),
			...context.regionalTagged,
		},
		context.childOptions,
	);
}

/** Delegates access to the account's IAM policies (AWS KMS, Developer Guide: Default key policy). */
function ownersStatement({ partition, accountId }: Pick<ComponentContext, "partition" | "accountId">): Statement {
	return {
		Sid: "Account",
		Effect: "Allow",
		Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
		Action: "kms:*",
		Resource: "*",
	};
}

/**
 * The statements that a key policy needs in addition to the account's own: also required for an existing key, given as `encryption.keyArn`.
 *
 * CloudWatch publishes alarms to topics encrypted with the key (SNS, Developer Guide: Enable compatibility between event sources from AWS
 * services and encrypted topics); CloudWatch Logs encrypts the log groups of this account (CloudWatch Logs, User Guide: Encrypt log data).
 */
export function keyPolicyStatements({ partition, region, accountId }: KeyPolicyScope): readonly Statement[] {
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

export interface KeyPolicyScope {
	readonly partition: pulumi.Input<string>;
	readonly region: pulumi.Input<string>;
	readonly accountId: pulumi.Input<string>;
}

/** Lets a role read and write data encrypted with the data key. */
export function allowUseOf({ data }: Keys): Statement {
	return allow(["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], data);
}
