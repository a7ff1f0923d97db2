import * as z from "zod";

/** Schemas of single values with their error messages. No message contains the value: it may be a secret. */

/** CloudWatch Logs, API reference: PutRetentionPolicy, read 2026-08. Zero, which never expires logs, is excluded. */
export const RETENTION_DAYS = [
	1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const matching = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, { error });

/**
 * The value of a metric dimension and the prefix of every name. Role names have at most 64 characters, of which Pulumi's suffix takes eight and the
 * component's own up to nineteen; names of Systems Manager documents must not start with AWS's prefixes (API reference: CreateDocument).
 */
export const monitoringName = matching(
	/^(?!aws|amazon|amzn)[a-z][a-z0-9-]{1,30}[a-z0-9]$/,
	"must be 3 to 32 lower-case letters, digits and hyphens, starting with a letter, but not with aws, amazon or amzn",
);

export const environmentUrl = matching(
	/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
	"must be https:// and a host without a path, such as https://shop.scalekit.com",
);

export const httpsUrl = matching(/^https:\/\/[^\s/]+(\/\S*)?$/, "must be an https:// URL");

/** A subset of RFC 5321: one line, one @, no quoting. */
export const emailAddress = matching(
	/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/,
	"must be an e-mail address",
);

export const topicArn = matching(/^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]+(\.fifo)?$/, "must be the ARN of an SNS topic");
export const keyArn = matching(
	/^arn:aws[\w-]*:kms:[\w-]+:\d{12}:key\/[\w-]+$/,
	"must be the ARN of a KMS key: log groups do not accept an ID or an alias",
);
export const policyArn = matching(/^arn:aws[\w-]*:iam::(\d{12}|aws):policy\/\S+$/, "must be the ARN of an IAM policy");
export const protectedResourceArn = matching(
	/^arn:aws[\w-]*:(elasticloadbalancing|apigateway|appsync|cognito-idp|apprunner|amplify|ec2):\S+$/,
	"must be the ARN of a resource that a web ACL can protect, such as a load balancer",
);

/** CloudWatch Logs, API reference: CreateLogGroup. */
export const logGroupName = matching(
	/^(?!aws\/)[\w./#-]{1,512}$/,
	"must be a log group name: up to 512 letters, digits and _-/.#, not starting with aws/",
);

/** Amazon Q Developer in chat applications, API reference: CreateSlackChannelConfiguration. */
export const slackTeamId = matching(/^T[0-9A-Z]{1,254}$/, "must be the ID of a Slack workspace, such as T0123ABCD");
export const slackChannelId = matching(/^[CG][0-9A-Z]{1,254}$/, "must be the ID of a Slack channel, such as C0123ABCD");

export const regionName = matching(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be the name of a Region, such as eu-west-1");

/** AWS AppConfig, User Guide: Type reference for AWS.AppConfig.FeatureFlags. */
export const flagKey = matching(
	/^[a-z][a-zA-Z\d_-]{0,63}$/,
	"must start with a lower-case letter and have up to 64 letters, digits, _ and -",
);

export const urlPath = matching(/^\/[\w./~-]*$/, "must be a path, such as /login");

export const retentionDays = z.literal(RETENTION_DAYS, {
	error: `must be a retention that CloudWatch Logs supports: ${RETENTION_DAYS.join(", ")}`,
});

/** A boolean option. */
export const flag = z.boolean({ error: "must be true or false" });

export function integer(lowest: number, highest: number) {
	const error = `must be an integer from ${lowest} to ${highest}`;
	return z.number({ error }).int({ error }).min(lowest, { error }).max(highest, { error });
}
