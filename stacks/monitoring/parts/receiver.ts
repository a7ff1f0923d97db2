import * as lambda from "@pulumi/aws/lambda";
import type * as pulumi from "@pulumi/pulumi";
import { makeApi, type WebhookApi } from "./api";
import type { Keys } from "./encryption";
import { makeFunction } from "./function";
import type { LedgerAccess } from "./ledger-access";
import type { Place } from "./place";
import { allow } from "./policy";
import { makeQueues, type Queues } from "./queue";
import { makeSecret } from "./secret";

/** Seconds. Scalekit waits ten for an answer (reference/scalekit.md §3.5). */
const RECEIVER_TIMEOUT = 8;
const WORKER_TIMEOUT = 30;

export interface Receiver {
	readonly api: WebhookApi;
	readonly queues: Queues;
	/** ARN of the secret that a person fills with the webhook's signing secret. */
	readonly secret: pulumi.Output<string>;
}

/** The way of a webhook: API, receiver, queue, worker, and what becomes of one that cannot be handled. */
export function makeReceiver(place: Place, keys: Keys, ledger: LedgerAccess): Receiver {
	const { name } = place;
	const secret = makeSecret(
		place,
		"webhook-secret",
		"Signing secret of Scalekit's webhook endpoint (whsec_…); filled in by a person",
		keys,
	);
	const queues = makeQueues(place, keys, WORKER_TIMEOUT);
	const receiver = makeFunction(place, "receiver", {
		description: "Verifies Scalekit's webhooks and queues them",
		timeout: RECEIVER_TIMEOUT,
		memory: 512,
		environment: { SCALEKIT_WEBHOOK_SECRET_ARN: secret.arn, QUEUE_URL: queues.events.url },
		may: [
			allow(["secretsmanager:GetSecretValue"], secret.arn),
			allow(["sqs:SendMessage"], queues.events.arn),
			ledger.may("GetItem", "PutItem"),
		],
		ledger: ledger.table,
		keys,
	});
	const worker = makeFunction(place, "worker", {
		description: "Makes facts of Scalekit's events",
		timeout: WORKER_TIMEOUT,
		memory: 512,
		environment: { HASH_KEY_ARN: keys.hash },
		may: [
			allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], queues.events.arn),
			allow(["kms:GenerateMac"], keys.hash),
			ledger.may("PutItem", "UpdateItem"),
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
			...place.tagged,
		},
		place.child,
	);
	return { api: makeApi(place, receiver, keys), queues, secret: secret.arn };
}
