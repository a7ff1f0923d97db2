// Generated from options.ts by `npm run docs`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";

/** Options of {@link AuthMonitoring}. */
export interface AuthMonitoringArgs {
	/** Name of the deployment: prefix of its resource names, and value of the metric dimension "service". @default "scalekit-auth" */
	name?: string;
	/** The Scalekit environment to monitor. */
	scalekit: {
		/** URL of the Scalekit environment, or of its custom domain. */
		environmentUrl: pulumi.Input<string>;
	};
	/** Who is notified of alarms. */
	alerts: {
		/** E-mail addresses subscribed to the notify topic, and to the page topic if there is no pager. Each subscription must be confirmed. @default [] */
		emails?: readonly pulumi.Input<string>[];
		/** HTTPS URL of a pager's SNS integration (PagerDuty, Opsgenie); a secret, because the URL contains the integration key. Subscribed to the page topic, and to the notify topic if there is no other subscriber. */
		pagerUrl?: pulumi.Input<string>;
		/** A Slack channel subscribed to all alarms. */
		slack?: {
			/** ID of the Slack workspace, which must be authorized once in the Amazon Q Developer console. */
			teamId: string;
			/** ID of the Slack channel. */
			channelId: string;
		};
		/** Existing topics, used instead of new ones; no subscriptions are added to them. The key of an encrypted topic must allow CloudWatch. */
		topics?: {
			/** ARN of an existing SNS topic for alarms that page. */
			page?: pulumi.Input<string>;
			/** ARN of an existing SNS topic for all alarms. If it is encrypted with a key other than encryption.keyArn, that key's policy must allow the rollback-notification role, or rollback notifications are not delivered. */
			notify?: pulumi.Input<string>;
		};
		/** Topic by severity. Every alarm notifies; alarms with topic page also page, through one composite alarm per group. */
		severities?: {
			/** Topic for alarms of critical severity. @default "page" */
			critical?: "page" | "notify";
			/** Topic for alarms of high severity. @default "page" */
			high?: "page" | "notify";
			/** Topic for alarms of medium severity. @default "notify" */
			medium?: "page" | "notify";
			/** Topic for alarms of low severity. @default "notify" */
			low?: "page" | "notify";
		};
	};
	/** The key that encrypts all data. */
	encryption?: {
		/** ARN of an existing KMS key whose policy includes keyPolicyStatements(); a key is created if not set. */
		keyArn?: pulumi.Input<string>;
	};
	/** Log retention in days. @default 365 */
	retentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653;
	/** Region of the deployment; default: the provider's Region. */
	region?: string;
	/** Tags for all taggable resources. @default {} */
	tags?: Readonly<Record<string, pulumi.Input<string>>>;
	/** ARN of the permissions boundary for all roles. */
	permissionsBoundary?: pulumi.Input<string>;
	/** Parts of the deployment, each true or false. */
	parts?: {
		/** The webhook receiver: HTTP API, queue and worker. @default true */
		receiver?: boolean;
		/** The poller of Scalekit's authentication logs. @default true */
		poller?: boolean;
		/** The dashboard. @default true */
		dashboard?: boolean;
		/** Saved Logs Insights queries. @default true */
		queries?: boolean;
		/** The runbook, an SSM document; required unless runbookUrl is set. @default true */
		runbook?: boolean;
		/** The feature flag with automatic rollback, and the operators' switch; requires the poller and at least one of the alarms failed-login-rate and no-successful-logins. @default true */
		rollback?: boolean;
	};
	/** Alarms to enable or disable, by id. @default {} */
	alarms?: Partial<Record<"no-successful-logins" | "failed-login-rate" | "failed-login-burst" | "failed-login-sustained" | "account-burst" | "organization-burst" | "abandonment-rate" | "no-logins" | "new-country" | "no-webhooks" | "webhook-delivery" | "webhook-signature-failures" | "webhooks-throttled" | "receiver-errors" | "api-errors" | "dead-letters" | "queue-age" | "worker-errors" | "unknown-events" | "malformed-events" | "poller-stalled" | "poller-errors" | "publisher-stalled" | "publisher-errors" | "token-refresh-failures" | "signup-conversion" | "callback-failures", boolean>>;
	/** Alarm thresholds. */
	thresholds?: {
		/** Failed logins in five minutes (logins). @default 30 */
		"failed-login-burst"?: number;
		/** Minimum share of failed among completed logins (percent). @default 20 */
		"failed-login-burst-share"?: number;
		/** Share of logins that fail (percent). @default 50 */
		"failed-login-rate"?: number;
		/** Completed logins in five minutes below which the alarm does not fire (logins). @default 20 */
		"failed-login-rate-floor"?: number;
		/** Failed logins in each five-minute period (logins). @default 10 */
		"failed-login-sustained"?: number;
		/** Minimum share of failed among completed logins (percent). @default 20 */
		"failed-login-sustained-share"?: number;
		/** Failed logins of one account in five minutes (logins). @default 10 */
		"account-burst"?: number;
		/** Failed logins of one organization in five minutes (logins). @default 20 */
		"organization-burst"?: number;
		/** Logins started in five minutes of which none succeeds (logins). @default 10 */
		"no-successful-logins"?: number;
		/** Share of logins that are abandoned (percent). @default 60 */
		"abandonment-rate"?: number;
		/** Logins started 90 minutes earlier in five minutes below which the alarm does not fire (logins). @default 20 */
		"abandonment-rate-floor"?: number;
		/** Sessions from a country that is new for the user, in five minutes (sessions). @default 1 */
		"new-country"?: number;
		/** Deliveries with an invalid signature in five minutes (deliveries). @default 5 */
		"webhook-signature-failures"?: number;
		/** Share of deliveries that are rejected or fail (percent). @default 20 */
		"webhook-delivery"?: number;
		/** Deliveries in five minutes below which the alarm does not fire (deliveries). @default 10 */
		"webhook-delivery-floor"?: number;
		/** Receiver invocations that end with an error, in five minutes (runs). @default 1 */
		"receiver-errors"?: number;
		/** Requests that the API answers with 5xx, in five minutes (requests). @default 5 */
		"api-errors"?: number;
		/** Deliveries that the API throttles, in five minutes (deliveries). @default 1 */
		"webhooks-throttled"?: number;
		/** Worker invocations that end with an error, in five minutes (runs). @default 1 */
		"worker-errors"?: number;
		/** Messages in the dead-letter queue (messages). @default 1 */
		"dead-letters"?: number;
		/** Age of the oldest event in the queue (seconds). @default 900 */
		"queue-age"?: number;
		/** Logins in five minutes, in each of three hours without a webhook (logins). @default 1 */
		"no-webhooks"?: number;
		/** Hours without a started login (hours). @default 72 */
		"no-logins"?: number;
		/** Lag of the poller behind the authentication logs (seconds). @default 300 */
		"poller-stalled"?: number;
		/** Poller invocations that end with an error, in five minutes (runs). @default 3 */
		"poller-errors"?: number;
		/** Publisher invocations that end with an error, in five minutes (runs). @default 3 */
		"publisher-errors"?: number;
		/** Events of unknown type in five minutes (events). @default 1 */
		"unknown-events"?: number;
		/** Events that do not match the documented schema, in five minutes (events). @default 1 */
		"malformed-events"?: number;
		/** Share of token refreshes that fail (percent). @default 20 */
		"token-refresh-failures"?: number;
		/** Token refreshes in five minutes below which the alarm does not fire (refreshes). @default 20 */
		"token-refresh-failures-floor"?: number;
		/** Share of started sign-ups that complete; the alarm fires below it (percent). @default 10 */
		"signup-conversion"?: number;
		/** Sign-ups started in five minutes below which the alarm does not fire (sign-ups). @default 5 */
		"signup-conversion-floor"?: number;
		/** Callbacks that create no session, in five minutes (logins). @default 5 */
		"callback-failures"?: number;
	};
	/** Existing log groups to use instead of new ones; their retention and encryption are not changed. */
	logGroups?: {
		/** Name of an existing log group for the receiver. */
		receiver?: pulumi.Input<string>;
		/** Name of an existing log group for the worker. */
		worker?: pulumi.Input<string>;
		/** Name of an existing log group for the poller. */
		poller?: pulumi.Input<string>;
		/** Name of an existing log group for the publisher. */
		publisher?: pulumi.Input<string>;
		/** Name of an existing log group for the API's access log. */
		access?: pulumi.Input<string>;
	};
	/** Throttling of the webhook API. */
	receiver?: {
		/** Deliveries per second that the API accepts. @default 100 */
		requestsPerSecond?: number;
		/** Burst of deliveries that the API accepts. @default 200 */
		burst?: number;
	};
	/** The DynamoDB table of ledger entries. */
	ledger?: {
		/** Deletion protection of the table. @default true */
		deletionProtection?: boolean;
	};
	/** The feature flag with automatic rollback. */
	rollback?: {
		/** Key of the feature flag for the rollout of new login methods. Set it before the first deployment: later changes of the flag are left to the operators. @default "new-auth-flows" */
		flag?: string;
	};
	/** Your team, as shown in the runbook. */
	runbook?: {
		/** The team responsible for login. @default "The team that owns login" */
		owner?: string;
		/** Escalation contacts in order, as shown in the runbook. @default [] */
		escalation?: readonly string[];
		/** A support channel with Scalekit besides support@scalekit.com, such as a shared Slack channel. */
		supportChannel?: string;
	};
	/** URL of your own runbook, which the alarms link to; the alarm's id is appended after #. */
	runbookUrl?: string;
	/** Metrics published by the application itself. */
	application?: {
		/** Whether the application publishes counts of token refreshes, started sign-ups and failed callbacks. @default false */
		emits?: boolean;
	};
	/** A web ACL for the application; not created by default. */
	webAcl?: {
		/** REGIONAL for a load balancer, CLOUDFRONT for a distribution, which references the web ACL itself. */
		scope: "REGIONAL" | "CLOUDFRONT";
		/** ARN of the load balancer to protect, for the scope REGIONAL. */
		resourceArn?: pulumi.Input<string>;
		/** Path prefixes of the login pages. @default ["/login"] */
		loginPaths?: readonly string[];
		/** Path prefixes of the OAuth callbacks. @default ["/auth/callback"] */
		callbackPaths?: readonly string[];
		/** Requests to these paths from one address in five minutes, above which the address is blocked. @default 300 */
		rateLimit?: number;
		/** Path of the application's own endpoint for Scalekit webhooks. @default "/webhooks/scalekit" */
		webhookPath?: string;
	};
}
