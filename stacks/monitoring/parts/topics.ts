import * as chatbot from "@pulumi/aws/chatbot";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { TOPICS, type TopicName } from "../options";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";
import { assumedBy, policy } from "./policy";
import { makeRole } from "./role";

/** ARNs of the topics. */
export type Topics = Readonly<Record<TopicName, pulumi.Output<string>>>;

/** The topics that are not given, with their subscriptions. */
export function makeTopics(context: ComponentContext, keys: Keys): Topics {
	const { topics: given, slack } = context.options.alerts;
	const made = TOPICS.filter((topic) => given[topic] === undefined).map((topic) => [topic, makeTopic(context, topic, keys)] as const);
	for (const [topic, { arn }] of made) subscribe(context, topic, arn);
	const arns = Object.fromEntries(made.map(([topic, { arn }]) => [topic, arn]));
	if (slack) subscribeSlack(context, slack, Object.values(arns));
	return { page: arns["page"] ?? pulumi.output(given.page as string), notify: arns["notify"] ?? pulumi.output(given.notify as string) };
}

function makeTopic(context: ComponentContext, topic: TopicName, keys: Keys): sns.Topic {
	const { name, accountId, partition, region } = context;
	const made = new sns.Topic(`${name}-${topic}`, { kmsMasterKeyId: keys.data, ...context.regionalTagged }, context.childOptions);
	new sns.TopicPolicy(
		`${name}-${topic}`,
		{
			arn: made.arn,
			policy: policy([
				{
					Sid: "Account",
					Effect: "Allow",
					Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
					Action: ["sns:Publish", "sns:Subscribe", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic"],
					Resource: made.arn,
				},
				{
					Sid: "Alarms",
					Effect: "Allow",
					Principal: { Service: "cloudwatch.amazonaws.com" },
					Action: "sns:Publish",
					Resource: made.arn,
					Condition: {
						StringEquals: { "aws:SourceAccount": accountId },
						ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:cloudwatch:${region}:${accountId}:alarm:*` },
					},
				},
			]),
			...context.regional,
		},
		context.childOptions,
	);
	return made;
}

/** The pager subscribes to the page topic and e-mail to the notify topic; if only one of them is set, it subscribes to both. */
function subscribe(context: ComponentContext, topic: TopicName, arn: pulumi.Output<string>): void {
	const { emails, pagerUrl, slack } = context.options.alerts;
	const pager = pagerUrl !== undefined && (topic === "page" || (emails.length === 0 && !slack));
	const mail = topic === "notify" || pagerUrl === undefined;
	if (pager) {
		new sns.TopicSubscription(
			`${context.name}-${topic}-pager`,
			{ topic: arn, protocol: "https", endpoint: pulumi.secret(pagerUrl), endpointAutoConfirms: true, ...context.regional },
			context.childOptions,
		);
	}
	if (!mail) return;
	emails.forEach((endpoint, index) => {
		new sns.TopicSubscription(
			`${context.name}-${topic}-mail-${index}`,
			{ topic: arn, protocol: "email", endpoint, ...context.regional },
			context.childOptions,
		);
	});
}

/**
 * The Region of the API for Amazon Q Developer chat configurations. They are global and can subscribe to topics in all Regions; the API is available in
 * four. AWS General Reference: Amazon Q Developer in chat applications endpoints and quotas.
 */
const CHAT_REGION = "us-east-2";

/** Channel members can do what both the role and the guardrails allow; the default guardrail is AdministratorAccess. */
function subscribeSlack(
	context: ComponentContext,
	{ teamId, channelId }: { teamId: string; channelId: string },
	topics: pulumi.Output<string>[],
): void {
	const readOnly = pulumi.interpolate`arn:${context.partition}:iam::aws:policy/CloudWatchReadOnlyAccess`;
	const { role } = makeRole(context, "slack", {
		assumeRolePolicy: assumedBy("chatbot.amazonaws.com", context.accountId),
		permissions: [],
		managed: [readOnly],
	});
	new chatbot.SlackChannelConfiguration(
		`${context.name}-slack`,
		{
			// Names are unique per account, across the Regions of the topics.
			configurationName: pulumi.interpolate`${context.name}-${context.region}`,
			slackTeamId: teamId,
			slackChannelId: channelId,
			iamRoleArn: role.arn,
			guardrailPolicyArns: [readOnly],
			snsTopicArns: topics,
			loggingLevel: "ERROR",
			region: CHAT_REGION,
			tags: context.options.tags,
		},
		context.childOptions,
	);
}
