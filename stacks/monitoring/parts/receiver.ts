import * as lambda from "@pulumi/aws/lambda";
import type * as pulumi from "@pulumi/pulumi";
import { makeApi, type WebhookApi } from "./api";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";
import { makeFunction } from "./function";
import type { LedgerAccess } from "./ledger-access";
import { allow } from "./policy";
import { makeQueues, type Queues } from "./queue";
import { makeSecret } from "./secret";

/** In seconds; Scalekit's delivery timeout is ten. */
const RECEIVER_TIMEOUT = 8;
const WORKER_TIMEOUT = 30;

export interface Receiver {
	readonly api: WebhookApi;
	readonly queues: Queues;
	/** ARN of the secret for the webhook signing secret. */
	readonly secret: pulumi.Output<string>;
}

/** Webhook processing: API, receiver, queue, worker and dead-letter queue. */
export function makeReceiver(context: ComponentContext, keys: Keys, ledger: LedgerAccess): Receiver {
	const { name } = context;
	const secret = makeSecret(context, "webhook-secret", "Signing secret of the Scalekit webhook endpoint (whsec_…), set manually", keys);
	const queues = makeQueues(context, keys, WORKER_TIMEOUT);
	const receiver = makeFunction(context, "receiver", {
		description: "Verifies and queues Scalekit webhooks",
		timeout: RECEIVER_TIMEOUT,
		memory: 512,
		environment: { SCALEKIT_WEBHOOK_SECRET_ARN: secret.arn, QUEUE_URL: queues.events.url },
		permissions: [
			allow(["secretsmanager:GetSecretValue"], secret.arn),
			allow(["sqs:SendMessage"], queues.events.arn),
			ledger.allow("GetItem", "PutItem"),
		],
		ledger: ledger.table,
		keys,
	});
	const worker = makeFunction(context, "worker", {
		description: "Writes ledger entries for Scalekit events",
		timeout: WORKER_TIMEOUT,
		memory: 512,
		environment: { HASH_KEY_ARN: keys.hash },
		permissions: [
			allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], queues.events.arn),
			allow(["kms:GenerateMac"], keys.hash),
			ledger.allow("PutItem", "UpdateItem"),
		],
		ledger: ledger.table,
		keys,
	});
	new lambda.EventSourceMapping(
		`${name}-worker`,
		{
			eventSourceArn: queues.events.arn,
			functionName: worker.arn,
			batchSize: 10,
			functionResponseTypes: ["ReportBatchItemFailures"],
			...context.regionalTagged,
		},
		context.childOptions,
	);
	return { api: makeApi(context, receiver, keys), queues, secret: secret.arn };
}
