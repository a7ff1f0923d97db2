import type { Table } from "../../stacks/monitoring/functions/ledger/table";
import { startLedgerServer } from "../../test/support/ledger";
import { startScalekitServer } from "../../test/support/scalekit-server";
import type { Row } from "../figures";
import { type Figures, runWorld, type Size } from "./world";

const SIZE: Size = { events: 100_000, logins: 20_000, hours: 12, seed: 1 };

/** The fault run: what was lost and what was counted twice, which has to be nothing. */
export async function faults(): Promise<readonly Row[]> {
	const figures = await faultRun(SIZE);
	console.log(describe(figures));
	const { lost, doubled, miscounted, examples } = figures.verdict;
	if (lost + doubled + miscounted > 0) process.exitCode = 1;
	const detail = examples.length > 0 ? examples.join("; ") : "window by window, metric by metric";
	return [
		{ what: "lost", measured: lost, atMost: 0, unit: "", detail },
		{ what: "counted twice", measured: doubled, atMost: 0, unit: "", detail },
		{ what: "answers of the receiver that its metrics do not bear out", measured: miscounted, atMost: 0, unit: "", detail },
	];
}

/**
 * A world of its own, on a DynamoDB and a Scalekit of its own.
 *
 * @param spoil makes a ledger that does not do what it should, to see that it is noticed
 */
export async function faultRun(size: Size, spoil: (table: Table) => Table = (table) => table): Promise<Figures> {
	const [store, scalekit] = await Promise.all([startLedgerServer(), startScalekitServer()]);
	try {
		return await runWorld(size, spoil(await store.ledger()), scalekit);
	} finally {
		await Promise.all([store.close(), scalekit.close()]);
	}
}

function describe({ size, sent, queue, trouble, answers, polls }: Figures): string {
	const list = (counts: ReadonlyMap<string, number>) => [...counts].map(([what, count]) => `${count} ${what}`).join(", ");
	return [
		`${size.events} events and ${size.logins} logins in ${size.hours} hours, seed ${size.seed}`,
		`sent: ${sent.attempts} requests, of which ${sent.duplicates} duplicates, ${sent.replays} replays under another id, ${sent.forged} forged, ${sent.skewed} with a clock that is wrong`,
		`trouble: ${trouble.died} invocations died, ${trouble.throttled} calls refused by the store, ${trouble.answersLost} answers lost; the secret was changed once`,
		`queue: ${queue.givenTwice} messages given twice, ${queue.deadLetters} became dead letters and were redriven`,
		`answered: ${answers.taken} with 201, ${answers.unavailable} with 503, ${answers.none} not at all; refused: ${list(answers.refused)}`,
		`polled: ${list(polls.ends)}; ${polls.requests} requests`,
	].join("\n");
}
