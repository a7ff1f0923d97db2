import * as z from "zod";
import { THRESHOLDS, type Threshold, type ThresholdName } from "../../signals/thresholds";
import { ALARM_IDS, ROLLS_BACK, type SEVERITIES } from "./alarms/ids";
import { input } from "./option/input";
import * as shapes from "./option/shapes";

/** Where an alarm's notice goes: `page` wakes somebody, `notify` waits until somebody looks. */
export const TOPICS = ["page", "notify"] as const;
export type TopicName = (typeof TOPICS)[number];

const topicOf = z.enum(TOPICS, { error: 'has to be "page" or "notify"' });

const alerts = z.strictObject({
	emails: z
		.array(input(shapes.emailAddress), { error: "has to be a list of e-mail addresses" })
		.default([])
		.describe(
			"E-mail addresses that hear of alarms: of what waits, and of everything where there is no pager. Each has to confirm its subscription",
		),
	pagerUrl: input(shapes.httpsUrl)
		.optional()
		.describe(
			"HTTPS address of a pager's SNS integration (PagerDuty, Opsgenie); treated as a secret, since the key is in it. It hears of what pages, and of everything where there is nothing else",
		),
	slack: z
		.strictObject({
			teamId: shapes.slackTeamId.describe("ID of the Slack workspace, which has to be authorised once in Amazon Q Developer's console"),
			channelId: shapes.slackChannelId.describe("ID of the Slack channel"),
		})
		.optional()
		.describe("A Slack channel that hears of all alarms"),
	topics: z
		.strictObject({
			page: input(shapes.topicArn).optional().describe("ARN of an existing SNS topic for what has to wake somebody"),
			notify: input(shapes.topicArn)
				.optional()
				.describe(
					"ARN of an existing SNS topic for everything else. One under another key than encryption.keyArn hears of flags that were taken back only where its key's policy lets the role do so that tells it",
				),
		})
		.prefault({})
		.describe(
			"Existing topics: nothing is made and nobody subscribed in the place of one that is given. One that is encrypted needs a key that CloudWatch may use",
		),
	severities: z
		.strictObject({
			critical: topicOf.default("page").describe("Where critical alarms go"),
			high: topicOf.default("page").describe("Where alarms of high severity go"),
			medium: topicOf.default("notify").describe("Where alarms of medium severity go"),
			low: topicOf.default("notify").describe("Where alarms of low severity go"),
		} satisfies Record<(typeof SEVERITIES)[number], z.ZodType>)
		.prefault({})
		.describe("Severity to topic: every alarm notifies, and for those that go to page one composite alarm of each theme pages"),
});

const parts = z.strictObject({
	receiver: shapes.flag.default(true).describe("The webhook receiver: HTTP API, queue and worker"),
	poller: shapes.flag.default(true).describe("The reader of Scalekit's authentication logs"),
	dashboard: shapes.flag.default(true).describe("The dashboard"),
	queries: shapes.flag.default(true).describe("Saved Logs Insights queries"),
	runbook: shapes.flag.default(true).describe("The runbook, an SSM document; without it runbookUrl is needed"),
	rollback: shapes.flag
		.default(true)
		.describe(
			"The feature flag with alarm-driven rollback, and the operator's switch; it needs the poller, and one of the alarms failed-login-rate and nobody-gets-in",
		),
});

/** Functions and the API that have a log group each. */
export const LOGGERS = ["receiver", "worker", "poller", "publisher", "access"] as const;
export type Logger = (typeof LOGGERS)[number];

const existingGroup = (of: string) => input(shapes.logGroupName).optional().describe(`Name of an existing log group for ${of}`);

const logGroups = z.strictObject({
	receiver: existingGroup("the receiver"),
	worker: existingGroup("the worker"),
	poller: existingGroup("the poller"),
	publisher: existingGroup("the publisher"),
	access: existingGroup("the API's access log"),
} satisfies Record<Logger, z.ZodType>);

const thresholds = z.strictObject(
	Object.fromEntries(
		Object.entries<Threshold>(THRESHOLDS).map(([name, { default: standard, meaning, unit, highest = 1_000_000 }]) => [
			name,
			shapes.wholeNumber(1, highest).default(standard).describe(`${meaning} (${unit})`),
		]),
	) as Record<ThresholdName, z.ZodDefault<z.ZodNumber>>,
);

const throttling = z.strictObject({
	requestsPerSecond: shapes.wholeNumber(1, 10_000).default(100).describe("Deliveries a second that the API lets through"),
	burst: shapes.wholeNumber(1, 5_000).default(200).describe("Deliveries at once that the API lets through"),
});

const rollback = z.strictObject({
	flag: shapes.flagKey
		.default("new-auth-flows")
		.describe(
			"Key of the feature flag behind which new ways of logging in are rolled out; to be set before the first update, after which the flag is the operators'",
		),
});

const runbook = z.strictObject({
	owner: z.string().min(1).default("The team that owns login").describe("Who looks after login"),
	escalation: z
		.array(z.string().min(1))
		.default([])
		.describe("Whom to call when the owner does not get on, in this order: names and numbers as they are to be read"),
	supportChannel: z
		.string()
		.min(1)
		.optional()
		.describe("Where you reach Scalekit beside support@scalekit.com, such as a shared Slack channel"),
});

const paths = (standard: readonly [string, ...string[]], what: string) =>
	z
		.array(shapes.urlPath)
		.min(1, { error: "has to name at least one path" })
		.max(5, { error: "has to name five paths at most" })
		.default([...standard])
		.describe(`Paths, or beginnings of paths, ${what}`);

const webAcl = z
	.strictObject({
		scope: z
			.enum(["REGIONAL", "CLOUDFRONT"], { error: 'has to be "REGIONAL" or "CLOUDFRONT"' })
			.describe("What stands behind it: REGIONAL for a load balancer, CLOUDFRONT for a distribution, which names the web ACL itself"),
		resourceArn: input(shapes.balancedArn).optional().describe("With REGIONAL: ARN of the load balancer that it protects"),
		loginPaths: paths(["/login"], "where people begin to log in"),
		callbackPaths: paths(["/auth/callback"], "to which Scalekit sends people back"),
		rateLimit: shapes
			.wholeNumber(101, 2_000_000)
			.default(300)
			.describe("Requests to these paths in five minutes from one address, beyond which it is blocked"),
		webhookPath: shapes.urlPath.default("/webhooks/scalekit").describe("Path at which the application itself takes Scalekit's webhooks"),
	})
	.superRefine(({ scope, resourceArn }, context) => {
		if (scope === "REGIONAL" && resourceArn === undefined)
			context.addIssue({ code: "custom", path: ["resourceArn"], message: "is needed with the scope REGIONAL" });
		if (scope === "CLOUDFRONT" && resourceArn !== undefined)
			context.addIssue({
				code: "custom",
				path: ["resourceArn"],
				message: "does not go with the scope CLOUDFRONT: the distribution names the web ACL",
			});
	});

/** All that can be set, with descriptions and defaults: types, messages and the page of the docs come from here. */
export const optionsSchema = z
	.strictObject(
		{
			name: shapes.monitoringName
				.default("scalekit-auth")
				.describe('Name of this monitoring: the beginning of its resources\' names, and the value of the dimension "service"'),
			scalekit: z
				.strictObject(
					{
						environmentUrl: input(shapes.environmentUrl).describe("Address of the Scalekit environment, or its custom domain"),
					},
					{ error: 'has to be an object with "environmentUrl"' },
				)
				.describe("The Scalekit environment that is watched"),
			alerts: alerts.describe("Who hears of alarms"),
			encryption: z
				.strictObject({
					keyArn: input(shapes.keyArn)
						.optional()
						.describe("ARN of an existing KMS key with the statements of keyPolicyStatements(); else one is made"),
				})
				.prefault({})
				.describe("The key that everything is encrypted with"),
			retentionDays: shapes.retentionDays.default(365).describe("Days that logs are kept"),
			region: shapes.regionName.optional().describe("Region of the monitoring; that of the provider where left out"),
			tags: z
				.record(z.string().min(1).max(128), input(z.string().max(256)))
				.default({})
				.describe("Tags on everything that takes some"),
			permissionsBoundary: input(shapes.policyArn).optional().describe("ARN of the permissions boundary of every role"),
			parts: parts.prefault({}).describe("Parts that can be left out"),
			alarms: z.partialRecord(z.enum(ALARM_IDS), shapes.flag).default({}).describe("Single alarms, each on or off"),
			thresholds: thresholds.prefault({}).describe("At what alarms ring"),
			logGroups: logGroups.prefault({}).describe("Existing log groups, with retention and encryption of their own"),
			receiver: throttling.prefault({}).describe("How fast webhooks may come"),
			ledger: z
				.strictObject({
					deletionProtection: shapes.flag.default(true).describe("Whether the table of facts refuses to be deleted"),
				})
				.prefault({})
				.describe("The table in which what happened is put once"),
			rollback: rollback.prefault({}).describe("The feature flag"),
			runbook: runbook.prefault({}).describe("What the runbook says of your team"),
			runbookUrl: shapes.httpsUrl
				.optional()
				.describe("Address of a runbook of your own, which alarms then link to; the alarm's name follows after #"),
			application: z
				.strictObject({
					emits: shapes.flag.default(false).describe("Whether the application counts token refreshes, sign-ups begun and failed callbacks"),
				})
				.prefault({})
				.describe("What the application itself tells"),
			webAcl: webAcl.optional().describe("A web ACL for the application; none where left out"),
		},
		{ error: "has to be an object" },
	)
	.superRefine(({ alerts: { emails, pagerUrl, slack, topics }, parts: on, alarms, runbookUrl }, context) => {
		const places = emails.length + Number(pagerUrl !== undefined) + Number(slack !== undefined);
		const given = Number(topics.page !== undefined) + Number(topics.notify !== undefined);
		const say = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
		if (places === 0 && given < 2) say(["alerts"], "names nobody: set emails, pagerUrl or slack, or both topics");
		if (places > 0 && given === 2)
			say(["alerts"], "has both topics already: subscribe emails, pagerUrl and slack to them where they are made");
		if (!on.receiver && !on.poller) say(["parts"], "leave nothing to watch: receiver or poller has to stay on");
		else if (on.rollback && !(on.poller && ROLLS_BACK.some((id) => alarms[id] !== false)))
			say(
				["parts", "rollback"],
				`has no alarm to watch: it needs parts.poller, and of alarms ${ROLLS_BACK.join(" or ")}; set it to false without them`,
			);
		if (!on.runbook && runbookUrl === undefined)
			say(["runbookUrl"], "is needed where parts.runbook is false: every alarm links to a runbook");
	});

/** What a caller gives. */
export type AuthMonitoringArgs = z.input<typeof optionsSchema>;

/** What then holds. */
export type Options = z.output<typeof optionsSchema>;
