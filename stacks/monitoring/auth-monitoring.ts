import * as pulumi from "@pulumi/pulumi";
import type { AuthMonitoringArgs } from "./args";
import { orStop } from "./config";
import { parseOptions } from "./option/explain";
import { optionsSchema } from "./options";
import { makeAlarms } from "./parts/alarms";
import { createContext } from "./parts/component-context";
import { makeDashboard } from "./parts/dashboard";
import { makeKeys } from "./parts/encryption";
import { makeLedger } from "./parts/ledger";
import { accessTo } from "./parts/ledger-access";
import { makePoller } from "./parts/poller";
import { makePublisher } from "./parts/publisher";
import { saveQueries } from "./parts/queries";
import { makeReceiver } from "./parts/receiver";
import { makeRollback, type Rollback } from "./parts/rollback";
import { makeRunbook } from "./parts/runbook";
import { makeTopics } from "./parts/topics";
import { makeWebAcl } from "./parts/web-acl";

/**
 * Monitoring for authentication with Scalekit: a webhook receiver, a poller of the authentication logs, metrics, alarms, a dashboard, a runbook
 * and a feature flag with automatic rollback.
 *
 * ```ts
 * new AuthMonitoring("auth", {
 *   scalekit: { environmentUrl: "https://shop.scalekit.com" },
 *   alerts: { emails: ["on-call@example.com"] },
 * });
 * ```
 *
 * All other options have defaults. Invalid options end the program with one line for each.
 */
export class AuthMonitoring extends pulumi.ComponentResource {
	/** URL to register as webhook endpoint in Scalekit; undefined without the receiver. */
	readonly webhookUrl: pulumi.Output<string> | undefined;
	/** ARN of the secret for the webhook signing secret, created without a value; undefined without the receiver. */
	readonly webhookSecretArn: pulumi.Output<string> | undefined;
	/** ARN of the secret for the API client's credentials, created without a value; undefined without the poller. */
	readonly credentialsSecretArn: pulumi.Output<string> | undefined;
	/** ARN of the topic for alarms that page. */
	readonly pageTopicArn: pulumi.Output<string>;
	/** ARN of the topic for all alarms. */
	readonly notifyTopicArn: pulumi.Output<string>;
	/** ARNs of the alarms by id, including composite paging alarms such as `page-logins`. */
	readonly alarmArns: pulumi.Output<Readonly<Record<string, string>>>;
	/** Undefined without the dashboard. */
	readonly dashboardName: pulumi.Output<string> | undefined;
	/** URL of the dashboard in the AWS console; undefined without it. */
	readonly dashboardUrl: pulumi.Output<string> | undefined;
	/** Name of the SSM document with the runbook; undefined without it. */
	readonly runbookDocument: pulumi.Output<string> | undefined;
	/** IDs that the application needs to read the feature flag; undefined without it. */
	readonly rollback: Rollback | undefined;
	/** ARN of the web ACL; for a CloudFront distribution, its `webAclId`. */
	readonly webAclArn: pulumi.Output<string> | undefined;
	/** ARN of the key that encrypts all data. */
	readonly keyArn: pulumi.Output<string>;
	/** Name of the ledger's table. */
	readonly tableName: pulumi.Output<string>;

	constructor(name: string, args: AuthMonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
		super("scalekit-readiness:monitoring:AuthMonitoring", name, {}, opts);
		const context = createContext(
			orStop(() => parseOptions(optionsSchema, args)),
			this,
		);
		const { parts } = context.options;
		const keys = makeKeys(context);
		const topics = makeTopics(context, keys);
		const table = makeLedger(context, keys);
		const ledger = accessTo(table);
		const receiver = parts.receiver ? makeReceiver(context, keys, ledger) : undefined;
		const poller = parts.poller ? makePoller(context, keys, ledger) : undefined;
		makePublisher(context, keys, ledger);
		const apiId = receiver?.api.id ?? "";
		const alarms = makeAlarms(context, topics, apiId);
		const dashboard = parts.dashboard ? makeDashboard(context, alarms, apiId) : undefined;
		if (parts.queries) saveQueries(context);
		const { webAcl } = context.options;

		this.webhookUrl = receiver?.api.url;
		this.webhookSecretArn = receiver?.secret;
		this.credentialsSecretArn = poller?.secret;
		this.pageTopicArn = topics.page;
		this.notifyTopicArn = topics.notify;
		this.alarmArns = pulumi.output(Object.fromEntries([...alarms.byId, ...alarms.pagingAlarms].map(([id, { arn }]) => [id, arn] as const)));
		this.dashboardName = dashboard?.name;
		this.dashboardUrl = dashboard?.url;
		this.runbookDocument = parts.runbook ? makeRunbook(context, keys, receiver?.queues, alarms).name : undefined;
		this.rollback = parts.rollback ? makeRollback(context, alarms, topics, keys) : undefined;
		this.webAclArn = webAcl ? makeWebAcl(context, webAcl, keys).arn : undefined;
		this.keyArn = keys.data;
		this.tableName = table.name;
		this.registerOutputs(outputsOf(this));
	}
}

/** The stack outputs of a deployment: what to configure in Scalekit, and where to look. */
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
