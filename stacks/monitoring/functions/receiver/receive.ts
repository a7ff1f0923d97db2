import { LOG_EVENTS } from "../../../../signals/log-events";
import { type RejectionReason, WEBHOOK_ACCEPTED, WEBHOOK_DUPLICATE, WEBHOOK_FAILED, WEBHOOK_REJECTED } from "../../../../signals/webhooks";
import type { Delivery } from "../delivery";
import { takeDelivery } from "../ledger/deliveries";
import type { Table } from "../ledger/table";
import { kindOf, type Log } from "../logger";
import type { Emitter } from "../metrics";
import { check } from "./check";
import { type Request, ROUTE } from "./request";
import type { SigningKeys } from "./signing-keys";
import { within } from "./within";

export interface Surroundings {
	readonly now: () => Date;
	readonly keys: SigningKeys;
	readonly table: Table;
	readonly enqueue: (delivery: Delivery) => Promise<unknown>;
	readonly emit: Emitter;
	readonly log: Log;
}

/** Without a body: whoever sends something wrong learns its kind from the status, and nothing else. */
export interface Answer {
	readonly statusCode: number;
}

/** Milliseconds after which a delivery counts as failed: short of the ten seconds that Scalekit waits (reference/scalekit.md §3.5), and of the function's own time. */
const PATIENCE = 7_000;

const CREATED: Answer = { statusCode: 201 };
const NOT_FOUND: Answer = { statusCode: 404 };
const UNAVAILABLE: Answer = { statusCode: 503 };

const REFUSALS: Readonly<Record<RejectionReason, Answer>> = {
	"content-type": { statusCode: 415 },
	"too-large": { statusCode: 413 },
	"missing-header": { statusCode: 400 },
	"malformed-header": { statusCode: 400 },
	timestamp: { statusCode: 400 },
	signature: { statusCode: 401 },
	"not-json": { statusCode: 400 },
};

/** Answers a request: each that came by the route is counted as exactly one of accepted, duplicate, rejected and failed. */
export async function receive(request: Request, surroundings: Surroundings): Promise<Answer> {
	if (request.routeKey !== ROUTE) return NOT_FOUND;
	const { emit, log } = surroundings;
	try {
		const outcome = await within(PATIENCE, take(request, surroundings));
		switch (outcome) {
			case "accepted":
				emit.happened(WEBHOOK_ACCEPTED);
				return CREATED;
			case "duplicate":
				emit.happened(WEBHOOK_DUPLICATE);
				return CREATED;
			default:
				emit.happened(WEBHOOK_REJECTED, outcome);
				log.warn(LOG_EVENTS.webhookRejected, { reason: outcome });
				return REFUSALS[outcome];
		}
	} catch (error) {
		emit.happened(WEBHOOK_FAILED);
		log.error(LOG_EVENTS.webhookFailed, { failure: kindOf(error) });
		return UNAVAILABLE;
	}
}

/**
 * Puts a delivery into the queue unless its event is in the ledger. One that was taken before but is not done goes into the queue again: the attempt
 * that took it may have died on the way, and the worker does no harm twice.
 */
async function take(request: Request, { now, keys, table, enqueue }: Surroundings): Promise<"accepted" | "duplicate" | RejectionReason> {
	const checked = await check(request, keys, now());
	if (typeof checked === "string") return checked;
	if ((await takeDelivery(table, checked.id, now())) === "done") return "duplicate";
	await enqueue(checked);
	return "accepted";
}
