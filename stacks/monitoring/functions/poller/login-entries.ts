import { SETTLED_AFTER_MINUTES } from "../../../../signals/logins";
import type { EntryType, LedgerEntry } from "../ledger/entry";
import type { Login, Outcome } from "./login";

/** Milliseconds after which a login's outcome no longer changes. */
export const SETTLED_AFTER_MS = SETTLED_AFTER_MINUTES * 60_000;

const ENTRY_TYPE_OF: Readonly<Record<Outcome, EntryType | undefined>> = {
	succeeded: "login.succeeded",
	failed: "login.failed",
	open: undefined,
	unrecognized: undefined,
};

/**
 * The ledger entries of a login.
 *
 * @param settled whether the login is older than `SETTLED_AFTER_MS`, so that an open one was abandoned
 */
export function entriesOfLogin(login: Login, account: string | undefined, settled: boolean): readonly LedgerEntry[] {
	const { id: source, at, connectionType, organization, outcome } = login;
	const common = { source, connectionType, account, organization };
	const later = new Date(at.getTime() + SETTLED_AFTER_MS);
	const types: readonly (readonly [EntryType | undefined, Date])[] = [
		["login.started", at],
		[ENTRY_TYPE_OF[outcome], at],
		[settled ? "login.settled" : undefined, later],
		[settled && outcome === "open" ? "login.abandoned" : undefined, later],
	];
	return types.flatMap(([type, when]) => (type ? [{ type, at: when, ...common }] : []));
}
