import { type Example, jsonStringify, ref, resource, UNKNOWN } from "../../engine/example";
import { KmsAlias, KmsKey, KmsKeyPolicy } from "../../facts/resource-types";
import { queueAlarm, topic } from "./example-parts";

const dead = queueAlarm({ alarmActions: [ref("oncall")] });
const ROOT = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" };
const statement = (Action: unknown, service = "cloudwatch.amazonaws.com") => ({
	Effect: "Allow",
	Principal: { Service: service },
	Action,
	Resource: "*",
});
const policy = (...more: unknown[]) => jsonStringify({ Version: "2012-10-17", Statement: [ROOT, ...more] });
const key = (inputs: Record<string, unknown> = {}) => resource(KmsKey, "alarms", { enableKeyRotation: true, ...inputs });
const encrypted = topic({ kmsMasterKeyId: ref("alarms", "id") });
const USE = ["kms:Decrypt", "kms:GenerateDataKey*"];

export const examples: readonly Example[] = [
	{
		title: "A customer managed key that CloudWatch can use",
		verdict: "pass",
		stack: [encrypted, dead, key({ policy: policy(statement(USE)) })],
	},
	{
		title: "Two statements, one action each",
		verdict: "pass",
		stack: [encrypted, dead, key({ policy: policy(statement("kms:Decrypt"), statement("kms:GenerateDataKey")) })],
	},
	{
		title: "The key policy is a separate resource",
		verdict: "pass",
		stack: [
			encrypted,
			dead,
			key(),
			resource(KmsKeyPolicy, "alarmsPolicy", { keyId: ref("alarms", "id"), policy: policy(statement("kms:*")) }),
		],
	},
	{
		title: "The key by its alias",
		verdict: "pass",
		stack: [
			topic({ kmsMasterKeyId: "alias/alarms" }),
			dead,
			resource(KmsAlias, "alarmsAlias", { name: "alias/alarms", targetKeyId: ref("alarms", "id") }),
			key({ policy: policy(statement(USE)) }),
		],
	},
	{
		title: "The key that AWS keeps for SNS",
		verdict: "fail",
		property: "kmsMasterKeyId",
		stack: [topic({ kmsMasterKeyId: "alias/aws/sns" }), dead],
	},
	{
		title: "The same key by its alias's ARN",
		verdict: "fail",
		property: "kmsMasterKeyId",
		stack: [topic({ kmsMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:alias/aws/sns" }), dead],
	},
	{
		title: "A customer managed key with the default policy",
		verdict: "fail",
		property: "kmsMasterKeyId",
		stack: [encrypted, dead, key()],
	},
	{
		title: "A key that only SNS may use",
		verdict: "fail",
		property: "kmsMasterKeyId",
		stack: [encrypted, dead, key({ policy: policy(statement(USE, "sns.amazonaws.com")) })],
	},
	{
		title: "CloudWatch may decrypt, and not make a data key",
		verdict: "fail",
		property: "kmsMasterKeyId",
		stack: [encrypted, dead, key({ policy: policy(statement("kms:Decrypt")) })],
	},
	{
		title: "A key by its alias, whose policy leaves CloudWatch out",
		verdict: "fail",
		property: "kmsMasterKeyId",
		stack: [
			topic({ kmsMasterKeyId: ref("alarmsAlias", "name") }),
			dead,
			resource(KmsAlias, "alarmsAlias", { name: "alias/alarms", targetKeyId: ref("alarms", "id") }),
			key({ policy: policy() }),
		],
	},
	{ title: "No key", verdict: "not-applicable", stack: [topic(), dead] },
	{
		title: "A topic for something else may have the key that AWS keeps",
		verdict: "not-applicable",
		stack: [topic({ kmsMasterKeyId: "alias/aws/sns" }), queueAlarm()],
	},
	{
		title: "A key of another stack",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [topic({ kmsMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000" }), dead],
	},
	{
		title: "A key unknown until deployment",
		verdict: "undetermined",
		property: "kmsMasterKeyId",
		stack: [topic({ kmsMasterKeyId: UNKNOWN }), dead],
	},
	{
		title: "A key policy unknown until deployment",
		verdict: "undetermined",
		stack: [encrypted, dead, key({ policy: UNKNOWN })],
	},
];
