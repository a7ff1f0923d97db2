/** CloudWatch Logs, API reference: CreateLogGroup and the User Guide's page "Log classes", read 2026-08. */

/** Classes whose retention AWS sets itself, to two days, whatever is asked for. */
export const CLASSES_WITH_FIXED_RETENTION = ["DELIVERY"] as const;

/** Classes on which metric filters do not work. */
export const CLASSES_WITHOUT_METRIC_FILTERS = ["INFREQUENT_ACCESS", "DELIVERY"] as const;

/** CloudWatch Logs, API reference: PutRetentionPolicy, read 2026-08. */
export const LONGEST_RETENTION_DAYS = 3653;

/** Where Lambda writes the log of a function that names no log group; Lambda makes the group then, and it never expires. */
export const LAMBDA_LOG_GROUP_PREFIX = "/aws/lambda/";

/** Fluent Bit's two outputs to CloudWatch Logs (Fluent Bit manual: Amazon CloudWatch; aws-for-fluent-bit; read 2026-08). */
export const ROUTERS_TO_CLOUDWATCH: readonly string[] = ["cloudwatch", "cloudwatch_logs"];

/** What Fluent Bit takes for true. */
export const ROUTER_TRUE: readonly string[] = ["true", "on", "yes"];

/** Where CodeBuild writes the log of a project that names no log group. */
export const CODEBUILD_LOG_GROUP_PREFIX = "/aws/codebuild/";
