import * as z from "zod";

/** Shapes of single values, each with the words for one that is none. No message repeats the value: it may be a secret. */

/** CloudWatch Logs, API reference: PutRetentionPolicy, read 2026-08. Zero, which keeps logs for ever, is not among them. */
export const RETENTION_DAYS = [
	1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const matching = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, { error });

/**
 * Becomes the value of a metric's dimension and the beginning of every name. The name of a role may have 64 characters, to which Pulumi adds eight and
 * the monitoring up to nineteen; documents of Systems Manager may not begin with names of AWS's (API reference: CreateDocument).
 */
export const monitoringName = matching(
	/^(?!aws|amazon|amzn)[a-z][a-z0-9-]{1,30}[a-z0-9]$/,
	"has to be 3 to 32 lower-case letters, digits and hyphens, beginning with a letter, but not with aws, amazon or amzn",
);

export const environmentUrl = matching(
	/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
	"has to be https:// and a host, with nothing behind it, as in https://shop.scalekit.com",
);

export const httpsUrl = matching(/^https:\/\/[^\s/]+(\/\S*)?$/, "has to be an https:// address");

/** Not all of what RFC 5321 allows: what a mail server will take, on one line, with one @. */
export const emailAddress = matching(
	/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/,
	"has to be an e-mail address",
);

export const topicArn = matching(/^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]+(\.fifo)?$/, "has to be the ARN of an SNS topic");
export const keyArn = matching(
	/^arn:aws[\w-]*:kms:[\w-]+:\d{12}:key\/[\w-]+$/,
	"has to be the ARN of a KMS key: an ID or an alias is not enough for log groups",
);
export const policyArn = matching(/^arn:aws[\w-]*:iam::(\d{12}|aws):policy\/\S+$/, "has to be the ARN of an IAM policy");
export const balancedArn = matching(
	/^arn:aws[\w-]*:(elasticloadbalancing|apigateway|appsync|cognito-idp|apprunner|amplify|ec2):\S+$/,
	"has to be the ARN of what the web ACL protects, such as a load balancer",
);

/** CloudWatch Logs, API reference: CreateLogGroup. */
export const logGroupName = matching(
	/^(?!aws\/)[\w./#-]{1,512}$/,
	"has to be a log group's name: up to 512 letters, digits and _-/.#, not beginning with aws/",
);

/** Amazon Q Developer in chat applications, API reference: CreateSlackChannelConfiguration. */
export const slackTeamId = matching(/^T[0-9A-Z]{1,254}$/, "has to be the ID of a Slack workspace, such as T0123ABCD");
export const slackChannelId = matching(/^[CG][0-9A-Z]{1,254}$/, "has to be the ID of a Slack channel, such as C0123ABCD");

export const regionName = matching(/^[a-z]{2}(-[a-z]+)+-\d$/, "has to be the name of a Region, such as eu-west-1");

/** AWS AppConfig, User Guide: Type reference for AWS.AppConfig.FeatureFlags. */
export const flagKey = matching(
	/^[a-z][a-zA-Z\d_-]{0,63}$/,
	"has to begin with a lower-case letter and have up to 64 letters, digits, _ and -",
);

export const urlPath = matching(/^\/[\w./~-]*$/, "has to be a path, such as /login");

export const retentionDays = z.literal(RETENTION_DAYS, {
	error: `has to be a number of days that CloudWatch Logs knows: ${RETENTION_DAYS.join(", ")}`,
});

/** A switch of a part. */
export const flag = z.boolean({ error: "has to be true or false" });

export function wholeNumber(lowest: number, highest: number) {
	const error = `has to be a whole number from ${lowest} to ${highest}`;
	return z.number({ error }).int({ error }).min(lowest, { error }).max(highest, { error });
}
