import * as pulumi from "@pulumi/pulumi";
import type { AuthMonitoringArgs } from "./args";
import { orStop } from "./config";
import { parseOptions } from "./option/explain";
import { optionsSchema } from "./options";
import { makeAlarms } from "./parts/alarms";
import { makeDashboard } from "./parts/dashboard";
import { makeKeys } from "./parts/encryption";
import { makeLedger } from "./parts/ledger";
import { accessTo } from "./parts/ledger-access";
import { placeOf } from "./parts/place";
import { makePoller } from "./parts/poller";
import { makePublisher } from "./parts/publisher";
import { saveQueries } from "./parts/queries";
import { makeReceiver } from "./parts/receiver";
import { makeRollback, type Rollback } from "./parts/rollback";
import { makeRunbook } from "./parts/runbook";
import { makeTopics } from "./parts/topics";
import { makeWebAcl } from "./parts/web-acl";

/**
 * Monitoring of authentication by Scalekit: a webhook receiver, a reader of the authentication logs, metrics, alarms, a dashboard, a runbook
 * and a flag by which new ways of logging in are rolled back.
 *
 * ```ts
 * new AuthMonitoring("auth", {
 *   scalekit: { environmentUrl: "https://shop.scalekit.com" },
 *   alerts: { emails: ["on-call@example.com"] },
 * });
 * ```
 *
 * Every other option has a default. Wrong options end the program with one line for each.
 */
export class AuthMonitoring extends pulumi.ComponentResource {
	/** Where Scalekit has to send webhooks to; missing without the receiver. */
	readonly webhookUrl: pulumi.Output<string> | undefined;
	/** ARN of the empty secret into which the webhook's signing secret goes; missing without the receiver. */
	readonly webhookSecretArn: pulumi.Output<string> | undefined;
	/** ARN of the empty secret into which the credentials of an API client go; missing without the poller. */
	readonly credentialsSecretArn: pulumi.Output<string> | undefined;
	/** ARN of the topic that wakes somebody. */
	readonly pageTopicArn: pulumi.Output<string>;
	/** ARN of the topic for everything else. */
	readonly notifyTopicArn: pulumi.Output<string>;
	/** ARNs of the alarms by id, and of those that page, such as `page-logins`. */
	readonly alarmArns: pulumi.Output<Readonly<Record<string, string>>>;
	/** Missing without the dashboard. */
	readonly dashboardName: pulumi.Output<string> | undefined;
	/** Address of the dashboard in AWS's console; missing without it. */
	readonly dashboardUrl: pulumi.Output<string> | undefined;
	/** Name of the SSM document that holds the runbook; missing without it. */
	readonly runbookDocument: pulumi.Output<string> | undefined;
	/** Where the feature flag is, for the application that reads it; missing without it. */
	readonly rollback: Rollback | undefined;
	/** ARN of the web ACL; a CloudFront distribution takes it as `webAclId`. */
	readonly webAclArn: pulumi.Output<string> | undefined;
	/** ARN of the key that everything is encrypted with. */
	readonly keyArn: pulumi.Output<string>;
	/** Name of the table of what happened. */
	readonly tableName: pulumi.Output<string>;

	constructor(name: string, args: AuthMonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
		super("scalekit-readiness:monitoring:AuthMonitoring", name, {}, opts);
		const place = placeOf(
			orStop(() => parseOptions(optionsSchema, args)),
			this,
		);
		const { parts } = place.options;
		const keys = makeKeys(place);
		const topics = makeTopics(place, keys);
		const table = makeLedger(place, keys);
		const ledger = accessTo(table);
		const receiver = parts.receiver ? makeReceiver(place, keys, ledger) : undefined;
		const poller = parts.poller ? makePoller(place, keys, ledger) : undefined;
		makePublisher(place, keys, ledger);
		const apiId = receiver?.api.id ?? "";
		const alarms = makeAlarms(place, topics, apiId);
		const dashboard = parts.dashboard ? makeDashboard(place, alarms, apiId) : undefined;
		if (parts.queries) saveQueries(place);
		const { webAcl } = place.options;

		this.webhookUrl = receiver?.api.url;
		this.webhookSecretArn = receiver?.secret;
		this.credentialsSecretArn = poller?.secret;
		this.pageTopicArn = topics.page;
		this.notifyTopicArn = topics.notify;
		this.alarmArns = pulumi.output(Object.fromEntries([...alarms.byId, ...alarms.pages].map(([id, { arn }]) => [id, arn] as const)));
		this.dashboardName = dashboard?.name;
		this.dashboardUrl = dashboard?.url;
		this.runbookDocument = parts.runbook ? makeRunbook(place, keys, receiver?.queues, alarms).name : undefined;
		this.rollback = parts.rollback ? makeRollback(place, alarms, topics, keys) : undefined;
		this.webAclArn = webAcl ? makeWebAcl(place, webAcl, keys).arn : undefined;
		this.keyArn = keys.data;
		this.tableName = table.name;
		this.registerOutputs(outputsOf(this));
	}
}

/** What a program exports of a monitoring: what people have to fill in, and where to look. */
export function outputsOf(monitoring: AuthMonitoring) {
	const all = {
		webhookUrl: monitoring.webhookUrl,
		webhookSecretArn: monitoring.webhookSecretArn,
		credentialsSecretArn: monitoring.credentialsSecretArn,
		pageTopicArn: monitoring.pageTopicArn,
		notifyTopicArn: monitoring.notifyTopicArn,
		alarmArns: monitoring.alarmArns,
		dashboardName: monitoring.dashboardName,
		dashboardUrl: monitoring.dashboardUrl,
		runbookDocument: monitoring.runbookDocument,
		rollback: monitoring.rollback,
		webAclArn: monitoring.webAclArn,
		keyArn: monitoring.keyArn,
		tableName: monitoring.tableName,
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
