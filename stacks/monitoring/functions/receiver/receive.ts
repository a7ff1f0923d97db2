import { LOG_EVENTS } from "../../../../signals/log-events";
import { type RejectionReason, WEBHOOK_ACCEPTED, WEBHOOK_DUPLICATE, WEBHOOK_FAILED, WEBHOOK_REJECTED } from "../../../../signals/webhooks";
import type { Delivery } from "../delivery";
import { claimDelivery } from "../ledger/deliveries";
import type { Table } from "../ledger/table";
import { errorCode, type Log } from "../logger";
import type { MetricsWriter } from "../metrics-writer";
import { type Request, ROUTE } from "./request";
import type { SigningKeys } from "./signing-keys";
import { verifyDelivery } from "./verify-delivery";
import { withTimeout } from "./with-timeout";

export interface Dependencies {
	readonly now: () => Date;
	readonly keys: SigningKeys;
	readonly table: Table;
	readonly enqueue: (delivery: Delivery) => Promise<unknown>;
	readonly metrics: MetricsWriter;
	readonly log: Log;
}

/** Has no body: a rejected sender sees only the status. */
export interface Response {
	readonly statusCode: number;
}

/** Less than Scalekit's delivery timeout of ten seconds, and than the function's own. */
const TIMEOUT_MS = 7_000;

const CREATED: Response = { statusCode: 201 };
const NOT_FOUND: Response = { statusCode: 404 };
const UNAVAILABLE: Response = { statusCode: 503 };

const REJECTIONS: Readonly<Record<RejectionReason, Response>> = {
	"content-type": { statusCode: 415 },
	"too-large": { statusCode: 413 },
	"missing-header": { statusCode: 400 },
	"malformed-header": { statusCode: 400 },
	timestamp: { statusCode: 400 },
	signature: { statusCode: 401 },
	"not-json": { statusCode: 400 },
};

/** Handles a request: each request on the route is counted as exactly one of accepted, duplicate, rejected and failed. */
export async function receive(request: Request, dependencies: Dependencies): Promise<Response> {
	if (request.routeKey !== ROUTE) return NOT_FOUND;
	const { metrics, log } = dependencies;
	try {
		const outcome = await withTimeout(TIMEOUT_MS, enqueueDelivery(request, dependencies));
		switch (outcome) {
			case "accepted":
				metrics.increment(WEBHOOK_ACCEPTED);
				return CREATED;
			case "duplicate":
				metrics.increment(WEBHOOK_DUPLICATE);
				return CREATED;
			default:
				metrics.increment(WEBHOOK_REJECTED, outcome);
				log.warn(LOG_EVENTS.webhookRejected, { reason: outcome });
				return REJECTIONS[outcome];
		}
	} catch (error) {
		metrics.increment(WEBHOOK_FAILED);
		log.error(LOG_EVENTS.webhookFailed, { failure: errorCode(error) });
		return UNAVAILABLE;
	}
}

/**
 * Queues a delivery unless its event is in the ledger. A delivery that was claimed but is not done is queued again: the earlier attempt may have failed, and
 * the worker is idempotent.
 */
async function enqueueDelivery(
	request: Request,
	{ now, keys, table, enqueue }: Dependencies,
): Promise<"accepted" | "duplicate" | RejectionReason> {
	const checked = await verifyDelivery(request, keys, now());
	if (typeof checked === "string") return checked;
	if ((await claimDelivery(table, checked.id, now())) === "done") return "duplicate";
	await enqueue(checked);
	return "accepted";
}
