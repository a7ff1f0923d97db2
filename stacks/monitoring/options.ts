import * as z from "zod";
import { THRESHOLDS, type Threshold, type ThresholdName } from "../../signals/thresholds";
import { ALARM_IDS, ROLLBACK_ALARMS, type SEVERITIES } from "./alarms/ids";
import { input } from "./option/input";
import * as shapes from "./option/shapes";

/** The two SNS topics: `page` for alarms that page the on-call engineer, `notify` for all alarms. */
export const TOPICS = ["page", "notify"] as const;
export type TopicName = (typeof TOPICS)[number];

const topicOf = z.enum(TOPICS, { error: 'must be "page" or "notify"' });

const alerts = z.strictObject({
	emails: z
		.array(input(shapes.emailAddress), { error: "must be a list of e-mail addresses" })
		.default([])
		.describe(
			"E-mail addresses subscribed to the notify topic, and to the page topic if there is no pager. Each subscription must be confirmed",
		),
	pagerUrl: input(shapes.httpsUrl)
		.optional()
		.describe(
			"HTTPS URL of a pager's SNS integration (PagerDuty, Opsgenie); a secret, because the URL contains the integration key. Subscribed to the page topic, and to the notify topic if there is no other subscriber",
		),
	slack: z
		.strictObject({
			teamId: shapes.slackTeamId.describe("ID of the Slack workspace, which must be authorized once in the Amazon Q Developer console"),
			channelId: shapes.slackChannelId.describe("ID of the Slack channel"),
		})
		.optional()
		.describe("A Slack channel subscribed to all alarms"),
	topics: z
		.strictObject({
			page: input(shapes.topicArn).optional().describe("ARN of an existing SNS topic for alarms that page"),
			notify: input(shapes.topicArn)
				.optional()
				.describe(
					"ARN of an existing SNS topic for all alarms. If it is encrypted with a key other than encryption.keyArn, that key's policy must allow the rollback-notification role, or rollback notifications are not delivered",
				),
		})
		.prefault({})
		.describe(
			"Existing topics, used instead of new ones; no subscriptions are added to them. The key of an encrypted topic must allow CloudWatch",
		),
	severities: z
		.strictObject({
			critical: topicOf.default("page").describe("Topic for alarms of critical severity"),
			high: topicOf.default("page").describe("Topic for alarms of high severity"),
			medium: topicOf.default("notify").describe("Topic for alarms of medium severity"),
			low: topicOf.default("notify").describe("Topic for alarms of low severity"),
		} satisfies Record<(typeof SEVERITIES)[number], z.ZodType>)
		.prefault({})
		.describe("Topic by severity. Every alarm notifies; alarms with topic page also page, through one composite alarm per group"),
});

const parts = z.strictObject({
	receiver: shapes.flag.default(true).describe("The webhook receiver: HTTP API, queue and worker"),
	poller: shapes.flag.default(true).describe("The poller of Scalekit's authentication logs"),
	dashboard: shapes.flag.default(true).describe("The dashboard"),
	queries: shapes.flag.default(true).describe("Saved Logs Insights queries"),
	runbook: shapes.flag.default(true).describe("The runbook, an SSM document; required unless runbookUrl is set"),
	rollback: shapes.flag
		.default(true)
		.describe(
			"The feature flag with automatic rollback, and the operators' switch; requires the poller and at least one of the alarms failed-login-rate and no-successful-logins",
		),
});

/** The functions and the API, each with a log group. */
export const LOG_SOURCES = ["receiver", "worker", "poller", "publisher", "access"] as const;
export type LogSource = (typeof LOG_SOURCES)[number];

const existingGroup = (of: string) => input(shapes.logGroupName).optional().describe(`Name of an existing log group for ${of}`);

const logGroups = z.strictObject({
	receiver: existingGroup("the receiver"),
	worker: existingGroup("the worker"),
	poller: existingGroup("the poller"),
	publisher: existingGroup("the publisher"),
	access: existingGroup("the API's access log"),
} satisfies Record<LogSource, z.ZodType>);

const thresholds = z.strictObject(
	Object.fromEntries(
		Object.entries<Threshold>(THRESHOLDS).map(([name, { default: standard, meaning, unit, highest = 1_000_000 }]) => [
			name,
			shapes.integer(1, highest).default(standard).describe(`${meaning} (${unit})`),
		]),
	) as Record<ThresholdName, z.ZodDefault<z.ZodNumber>>,
);

const throttling = z.strictObject({
	requestsPerSecond: shapes.integer(1, 10_000).default(100).describe("Deliveries per second that the API accepts"),
	burst: shapes.integer(1, 5_000).default(200).describe("Burst of deliveries that the API accepts"),
});

const rollback = z.strictObject({
	flag: shapes.flagKey
		.default("new-auth-flows")
		.describe(
			"Key of the feature flag for the rollout of new login methods. Set it before the first deployment: later changes of the flag are left to the operators",
		),
});

const runbook = z.strictObject({
	owner: z.string().min(1).default("The team that owns login").describe("The team responsible for login"),
	escalation: z.array(z.string().min(1)).default([]).describe("Escalation contacts in order, as shown in the runbook"),
	supportChannel: z
		.string()
		.min(1)
		.optional()
		.describe("A support channel with Scalekit besides support@scalekit.com, such as a shared Slack channel"),
});

const paths = (standard: readonly [string, ...string[]], what: string) =>
	z
		.array(shapes.urlPath)
		.min(1, { error: "must contain at least one path" })
		.max(5, { error: "must contain at most five paths" })
		.default([...standard])
		.describe(`Path prefixes ${what}`);

const webAcl = z
	.strictObject({
		scope: z
			.enum(["REGIONAL", "CLOUDFRONT"], { error: 'must be "REGIONAL" or "CLOUDFRONT"' })
			.describe("REGIONAL for a load balancer, CLOUDFRONT for a distribution, which references the web ACL itself"),
		resourceArn: input(shapes.protectedResourceArn).optional().describe("ARN of the load balancer to protect, for the scope REGIONAL"),
		loginPaths: paths(["/login"], "of the login pages"),
		callbackPaths: paths(["/auth/callback"], "of the OAuth callbacks"),
		rateLimit: shapes
			.integer(101, 2_000_000)
			.default(300)
			.describe("Requests to these paths from one address in five minutes, above which the address is blocked"),
		webhookPath: shapes.urlPath.default("/webhooks/scalekit").describe("Path of the application's own endpoint for Scalekit webhooks"),
	})
	.superRefine(({ scope, resourceArn }, context) => {
		if (scope === "REGIONAL" && resourceArn === undefined)
			context.addIssue({ code: "custom", path: ["resourceArn"], message: "is required with the scope REGIONAL" });
		if (scope === "CLOUDFRONT" && resourceArn !== undefined)
			context.addIssue({
				code: "custom",
				path: ["resourceArn"],
				message: "cannot be set with the scope CLOUDFRONT: the distribution references the web ACL",
			});
	});

/** All options with descriptions and defaults: the source of the types, the messages and the docs page. */
export const optionsSchema = z
	.strictObject(
		{
			name: shapes.monitoringName
				.default("scalekit-auth")
				.describe('Name of the deployment: prefix of its resource names, and value of the metric dimension "service"'),
			scalekit: z
				.strictObject(
					{
						environmentUrl: input(shapes.environmentUrl).describe("URL of the Scalekit environment, or of its custom domain"),
					},
					{ error: 'must be an object with "environmentUrl"' },
				)
				.describe("The Scalekit environment to monitor"),
			alerts: alerts.describe("Who is notified of alarms"),
			encryption: z
				.strictObject({
					keyArn: input(shapes.keyArn)
						.optional()
						.describe("ARN of an existing KMS key whose policy includes keyPolicyStatements(); a key is created if not set"),
				})
				.prefault({})
				.describe("The key that encrypts all data"),
			retentionDays: shapes.retentionDays.default(365).describe("Log retention in days"),
			region: shapes.regionName.optional().describe("Region of the deployment; default: the provider's Region"),
			tags: z
				.record(z.string().min(1).max(128), input(z.string().max(256)))
				.default({})
				.describe("Tags for all taggable resources"),
			permissionsBoundary: input(shapes.policyArn).optional().describe("ARN of the permissions boundary for all roles"),
			parts: parts.prefault({}).describe("Parts of the deployment, each true or false"),
			alarms: z.partialRecord(z.enum(ALARM_IDS), shapes.flag).default({}).describe("Alarms to enable or disable, by id"),
			thresholds: thresholds.prefault({}).describe("Alarm thresholds"),
			logGroups: logGroups
				.prefault({})
				.describe("Existing log groups to use instead of new ones; their retention and encryption are not changed"),
			receiver: throttling.prefault({}).describe("Throttling of the webhook API"),
			ledger: z
				.strictObject({
					deletionProtection: shapes.flag.default(true).describe("Deletion protection of the table"),
				})
				.prefault({})
				.describe("The DynamoDB table of ledger entries"),
			rollback: rollback.prefault({}).describe("The feature flag with automatic rollback"),
			runbook: runbook.prefault({}).describe("Your team, as shown in the runbook"),
			runbookUrl: shapes.httpsUrl
				.optional()
				.describe("URL of your own runbook, which the alarms link to; the alarm's id is appended after #"),
			application: z
				.strictObject({
					emits: shapes.flag
						.default(false)
						.describe("Whether the application publishes counts of token refreshes, started sign-ups and failed callbacks"),
				})
				.prefault({})
				.describe("Metrics published by the application itself"),
			webAcl: webAcl.optional().describe("A web ACL for the application; not created by default"),
		},
		{ error: "must be an object" },
	)
	.superRefine(({ alerts: { emails, pagerUrl, slack, topics }, parts: on, alarms, runbookUrl }, context) => {
		const places = emails.length + Number(pagerUrl !== undefined) + Number(slack !== undefined);
		const given = Number(topics.page !== undefined) + Number(topics.notify !== undefined);
		const say = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
		if (places === 0 && given < 2) say(["alerts"], "has no recipient: set emails, pagerUrl or slack, or both topics");
		if (places > 0 && given === 2)
			say(["alerts"], "has both topics: add subscriptions for emails, pagerUrl and slack where these topics are defined");
		if (!on.receiver && !on.poller) say(["parts"], "disables all data sources: receiver or poller must be true");
		else if (on.rollback && !(on.poller && ROLLBACK_ALARMS.some((id) => alarms[id] !== false)))
			say(
				["parts", "rollback"],
				`has no alarm to monitor: it requires parts.poller and one of the alarms ${ROLLBACK_ALARMS.join(", ")}; otherwise set it to false`,
			);
		if (!on.runbook && runbookUrl === undefined)
			say(["runbookUrl"], "is required if parts.runbook is false: every alarm links to a runbook");
	});

/** Options as written by the caller. */
export type AuthMonitoringArgs = z.input<typeof optionsSchema>;

/** Options with defaults applied. */
export type Options = z.output<typeof optionsSchema>;
