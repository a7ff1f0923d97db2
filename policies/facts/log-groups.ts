/** Sources: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html and https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html, read 2026-08. */

/** Log classes with a fixed retention of two days. */
export const CLASSES_WITH_FIXED_RETENTION = ["DELIVERY"] as const;

/** Log classes that do not support metric filters. */
export const CLASSES_WITHOUT_METRIC_FILTERS = ["INFREQUENT_ACCESS", "DELIVERY"] as const;

/** Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html, read 2026-08. */
export const LONGEST_RETENTION_DAYS = 3653;

/** The prefix of the default log group of a function, which Lambda creates without expiry. */
export const LAMBDA_LOG_GROUP_PREFIX = "/aws/lambda/";

/** Fluent Bit's outputs to CloudWatch Logs (https://docs.fluentbit.io/manual/pipeline/outputs/cloudwatch, read 2026-08). */
export const ROUTERS_TO_CLOUDWATCH: readonly string[] = ["cloudwatch", "cloudwatch_logs"];

/** The values that Fluent Bit parses as true. */
export const ROUTER_TRUE: readonly string[] = ["true", "on", "yes"];

/** The prefix of the default log group of a CodeBuild project. */
export const CODEBUILD_LOG_GROUP_PREFIX = "/aws/codebuild/";
