import { LOG_EVENTS } from "../../../../signals/log-events";
import type { AccountHash } from "../account-hash";
import type { Delivery } from "../delivery";
import { noteCountry } from "../ledger/countries";
import { finishDelivery } from "../ledger/deliveries";
import type { Fact } from "../ledger/fact";
import { record } from "../ledger/facts";
import { keepEvent } from "../ledger/kept-events";
import type { Table } from "../ledger/table";
import type { Log } from "../logger";
import { type Event, type Reading, readEvent } from "./event";
import { factsOf, timeOf } from "./facts-of";

export interface Surroundings {
	readonly now: () => Date;
	readonly table: Table;
	readonly hash: AccountHash;
	readonly log: Log;
}

/**
 * Puts what a delivery says into the ledger, and then notes that the delivery is done. It may die anywhere in between and be given the delivery again:
 * each step changes nothing the second time. Throws only where a store or KMS fails, never because of what was delivered.
 */
export async function work(delivery: Delivery, surroundings: Surroundings): Promise<void> {
	const { table, now } = surroundings;
	const reading = readEvent(delivery.body);
	if (reading.is === "understood") await recordEvent(reading.event, surroundings);
	else await recordNotUnderstood(delivery, reading, surroundings);
	await finishDelivery(table, delivery.id, now());
}

async function recordEvent(event: Event, { table, now, hash }: Surroundings): Promise<void> {
	const at = now();
	const { facts, visit } = factsOf(event, at);
	const more: Fact[] = [];
	if (visit) {
		const account = await hash(visit.user);
		if ((await noteCountry(table, account, visit.country, event.id, at)) === "news")
			more.push({ kind: "login.new-country", source: event.id, at: timeOf(event.occurred_at, at), account });
	}
	await record(table, [...facts, ...more], at);
}

/** Keeps the event, counts it, and says so once. */
async function recordNotUnderstood(
	delivery: Delivery,
	reading: Exclude<Reading, { is: "understood" }>,
	{ table, now, log }: Surroundings,
): Promise<void> {
	const at = now();
	const { is: because, envelope } = reading;
	await keepEvent(table, { delivery: delivery.id, because, body: delivery.body }, at);
	const fact: Fact = {
		kind: because === "unknown" ? "event.unknown" : "event.malformed",
		source: envelope?.id ?? delivery.id,
		at: envelope ? timeOf(envelope.occurred_at, at) : at,
	};
	if ((await record(table, [fact], at)).length === 0) return;
	if (reading.is === "unknown") log.warn(LOG_EVENTS.eventUnknown, { delivery: delivery.id });
	else log.warn(LOG_EVENTS.eventMalformed, { delivery: delivery.id, type: reading.type, where: reading.where });
}
