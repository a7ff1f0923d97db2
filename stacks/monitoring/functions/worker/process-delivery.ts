import { LOG_EVENTS } from "../../../../signals/log-events";
import type { AccountHash } from "../account-hash";
import type { Delivery } from "../delivery";
import { recordCountry } from "../ledger/countries";
import { completeDelivery } from "../ledger/deliveries";
import { writeEntries } from "../ledger/entries";
import type { LedgerEntry } from "../ledger/entry";
import type { Table } from "../ledger/table";
import { storeUnprocessedEvent } from "../ledger/unprocessed-events";
import type { Log } from "../logger";
import { type Event, type ParsedEvent, parseEvent } from "./event";
import { contentOf, timeOf } from "./event-content";

export interface Dependencies {
	readonly now: () => Date;
	readonly table: Table;
	readonly hash: AccountHash;
	readonly log: Log;
}

/**
 * Writes a delivery's entries to the ledger, and marks the delivery as done. Each step is idempotent, so it may fail anywhere and be retried. Throws only if
 * DynamoDB or KMS fails, never because of the delivery's content.
 */
export async function processDelivery(delivery: Delivery, dependencies: Dependencies): Promise<void> {
	const { table, now } = dependencies;
	const parsed = parseEvent(delivery.body);
	if (parsed.is === "valid") await recordEvent(parsed.event, dependencies);
	else await recordUnprocessed(delivery, parsed, dependencies);
	await completeDelivery(table, delivery.id, now());
}

async function recordEvent(event: Event, { table, now, hash }: Dependencies): Promise<void> {
	const at = now();
	const { entries, login } = contentOf(event, at);
	const more: LedgerEntry[] = [];
	if (login) {
		const account = await hash(login.user);
		if ((await recordCountry(table, account, login.country, event.id, at)) === "new")
			more.push({ type: "login.new-country", source: event.id, at: timeOf(event.occurred_at, at), account });
	}
	await writeEntries(table, [...entries, ...more], at);
}

/** Stores the event, counts it, and logs it once. */
async function recordUnprocessed(
	delivery: Delivery,
	parsed: Exclude<ParsedEvent, { is: "valid" }>,
	{ table, now, log }: Dependencies,
): Promise<void> {
	const at = now();
	const { is: reason, envelope } = parsed;
	await storeUnprocessedEvent(table, { delivery: delivery.id, reason, body: delivery.body }, at);
	const entry: LedgerEntry = {
		type: reason === "unknown" ? "event.unknown" : "event.malformed",
		source: envelope?.id ?? delivery.id,
		at: envelope ? timeOf(envelope.occurred_at, at) : at,
	};
	if ((await writeEntries(table, [entry], at)).length === 0) return;
	if (parsed.is === "unknown") log.warn(LOG_EVENTS.eventUnknown, { delivery: delivery.id });
	else log.warn(LOG_EVENTS.eventMalformed, { delivery: delivery.id, type: parsed.type, where: parsed.where });
}
