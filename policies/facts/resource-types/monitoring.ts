import type { SlackChannelConfigurationArgs as SlackChannelArgs } from "@pulumi/aws/chatbot/slackChannelConfiguration";
import type { TeamsChannelConfigurationArgs as TeamsChannelArgs } from "@pulumi/aws/chatbot/teamsChannelConfiguration";
import type { CompositeAlarmArgs } from "@pulumi/aws/cloudwatch/compositeAlarm";
import type { LogDeliveryArgs } from "@pulumi/aws/cloudwatch/logDelivery";
import type { LogDeliveryDestinationArgs } from "@pulumi/aws/cloudwatch/logDeliveryDestination";
import type { LogDeliverySourceArgs } from "@pulumi/aws/cloudwatch/logDeliverySource";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup";
import type { LogMetricFilterArgs as MetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm";
import type { AliasArgs as KmsAliasArgs } from "@pulumi/aws/kms/alias";
import type { KeyArgs as KmsKeyArgs } from "@pulumi/aws/kms/key";
import type { KeyPolicyArgs as KmsKeyPolicyArgs } from "@pulumi/aws/kms/keyPolicy";
import type { TopicArgs } from "@pulumi/aws/sns/topic";
import type { TopicPolicyArgs } from "@pulumi/aws/sns/topicPolicy";
import type { TopicSubscriptionArgs } from "@pulumi/aws/sns/topicSubscription";
import { regionalResourceType, resourceType } from "../../engine/resource";

/** Logs, alarms and notices: Pulumi type tokens of @pulumi/aws 7, with the older module's token where a type has two. */

export const LogGroup = regionalResourceType<LogGroupArgs>("log group", "aws:cloudwatch/logGroup:LogGroup");
export const MetricFilter = regionalResourceType<MetricFilterArgs>("metric filter", "aws:cloudwatch/logMetricFilter:LogMetricFilter");
export const MetricAlarm = regionalResourceType<MetricAlarmArgs>("alarm", "aws:cloudwatch/metricAlarm:MetricAlarm");
export const CompositeAlarm = regionalResourceType<CompositeAlarmArgs>("composite alarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm");
export const LogDelivery = resourceType<LogDeliveryArgs>("log delivery", "aws:cloudwatch/logDelivery:LogDelivery");
export const LogDeliverySource = resourceType<LogDeliverySourceArgs>(
	"log delivery source",
	"aws:cloudwatch/logDeliverySource:LogDeliverySource",
);
export const LogDeliveryDestination = resourceType<LogDeliveryDestinationArgs>(
	"log delivery destination",
	"aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
);
export const Topic = regionalResourceType<TopicArgs>("SNS topic", "aws:sns/topic:Topic");
export const TopicSubscription = resourceType<TopicSubscriptionArgs>(
	"SNS topic subscription",
	"aws:sns/topicSubscription:TopicSubscription",
);
export const TopicPolicy = resourceType<TopicPolicyArgs>("SNS topic policy", "aws:sns/topicPolicy:TopicPolicy");
export const KmsKey = resourceType<KmsKeyArgs>("KMS key", "aws:kms/key:Key");
export const KmsKeyPolicy = resourceType<KmsKeyPolicyArgs>("KMS key policy", "aws:kms/keyPolicy:KeyPolicy");
export const KmsAlias = resourceType<KmsAliasArgs>("KMS alias", "aws:kms/alias:Alias");
export const SlackChannel = resourceType<SlackChannelArgs>(
	"Slack channel configuration",
	"aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
);
export const TeamsChannel = resourceType<TeamsChannelArgs>(
	"Teams channel configuration",
	"aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
);
