import type { Keys } from "./encryption";
import { makeFunction } from "./function";
import type { LedgerAccess } from "./ledger-access";
import type { Place } from "./place";
import { everyMinute } from "./schedule";

/** Seconds: shorter than a minute, so that one run ends before the next begins. */
const TIMEOUT = 50;

/** Counts what is in the ledger and publishes the totals, every minute. */
export function makePublisher(place: Place, keys: Keys, ledger: LedgerAccess): void {
	const publisher = makeFunction(place, "publisher", {
		description: "Publishes totals of what is in the ledger",
		timeout: TIMEOUT,
		memory: 512,
		environment: {},
		may: [ledger.may("DeleteItem", "GetItem", "PutItem"), ledger.readWindows],
		ledger: ledger.table,
		keys,
	});
	everyMinute(place, "publisher", publisher);
}
