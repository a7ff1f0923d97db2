import type { Table } from "../../stacks/monitoring/functions/ledger/table";
import { startLedgerServer } from "../../test/support/ledger";
import { startScalekitServer } from "../../test/support/scalekit-server";
import type { Row } from "../figures";
import { type Figures, runWorld, type Size } from "./world";

const SIZE: Size = { events: 100_000, logins: 20_000, hours: 12, seed: 1 };

/** The fault run: lost and double counts, which must be zero. */
export async function faults(): Promise<readonly Row[]> {
	const figures = await faultRun(SIZE);
	console.log(describe(figures));
	const { lost, doubled, miscounted, examples } = figures.verdict;
	if (lost + doubled + miscounted > 0) process.exitCode = 1;
	const detail = examples.length > 0 ? examples.join("; ") : "by window and metric";
	return [
		{ what: "lost", measured: lost, atMost: 0, unit: "", detail },
		{ what: "counted twice", measured: doubled, atMost: 0, unit: "", detail },
		{ what: "receiver responses that its metrics do not match", measured: miscounted, atMost: 0, unit: "", detail },
	];
}

/**
 * A fault run with its own DynamoDB and Scalekit servers.
 *
 * @param spoil creates a faulty ledger, to test that faults are detected
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
		`sent: ${sent.attempts} requests, of which ${sent.duplicates} duplicates, ${sent.replays} replays under another id, ${sent.forged} forged, ${sent.skewed} with a wrong clock`,
		`faults: ${trouble.died} invocations crashed, ${trouble.throttled} calls throttled, ${trouble.answersLost} responses lost; the secret was rotated once`,
		`queue: ${queue.givenTwice} messages delivered twice, ${queue.deadLetters} redriven from the dead-letter queue`,
		`responses: ${answers.taken} with 201, ${answers.unavailable} with 503, ${answers.none} none; rejected: ${list(answers.refused)}`,
		`polled: ${list(polls.ends)}; ${polls.requests} requests`,
	].join("\n");
}
