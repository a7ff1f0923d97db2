import type { AccountHash } from "../account-hash";
import { advanceCursor, cursorFrom } from "../ledger/cursors";
import type { Fact } from "../ledger/fact";
import { notYetRecorded, record } from "../ledger/facts";
import type { Table } from "../ledger/table";
import type { AuthLog, AuthRequestRow, Span } from "../scalekit/auth-requests";
import { ScalekitFailure } from "../scalekit/failure";
import type { TimeLeft } from "../scalekit/time-left";
import { type Login, loginOf } from "./login";
import { factsOfLogin, SETTLED_AFTER } from "./login-facts";
import { slicesOf, spanToRead } from "./slices";

/** `fresh` reads what is new. `settled` reads once more what is so old that it cannot change any more. */
export type PassName = "fresh" | "settled";

/** Milliseconds of the past in which most logins end: what was read of them is looked at again. */
const REVIEWED = 10 * 60_000;

/** What a pass reads from and writes to. */
export interface Surroundings {
	readonly authLog: AuthLog;
	readonly table: Table;
	readonly hash: AccountHash;
	readonly clock: () => Date;
	/** Called for each failed login when it is in the ledger for the first time. */
	readonly onFailedLogin: (login: Login, account: string | undefined) => void;
}

/** What was read so far, added up over passes. */
export interface Tally {
	rows: number;
	/** Facts that were new. */
	recorded: number;
	/** Rows of which something could not be understood: no id, no time, or an unknown status. */
	odd: number;
}

/** Up to when a pass reads. */
function endOf(name: PassName, now: Date): Date {
	return minus(now, name === "settled" ? SETTLED_AFTER : 0);
}

/** Lets both passes begin at the first run, however far that run then comes. Up to where the fresh one had come. */
export async function beginPasses({ table, clock }: Pick<Surroundings, "table" | "clock">): Promise<Date> {
	const begin = (name: PassName) => cursorFrom(table, name, minus(endOf(name, clock()), REVIEWED));
	const [fresh] = await Promise.all([begin("fresh"), begin("settled")]);
	return fresh;
}

/**
 * Reads the rows since the pass's cursor and records their facts. The cursor moves after each slice, when all of its facts are in the ledger; whoever dies
 * before reads the slice again and records nothing twice. What was read is never read before what is new, so that the cursor moves however busy the log is.
 *
 * @throws {ScalekitFailure} also where the time is over
 */
export async function runPass(name: PassName, around: Surroundings, tally: Tally, left: TimeLeft): Promise<void> {
	const { authLog, table, clock } = around;
	const end = endOf(name, clock());
	const slices = slicesOf(spanToRead(await cursorFrom(table, name, end), end));
	for (let slice = slices.current(); slice; slice = slices.current()) {
		const first = await authLog.page(slice, undefined, left);
		if (first.total !== undefined && slices.isTooBig(first.total)) {
			slices.shorten(first.total);
			continue;
		}
		await take(first.rows, name, around, tally);
		for await (const rows of pagesAfter(first.next, slice, authLog, left)) await take(rows, name, around, tally);
		await advanceCursor(table, name, slice.to);
		slices.advance();
	}
}

/**
 * Looks again at the rows of the last minutes, newest first, for what became of them and for what showed up late. It may end anywhere: what it
 * does not see, the settled pass does.
 *
 * @param before up to where the fresh pass had come before this run
 * @throws {ScalekitFailure} also where the time is over
 */
export async function review(before: Date, around: Surroundings, tally: Tally, left: TimeLeft): Promise<void> {
	const { authLog, clock } = around;
	const span = { from: minus(clock(), REVIEWED), to: before };
	if (span.from >= span.to) return;
	const first = await authLog.page(span, undefined, left);
	await take(first.rows, "fresh", around, tally);
	for await (const rows of pagesAfter(first.next, span, authLog, left)) await take(rows, "fresh", around, tally);
}

async function* pagesAfter(
	token: string | undefined,
	span: Span,
	authLog: AuthLog,
	left: TimeLeft,
): AsyncGenerator<readonly AuthRequestRow[]> {
	const followed = new Set<string>();
	for (let next = token; next; ) {
		if (followed.has(next)) throw new ScalekitFailure("malformed", "a page that leads to itself");
		followed.add(next);
		const page = await authLog.page(span, next, left);
		yield page.rows;
		next = page.next;
	}
}

async function take(rows: readonly AuthRequestRow[], name: PassName, around: Surroundings, tally: Tally): Promise<void> {
	const { table, clock, hash, onFailedLogin } = around;
	const logins = rows.map(loginOf).filter((login) => login !== undefined);
	const accounts = await Promise.all(logins.map(({ email }) => email && hash(email)));
	const facts = logins.flatMap((login, index) => factsOfLogin(login, accounts[index] || undefined, name === "settled"));
	const news = await record(table, await notYetRecorded(table, facts), clock());
	tally.rows += rows.length;
	tally.odd += rows.length - logins.filter(({ outcome }) => outcome !== "odd").length;
	tally.recorded += news.length;
	tellOfFailures(news, new Map(logins.map((login) => [login.id, login])), onFailedLogin);
}

function tellOfFailures(news: readonly Fact[], logins: ReadonlyMap<string, Login>, onFailedLogin: Surroundings["onFailedLogin"]): void {
	for (const { kind, source, account } of news) {
		const login = logins.get(source);
		if (kind === "login.failed" && login) onFailedLogin(login, account);
	}
}

function minus(time: Date, milliseconds: number): Date {
	return new Date(time.getTime() - milliseconds);
}
