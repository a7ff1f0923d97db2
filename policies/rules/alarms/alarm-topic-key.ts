import type { KeyArgs } from "@pulumi/aws/kms/key";
import type { TopicArgs } from "@pulumi/aws/sns/topic";
import { isUndetermined } from "../../engine/answer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, inOtherStack, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { AWS_SNS_KEY_ALIAS, CLOUDWATCH_SERVICE, KEY_ACTIONS } from "../../facts/alarms";
import { KmsAlias, KmsKey, KmsKeyPolicy, Topic } from "../../facts/resource-types";
import { grants, oneGrants } from "./notification/policy-grants";
import { ifAlarmsUse } from "./notification/topic-alarms";

export const alarmTopicKey = stackRule({
	id: "alarm-topic-key",
	title: "Encrypted alarm topics use a key that CloudWatch can use",
	checklistItems: ["L72", "L74"],
	severity: "high",
	since: "1.0.0",
	resources: [Topic],
	why: "CloudWatch cannot publish to a topic whose key it is not allowed to use, and only the alarm's history shows it. It can never use the AWS managed key alias/aws/sns.",
	fix: "Encrypt the topic with a customer managed key whose policy allows cloudwatch.amazonaws.com to perform kms:Decrypt and kms:GenerateDataKey*.",
	whenNotToUse: "The key's policy allows CloudWatch by a condition that this rule does not evaluate.",
	references: [
		{
			title: "SNS, Developer Guide: Enable compatibility between event sources from AWS services and encrypted topics",
			url: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services",
		},
		{
			title: "AWS KMS, Developer Guide: Default key policy",
			url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
		},
	],
	relatedRules: { checkov: ["CKV_AWS_26"], "cdk-nag": ["AwsSolutions-SNS2"], securityHub: ["SNS.1"] },

	check(topic, { graph }) {
		return ifAlarmsUse(topic, graph, () => checkKey(topic, graph));
	},
});

function checkKey(topic: Resource<TopicArgs>, graph: ResourceGraph): Verdict {
	const key = topic.read("kmsMasterKeyId") as Reading;
	if (key.isAbsent) return notApplicable("it is not encrypted with a KMS key");
	const aliases = graph.follow(topic, key, KmsAlias);
	if (
		isAwsManaged(key) ||
		aliases.resources.some((alias) => isAwsManaged(alias.read("name") as Reading) || isAwsManaged(alias.output("name")))
	)
		return fail(key, "is encrypted with the AWS managed key alias/aws/sns, which CloudWatch cannot use");
	const targets = aliases.resources.map((alias) => graph.follow(alias, alias.read("targetKeyId"), KmsKey));
	const references = [graph.follow(topic, key, KmsKey), ...targets];
	const keys = references.flatMap(({ resources }) => resources).filter((each) => !each.data.external);
	const [first] = keys;
	if (first) return checkPolicy(first, key, graph);
	return key.isUnknown && aliases.resources.length === 0 && references.every(({ resources }) => resources.length === 0)
		? undetermined(key)
		: inOtherStack("its key is not in this stack");
}

function checkPolicy(key: Resource<KeyArgs>, reference: Reading, graph: ResourceGraph): Verdict {
	const separate = graph.referrers(key, KmsKeyPolicy, "keyId");
	const policies = [key.read("policy") as Reading, ...separate.resources.map((each) => each.read("policy") as Reading)].filter(
		(policy) => !policy.isAbsent,
	);
	const granted = oneGrants(policies.map((policy) => grants(policy, CLOUDWATCH_SERVICE, KEY_ACTIONS, false)));
	if (granted === true) return pass();
	const [possible] = separate.possible;
	if (possible) return undetermined(possible.read("keyId"));
	if (isUndetermined(granted) && granted.reason !== "not-decidable")
		return {
			verdict: "undetermined",
			message: `the policy of KMS key "${key.name}" is not known until deployment`,
			reason: "known-after-deployment",
		};
	if (granted)
		return notDecidable(
			reference,
			`the policy of KMS key "${key.name}" has conditions or principals that cannot be evaluated here; send a test alarm to verify it`,
		);
	return fail(
		reference,
		policies.length > 0
			? `is encrypted with KMS key "${key.name}", whose policy does not allow CloudWatch to use it`
			: `is encrypted with KMS key "${key.name}", whose default policy does not allow CloudWatch to use it`,
	);
}

function isAwsManaged(name: Reading): boolean {
	return name.is(AWS_SNS_KEY_ALIAS) || name.text?.endsWith(`:${AWS_SNS_KEY_ALIAS}`) === true;
}
