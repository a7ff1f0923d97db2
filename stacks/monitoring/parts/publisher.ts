import type { Emitter } from "../../../signals/metric";
import type { Options } from "../options";
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
		environment: { HAPPENINGS_OF: emittersOf(place.options).join(",") },
		may: [ledger.may("DeleteItem", "GetItem", "PutItem"), ledger.readWindows],
		ledger: ledger.table,
		keys,
	});
	everyMinute(place, "publisher", publisher);
}

/** Who writes happenings, by the parts that are there. */
function emittersOf({ parts, application }: Pick<Options, "parts" | "application">): readonly Emitter[] {
	return [
		...(parts.receiver ? (["receiver", "access-log"] as const) : []),
		...(parts.poller ? (["poller"] as const) : []),
		...(application.emits ? (["application"] as const) : []),
	];
}
