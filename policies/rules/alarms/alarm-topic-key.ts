import type { KeyArgs } from "@pulumi/aws/kms/key";
import type { TopicArgs } from "@pulumi/aws/sns/topic";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, inOtherStack, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { AWS_SNS_KEY_ALIAS, CLOUDWATCH_SERVICE, KEY_ACTIONS } from "../../facts/alarms";
import { KmsAlias, KmsKey, KmsKeyPolicy, Topic } from "../../facts/resource-types";
import { best, grants } from "./policy-grants";
import { ifAlarmsUse } from "./topic-alarms";

export const alarmTopicKey = stackRule({
	id: "alarm-topic-key",
	title: "Topics that carry alarms are encrypted with a key that CloudWatch may use",
	checklistItems: ["L72", "L74"],
	severity: "high",
	since: "1.0.0",
	resources: [Topic],
	why: "CloudWatch cannot publish to a topic whose key it may not use, and only the alarm's history says so. It may never use alias/aws/sns, the key that AWS keeps for SNS.",
	fix: "Encrypt the topic with a key of your own whose policy allows cloudwatch.amazonaws.com to kms:Decrypt and kms:GenerateDataKey*.",
	whenNotToUse: "The key's policy lets CloudWatch in by a condition that this rule does not understand.",
	references: [
		"SNS, Developer Guide: Enable compatibility between event sources from AWS services and encrypted topics",
		"AWS KMS, Developer Guide: Default key policy",
	],
	relatedRules: { checkov: ["CKV_AWS_26"], "cdk-nag": ["AwsSolutions-SNS2"], securityHub: ["SNS.1"] },

	check(topic, { graph }) {
		return ifAlarmsUse(topic, graph, () => checkKey(topic, graph));
	},
});

function checkKey(topic: Resource<TopicArgs>, graph: ResourceGraph): Verdict {
	const key = topic.read("kmsMasterKeyId") as Reading;
	if (key.isAbsent) return notApplicable("it is not encrypted with a key");
	const aliases = graph.follow(topic, key, KmsAlias);
	if (isAwsKey(key) || aliases.resources.some((alias) => isAwsKey(alias.read("name") as Reading) || isAwsKey(alias.output("name"))))
		return fail(key, "is encrypted with the key that AWS keeps for SNS, which CloudWatch may not use");
	const targets = aliases.resources.map((alias) => graph.follow(alias, alias.read("targetKeyId"), KmsKey));
	const links = [graph.follow(topic, key, KmsKey), ...targets];
	const keys = links.flatMap(({ resources }) => resources).filter((each) => !each.data.external);
	const [first] = keys;
	if (first) return checkPolicy(first, key, graph);
	return key.isUnknown && aliases.resources.length === 0 && links.every(({ resources }) => resources.length === 0)
		? undetermined(key)
		: inOtherStack("its key is not in this stack");
}

function checkPolicy(key: Resource<KeyArgs>, named: Reading, graph: ResourceGraph): Verdict {
	const separate = graph.referrers(key, KmsKeyPolicy, "keyId");
	const policies = [key.read("policy") as Reading, ...separate.resources.map((each) => each.read("policy") as Reading)];
	const given = policies.filter((policy) => !policy.isAbsent);
	const grant = best(given.map((policy) => grants(policy, CLOUDWATCH_SERVICE, KEY_ACTIONS, "no")));
	if (grant === "yes") return pass();
	const [undecided] = separate.possible;
	if (undecided) return undetermined(undecided.read("keyId"));
	if (grant === "unknown")
		return {
			verdict: "undetermined",
			message: `the policy of KMS key "${key.name}" is not known before the update`,
			reason: "known-after-deployment",
		};
	if (grant === "perhaps")
		return notDecidable(named, `whether the policy of KMS key "${key.name}" lets CloudWatch use it is for a person to say`);
	return fail(
		named,
		given.length > 0
			? `is encrypted with KMS key "${key.name}", whose policy does not let CloudWatch use it`
			: `is encrypted with KMS key "${key.name}", whose default policy does not let CloudWatch use it`,
	);
}

function isAwsKey(name: Reading): boolean {
	return name.is(AWS_SNS_KEY_ALIAS) || name.text?.endsWith(`:${AWS_SNS_KEY_ALIAS}`) === true;
}
