import type { AccountHash } from "../account-hash";
import { advanceCursor, cursorFrom } from "../ledger/cursors";
import { entriesNotYetWritten, writeEntries } from "../ledger/entries";
import type { LedgerEntry } from "../ledger/entry";
import type { Table } from "../ledger/table";
import type { AuthLog, AuthRequestRow, Span } from "../scalekit/auth-requests";
import { ScalekitFailure } from "../scalekit/failure";
import type { TimeLeft } from "../scalekit/time-left";
import { type Login, loginOf } from "./login";
import { entriesOfLogin, SETTLED_AFTER_MS } from "./login-entries";
import { slicesOf, spanToRead } from "./slices";

/** `tail` reads new rows. `reconciliation` reads rows again once their outcome can no longer change. */
export type PassName = "tail" | "reconciliation";

/** Most logins complete within these milliseconds: their rows are read again. */
const REREAD_MS = 10 * 60_000;

/** Dependencies of a pass. */
export interface Dependencies {
	readonly authLog: AuthLog;
	readonly table: Table;
	readonly hash: AccountHash;
	readonly clock: () => Date;
	/** Called once for each failed login, when its entry is written. */
	readonly onFailedLogin: (login: Login, account: string | undefined) => void;
}

/** Statistics of a run, summed over its passes. */
export interface RunStats {
	rows: number;
	/** New ledger entries. */
	written: number;
	/** Rows without id or time, or with an unknown status. */
	unrecognized: number;
}

/** The end of a pass's time range. */
function endOf(name: PassName, now: Date): Date {
	return minus(now, name === "reconciliation" ? SETTLED_AFTER_MS : 0);
}

/** Stores the start of both passes in the first run, even if that run fails. Returns the position of the tail pass. */
export async function beginPasses({ table, clock }: Pick<Dependencies, "table" | "clock">): Promise<Date> {
	const begin = (name: PassName) => cursorFrom(table, name, minus(endOf(name, clock()), REREAD_MS));
	const [tail] = await Promise.all([begin("tail"), begin("reconciliation")]);
	return tail;
}

/**
 * Reads the rows since the pass's cursor and writes their ledger entries. The cursor moves after each slice, once all of its entries are written; after a
 * crash the slice is read again, and nothing is counted twice. New rows are read before older ones, so the cursor advances even if the log is busy.
 *
 * @throws {ScalekitFailure} also if the time is up
 */
export async function runPass(name: PassName, dependencies: Dependencies, stats: RunStats, left: TimeLeft): Promise<void> {
	const { authLog, table, clock } = dependencies;
	const end = endOf(name, clock());
	const slices = slicesOf(spanToRead(await cursorFrom(table, name, end), end));
	for (let slice = slices.current(); slice; slice = slices.current()) {
		const first = await authLog.page(slice, undefined, left);
		if (first.total !== undefined && slices.isTooBig(first.total)) {
			slices.shorten(first.total);
			continue;
		}
		await writeRows(first.rows, name, dependencies, stats);
		for await (const rows of pagesAfter(first.next, slice, authLog, left)) await writeRows(rows, name, dependencies, stats);
		await advanceCursor(table, name, slice.to);
		slices.advance();
	}
}

/**
 * Reads the rows of the last minutes again, newest first, for their outcomes and for late rows. It may end early: the reconciliation pass reads the rest.
 *
 * @param before the tail pass's position before this run
 * @throws {ScalekitFailure} also if the time is up
 */
export async function reread(before: Date, dependencies: Dependencies, stats: RunStats, left: TimeLeft): Promise<void> {
	const { authLog, clock } = dependencies;
	const span = { from: minus(clock(), REREAD_MS), to: before };
	if (span.from >= span.to) return;
	const first = await authLog.page(span, undefined, left);
	await writeRows(first.rows, "tail", dependencies, stats);
	for await (const rows of pagesAfter(first.next, span, authLog, left)) await writeRows(rows, "tail", dependencies, stats);
}

async function* pagesAfter(
	token: string | undefined,
	span: Span,
	authLog: AuthLog,
	left: TimeLeft,
): AsyncGenerator<readonly AuthRequestRow[]> {
	const followed = new Set<string>();
	for (let next = token; next; ) {
		if (followed.has(next)) throw new ScalekitFailure("malformed", "a repeated page token");
		followed.add(next);
		const page = await authLog.page(span, next, left);
		yield page.rows;
		next = page.next;
	}
}

async function writeRows(rows: readonly AuthRequestRow[], name: PassName, dependencies: Dependencies, stats: RunStats): Promise<void> {
	const { table, clock, hash, onFailedLogin } = dependencies;
	const logins = rows.map(loginOf).filter((login) => login !== undefined);
	const accounts = await Promise.all(logins.map(({ email }) => email && hash(email)));
	const entries = logins.flatMap((login, index) => entriesOfLogin(login, accounts[index] || undefined, name === "reconciliation"));
	const written = await writeEntries(table, await entriesNotYetWritten(table, entries), clock());
	stats.rows += rows.length;
	stats.unrecognized += rows.length - logins.filter(({ outcome }) => outcome !== "unrecognized").length;
	stats.written += written.length;
	reportFailedLogins(written, new Map(logins.map((login) => [login.id, login])), onFailedLogin);
}

function reportFailedLogins(
	entries: readonly LedgerEntry[],
	logins: ReadonlyMap<string, Login>,
	onFailedLogin: Dependencies["onFailedLogin"],
): void {
	for (const { type, source, account } of entries) {
		const login = logins.get(source);
		if (type === "login.failed" && login) onFailedLogin(login, account);
	}
}

function minus(time: Date, milliseconds: number): Date {
	return new Date(time.getTime() - milliseconds);
}
