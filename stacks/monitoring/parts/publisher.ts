import type { MetricSource } from "../../../signals/metric";
import type { Options } from "../options";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";
import { makeFunction } from "./function";
import type { LedgerAccess } from "./ledger-access";
import { everyMinute } from "./schedule";

/** In seconds. Less than the schedule's minute, so that runs do not overlap. */
const TIMEOUT = 50;

/** Counts ledger entries and publishes the totals every minute. */
export function makePublisher(context: ComponentContext, keys: Keys, ledger: LedgerAccess): void {
	const publisher = makeFunction(context, "publisher", {
		description: "Publishes metrics from the ledger",
		timeout: TIMEOUT,
		memory: 512,
		environment: { COUNTER_SOURCES: counterSources(context.options).join(",") },
		permissions: [ledger.allow("DeleteItem", "GetItem", "PutItem"), ledger.allowReadingWindows],
		ledger: ledger.table,
		keys,
	});
	everyMinute(context, "publisher", publisher);
}

/** The sources of counters, by enabled parts. */
function counterSources({ parts, application }: Pick<Options, "parts" | "application">): readonly MetricSource[] {
	return [
		...(parts.receiver ? (["receiver", "access-log"] as const) : []),
		...(parts.poller ? (["poller"] as const) : []),
		...(application.emits ? (["application"] as const) : []),
	];
}
