// Generated from options.ts by `npm run docs`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";

/** Options of {@link AuthMonitoring}. */
export interface AuthMonitoringArgs {
	/** Name of this monitoring: the beginning of its resources' names, and the value of the dimension "service". @default "scalekit-auth" */
	name?: string;
	/** The Scalekit environment that is watched. */
	scalekit: {
		/** Address of the Scalekit environment, or its custom domain. */
		environmentUrl: pulumi.Input<string>;
	};
	/** Who hears of alarms. */
	alerts: {
		/** E-mail addresses that hear of alarms: of what waits, and of everything where there is no pager. Each has to confirm its subscription. @default [] */
		emails?: readonly pulumi.Input<string>[];
		/** HTTPS address of a pager's SNS integration (PagerDuty, Opsgenie); treated as a secret, since the key is in it. It hears of what pages, and of everything where there is nothing else. */
		pagerUrl?: pulumi.Input<string>;
		/** A Slack channel that hears of all alarms. */
		slack?: {
			/** ID of the Slack workspace, which has to be authorised once in Amazon Q Developer's console. */
			teamId: string;
			/** ID of the Slack channel. */
			channelId: string;
		};
		/** Existing topics: nothing is made and nobody subscribed in the place of one that is given. One that is encrypted needs a key that CloudWatch may use. */
		topics?: {
			/** ARN of an existing SNS topic for what has to wake somebody. */
			page?: pulumi.Input<string>;
			/** ARN of an existing SNS topic for everything else. One under another key than encryption.keyArn hears of flags that were taken back only where its key's policy lets the role do so that tells it. */
			notify?: pulumi.Input<string>;
		};
		/** Severity to topic: every alarm notifies, and for those that go to page one composite alarm of each theme pages. */
		severities?: {
			/** Where critical alarms go. @default "page" */
			critical?: "page" | "notify";
			/** Where alarms of high severity go. @default "page" */
			high?: "page" | "notify";
			/** Where alarms of medium severity go. @default "notify" */
			medium?: "page" | "notify";
			/** Where alarms of low severity go. @default "notify" */
			low?: "page" | "notify";
		};
	};
	/** The key that everything is encrypted with. */
	encryption?: {
		/** ARN of an existing KMS key with the statements of keyPolicyStatements(); else one is made. */
		keyArn?: pulumi.Input<string>;
	};
	/** Days that logs are kept. @default 365 */
	retentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653;
	/** Region of the monitoring; that of the provider where left out. */
	region?: string;
	/** Tags on everything that takes some. @default {} */
	tags?: Readonly<Record<string, pulumi.Input<string>>>;
	/** ARN of the permissions boundary of every role. */
	permissionsBoundary?: pulumi.Input<string>;
	/** Parts that can be left out. */
	parts?: {
		/** The webhook receiver: HTTP API, queue and worker. @default true */
		receiver?: boolean;
		/** The reader of Scalekit's authentication logs. @default true */
		poller?: boolean;
		/** The dashboard. @default true */
		dashboard?: boolean;
		/** Saved Logs Insights queries. @default true */
		queries?: boolean;
		/** The runbook, an SSM document; without it runbookUrl is needed. @default true */
		runbook?: boolean;
		/** The feature flag with alarm-driven rollback, and the operator's switch; it needs the poller, and one of the alarms failed-login-rate and nobody-gets-in. @default true */
		rollback?: boolean;
	};
	/** Single alarms, each on or off. @default {} */
	alarms?: Partial<Record<"nobody-gets-in" | "failed-login-rate" | "failed-login-burst" | "failed-login-sustained" | "account-burst" | "organization-burst" | "abandonment-rate" | "no-logins" | "new-country" | "webhooks-silent" | "webhook-delivery" | "webhook-signature-failures" | "webhooks-throttled" | "receiver-errors" | "api-errors" | "dead-letters" | "queue-age" | "worker-errors" | "unknown-events" | "malformed-events" | "poller-stalled" | "poller-errors" | "publisher-stalled" | "publisher-errors" | "token-refresh-failures" | "signup-conversion" | "callback-failures", boolean>>;
	/** At what alarms ring. */
	thresholds?: {
		/** Failed logins in five minutes (logins). @default 30 */
		"failed-login-burst"?: number;
		/** Share of finished logins below which failed ones are no burst (percent). @default 20 */
		"failed-login-burst-share"?: number;
		/** Share of logins that fail (percent). @default 50 */
		"failed-login-rate"?: number;
		/** Finished logins in five minutes below which the share says nothing (logins). @default 20 */
		"failed-login-rate-floor"?: number;
		/** Failed logins in each of several five minutes (logins). @default 10 */
		"failed-login-sustained"?: number;
		/** Share of finished logins below which failed ones are the usual ones (percent). @default 20 */
		"failed-login-sustained-share"?: number;
		/** Failed logins of one account in five minutes (logins). @default 10 */
		"account-burst"?: number;
		/** Failed logins of one organization in five minutes (logins). @default 20 */
		"organization-burst"?: number;
		/** Logins begun in five minutes of which none succeeds (logins). @default 10 */
		"nobody-gets-in"?: number;
		/** Share of logins that are left unfinished (percent). @default 60 */
		"abandonment-rate"?: number;
		/** Logins begun 90 minutes before in five minutes below which the share says nothing (logins). @default 20 */
		"abandonment-rate-floor"?: number;
		/** Sessions from a country that is new for their user, in five minutes (sessions). @default 1 */
		"new-country"?: number;
		/** Deliveries with a wrong signature in five minutes (deliveries). @default 5 */
		"webhook-signature-failures"?: number;
		/** Share of deliveries that are not taken (percent). @default 20 */
		"webhook-delivery"?: number;
		/** Deliveries in five minutes below which the share says nothing (deliveries). @default 10 */
		"webhook-delivery-floor"?: number;
		/** Runs of the receiver that end with an error, in five minutes (runs). @default 1 */
		"receiver-errors"?: number;
		/** Requests that the API answers with 5xx, in five minutes (requests). @default 5 */
		"api-errors"?: number;
		/** Deliveries that the API turns away for coming too fast, in five minutes (deliveries). @default 1 */
		"webhooks-throttled"?: number;
		/** Runs of the worker that end with an error, in five minutes (runs). @default 1 */
		"worker-errors"?: number;
		/** Events that were given up (messages). @default 1 */
		"dead-letters"?: number;
		/** How long the oldest event waits (seconds). @default 900 */
		"queue-age"?: number;
		/** Logins in five minutes, in each of three hours in which no webhook comes (logins). @default 1 */
		"webhooks-silent"?: number;
		/** How long nobody begins to log in (hours). @default 72 */
		"no-logins"?: number;
		/** How far the reading of authentication logs is behind (seconds). @default 300 */
		"poller-stalled"?: number;
		/** Runs of the poller that end with an error, in five minutes (runs). @default 3 */
		"poller-errors"?: number;
		/** Runs of the publisher that end with an error, in five minutes (runs). @default 3 */
		"publisher-errors"?: number;
		/** Events of an unknown type in five minutes (events). @default 1 */
		"unknown-events"?: number;
		/** Events that are not shaped as documented, in five minutes (events). @default 1 */
		"malformed-events"?: number;
		/** Share of token refreshes that fail (percent). @default 20 */
		"token-refresh-failures"?: number;
		/** Token refreshes in five minutes below which the share says nothing (refreshes). @default 20 */
		"token-refresh-failures-floor"?: number;
		/** Share of begun sign-ups that are finished, below which it rings (percent). @default 10 */
		"signup-conversion"?: number;
		/** Sign-ups begun in five minutes below which the share says nothing (sign-ups). @default 5 */
		"signup-conversion-floor"?: number;
		/** Returns from Scalekit that end without a session, in five minutes (logins). @default 5 */
		"callback-failures"?: number;
	};
	/** Existing log groups, with retention and encryption of their own. */
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
	/** How fast webhooks may come. */
	receiver?: {
		/** Deliveries a second that the API lets through. @default 100 */
		requestsPerSecond?: number;
		/** Deliveries at once that the API lets through. @default 200 */
		burst?: number;
	};
	/** The table in which what happened is put once. */
	ledger?: {
		/** Whether the table of facts refuses to be deleted. @default true */
		deletionProtection?: boolean;
	};
	/** The feature flag. */
	rollback?: {
		/** Key of the feature flag behind which new ways of logging in are rolled out; to be set before the first update, after which the flag is the operators'. @default "new-auth-flows" */
		flag?: string;
	};
	/** What the runbook says of your team. */
	runbook?: {
		/** Who looks after login. @default "The team that owns login" */
		owner?: string;
		/** Whom to call when the owner does not get on, in this order: names and numbers as they are to be read. @default [] */
		escalation?: readonly string[];
		/** Where you reach Scalekit beside support@scalekit.com, such as a shared Slack channel. */
		supportChannel?: string;
	};
	/** Address of a runbook of your own, which alarms then link to; the alarm's name follows after #. */
	runbookUrl?: string;
	/** What the application itself tells. */
	application?: {
		/** Whether the application counts token refreshes, sign-ups begun and failed callbacks. @default false */
		emits?: boolean;
	};
	/** A web ACL for the application; none where left out. */
	webAcl?: {
		/** What stands behind it: REGIONAL for a load balancer, CLOUDFRONT for a distribution, which names the web ACL itself. */
		scope: "REGIONAL" | "CLOUDFRONT";
		/** With REGIONAL: ARN of the load balancer that it protects. */
		resourceArn?: pulumi.Input<string>;
		/** Paths, or beginnings of paths, where people begin to log in. @default ["/login"] */
		loginPaths?: readonly string[];
		/** Paths, or beginnings of paths, to which Scalekit sends people back. @default ["/auth/callback"] */
		callbackPaths?: readonly string[];
		/** Requests to these paths in five minutes from one address, beyond which it is blocked. @default 300 */
		rateLimit?: number;
		/** Path at which the application itself takes Scalekit's webhooks. @default "/webhooks/scalekit" */
		webhookPath?: string;
	};
}
