import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { key } from "./key";
import { settings } from "./settings";

const { accountId } = aws.getCallerIdentityOutput();

/** The team's topics for all alarms, used by the monitoring too. */
function topicFor(name: string, email: string): aws.sns.Topic {
	const topic = new aws.sns.Topic(name, { kmsMasterKeyId: key.arn });
	new aws.sns.TopicPolicy(name, {
		arn: topic.arn,
		policy: pulumi.jsonStringify({
			Version: "2012-10-17",
			Statement: [
				{
					Effect: "Allow",
					Principal: { Service: "cloudwatch.amazonaws.com" },
					Action: "sns:Publish",
					Resource: topic.arn,
					Condition: { StringEquals: { "aws:SourceAccount": accountId } },
				},
			],
		}),
	});
	new aws.sns.TopicSubscription(name, { topic: topic.arn, protocol: "email", endpoint: email });
	return topic;
}

export const page = topicFor("page", settings.onCallEmail);
export const notify = topicFor("notify", settings.teamEmail);
