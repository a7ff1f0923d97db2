import * as chatbot from "@pulumi/aws/chatbot";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { TOPICS, type TopicName } from "../options";
import type { Keys } from "./encryption";
import type { Place } from "./place";
import { assumedBy, policy } from "./policy";
import { makeRole } from "./role";

/** ARNs of the topics. */
export type Topics = Readonly<Record<TopicName, pulumi.Output<string>>>;

/** The topics that are not there yet, with who hears of them. */
export function makeTopics(place: Place, keys: Keys): Topics {
	const { topics: given, slack } = place.options.alerts;
	const made = TOPICS.filter((topic) => given[topic] === undefined).map((topic) => [topic, makeTopic(place, topic, keys)] as const);
	for (const [topic, { arn }] of made) subscribe(place, topic, arn);
	const arns = Object.fromEntries(made.map(([topic, { arn }]) => [topic, arn]));
	if (slack) tellSlack(place, slack, Object.values(arns));
	return { page: arns["page"] ?? pulumi.output(given.page as string), notify: arns["notify"] ?? pulumi.output(given.notify as string) };
}

function makeTopic(place: Place, topic: TopicName, keys: Keys): sns.Topic {
	const { name, accountId, partition, region } = place;
	const made = new sns.Topic(`${name}-${topic}`, { kmsMasterKeyId: keys.data, ...place.tagged }, place.child);
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
			...place.here,
		},
		place.child,
	);
	return made;
}

/** A pager hears of what pages, mail of what waits; where one of them is all that there is, it hears of everything. */
function subscribe(place: Place, topic: TopicName, arn: pulumi.Output<string>): void {
	const { emails, pagerUrl, slack } = place.options.alerts;
	const pager = pagerUrl !== undefined && (topic === "page" || (emails.length === 0 && !slack));
	const mail = topic === "notify" || pagerUrl === undefined;
	if (pager) {
		new sns.TopicSubscription(
			`${place.name}-${topic}-pager`,
			{ topic: arn, protocol: "https", endpoint: pulumi.secret(pagerUrl), endpointAutoConfirms: true, ...place.here },
			place.child,
		);
	}
	if (!mail) return;
	emails.forEach((endpoint, index) => {
		new sns.TopicSubscription(
			`${place.name}-${topic}-mail-${index}`,
			{ topic: arn, protocol: "email", endpoint, ...place.here },
			place.child,
		);
	});
}

/**
 * Where the API of Amazon Q Developer's chat configurations is reached. They are in no Region themselves, and hear of topics in every one; the
 * API is in four. AWS General Reference: Amazon Q Developer in chat applications endpoints and quotas.
 */
const CHAT_REGION = "us-east-2";

/** Without guardrails whoever is in the channel may do everything that the role may, and the default guardrail is AdministratorAccess. */
function tellSlack(place: Place, { teamId, channelId }: { teamId: string; channelId: string }, topics: pulumi.Output<string>[]): void {
	const readOnly = pulumi.interpolate`arn:${place.partition}:iam::aws:policy/CloudWatchReadOnlyAccess`;
	const { role } = makeRole(place, "slack", {
		assumeRolePolicy: assumedBy("chatbot.amazonaws.com", place.accountId),
		may: [],
		managed: [readOnly],
	});
	new chatbot.SlackChannelConfiguration(
		`${place.name}-slack`,
		{
			// One in an account has a name, whichever Region its topics are in.
			configurationName: pulumi.interpolate`${place.name}-${place.region}`,
			slackTeamId: teamId,
			slackChannelId: channelId,
			iamRoleArn: role.arn,
			guardrailPolicyArns: [readOnly],
			snsTopicArns: topics,
			loggingLevel: "ERROR",
			region: CHAT_REGION,
			tags: place.options.tags,
		},
		place.child,
	);
}
