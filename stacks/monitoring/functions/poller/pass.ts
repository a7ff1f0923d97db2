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

/** `fresh` reads up to now. `settled` reads once more what is an hour old, and cannot change any more. */
export type PassName = "fresh" | "settled";

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
	return new Date(now.getTime() - (name === "settled" ? SETTLED_AFTER : 0));
}

/** Lets both passes begin at the first run, however far that run then comes. */
export async function beginPasses({ table, clock }: Pick<Surroundings, "table" | "clock">): Promise<void> {
	const now = clock();
	await Promise.all((["fresh", "settled"] as const).map((name) => cursorFrom(table, name, endOf(name, now))));
}

/**
 * Reads the rows since the pass's cursor and records their facts. The cursor moves after each slice, when all of its facts are in the ledger; whoever dies
 * before reads the slice again and records nothing twice.
 *
 * @throws {ScalekitFailure} also where the time is over
 */
export async function runPass(name: PassName, around: Surroundings, tally: Tally, left: TimeLeft): Promise<void> {
	const { authLog, table, clock } = around;
	const end = endOf(name, clock());
	const slices = slicesOf(spanToRead(await cursorFrom(table, name, end), end));
	for (let slice = slices.current(); slice; slice = slices.current()) {
		const first = await authLog.page(slice, undefined, left);
		if (slices.isTooBig(first.total)) {
			slices.halve();
			continue;
		}
		await take(first.rows);
		for await (const rows of pagesAfter(first.next, slice)) await take(rows);
		await advanceCursor(table, name, slice.to);
		slices.advance();
	}

	async function* pagesAfter(token: string | undefined, span: Span): AsyncGenerator<readonly AuthRequestRow[]> {
		const followed = new Set<string>();
		for (let next = token; next; ) {
			if (followed.has(next)) throw new ScalekitFailure("malformed", "a page that leads to itself");
			followed.add(next);
			const page = await authLog.page(span, next, left);
			yield page.rows;
			next = page.next;
		}
	}

	async function take(rows: readonly AuthRequestRow[]): Promise<void> {
		const logins = rows.map(loginOf).filter((login) => login !== undefined);
		const accounts = await Promise.all(logins.map(({ email }) => email && around.hash(email)));
		const facts = logins.flatMap((login, index) => factsOfLogin(login, accounts[index] || undefined, name === "settled"));
		const news = await record(table, await notYetRecorded(table, facts), clock());
		tally.rows += rows.length;
		tally.odd += rows.length - logins.filter(({ outcome }) => outcome !== "odd").length;
		tally.recorded += news.length;
		tellOfFailures(news, new Map(logins.map((login) => [login.id, login])));
	}

	function tellOfFailures(news: readonly Fact[], logins: ReadonlyMap<string, Login>): void {
		for (const { kind, source, account } of news) {
			const login = logins.get(source);
			if (kind === "login.failed" && login) around.onFailedLogin(login, account);
		}
	}
}
