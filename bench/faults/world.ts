import type { RejectionReason } from "../../signals/webhooks";
import type { Table } from "../../stacks/monitoring/functions/ledger/table";
import { type Written, writtenBy } from "../../test/support/emf";
import type { ScalekitServer } from "../../test/support/scalekit-server";
import { newSecret } from "../../test/support/webhook-sender";
import { Chaos, Died, type Trouble } from "./chaos";
import { Functions, type Receiver, Secret } from "./functions";
import { Logins } from "./logins";
import { Published } from "./published";
import { FaultyQueue } from "./queue";
import { Random } from "./random";
import { type Attempt, Sender } from "./sender";
import { newCountries, truthOfEvents, truthOfLogins } from "./truth";
import { TOTALS, type Verdict, verdictOn } from "./verdict";

const MINUTE = 60_000;
const WINDOW = 5 * MINUTE;
/** Minutes after the faults, for reconciliation and late windows. */
const AFTERMATH = 130;
/** Concurrent receiver instances, each with one request at a time. */
const RECEIVERS = 12;

const TROUBLE: Trouble = { diesBefore: 0.01, diesAfter: 0.01, throttled: 0.02, answerLost: 0.01 };

export interface Size {
	readonly events: number;
	readonly logins: number;
	readonly hours: number;
	readonly seed: number;
}

export interface Figures {
	readonly size: Size;
	readonly sent: Sender["counts"];
	readonly queue: FaultyQueue["counts"];
	readonly trouble: Chaos["counts"];
	readonly answers: { taken: number; unavailable: number; none: number; refused: ReadonlyMap<string, number> };
	readonly polls: { ends: ReadonlyMap<string, number>; requests: number };
	readonly verdict: Verdict;
}

/**
 * Simulates some hours of events and logins with faults: functions crash between any two calls, DynamoDB throttles and loses responses, the queue duplicates and
 * reorders, the secret is rotated, and Scalekit is temporarily unreachable. Then it runs without faults, and compares the published totals with the expected ones.
 */
export async function runWorld(size: Size, table: Table, scalekit: ScalekitServer): Promise<Figures> {
	const world = new World(size, table, scalekit);
	for (let minute = 0; minute < size.hours * 60; minute++) await world.minute(minute);
	world.calmDown();
	for (let minute = 0; minute < AFTERMATH || !world.finished; minute++) await world.minute(undefined);
	return world.figures();
}

class World {
	readonly #random: Random;
	readonly #chaos: Chaos;
	readonly #queue: FaultyQueue;
	readonly #sender: Sender;
	readonly #logins: Logins;
	readonly #secret: Secret;
	readonly #functions: Functions;
	readonly #published = new Published();
	readonly #receivers: Receiver[];
	readonly #refused = new Map<string, number>();
	readonly #ends = new Map<string, number>();
	readonly #answers = { taken: 0, unavailable: 0, none: 0 };
	/** In the real past, because CloudWatch rejects datapoints of other ages. */
	#now: Date;

	constructor(
		private readonly size: Size,
		table: Table,
		private readonly scalekit: ScalekitServer,
	) {
		const from = new Date(Math.floor(Date.now() / WINDOW) * WINDOW - (size.hours * 60 + AFTERMATH) * MINUTE);
		const to = new Date(from.getTime() + size.hours * 60 * MINUTE);
		const secret = newSecret();
		this.#now = from;
		this.#random = new Random(size.seed);
		this.#chaos = new Chaos(this.#random, TROUBLE);
		this.#queue = new FaultyQueue(this.#random, 0.02);
		this.#sender = new Sender(this.#random, { events: size.events, from, to, secret });
		this.#logins = new Logins(this.#random, scalekit, { logins: size.logins, from, to });
		this.#secret = new Secret(secret);
		this.#functions = new Functions(this.#chaos, table, this.#queue, this.#secret, scalekit);
		this.#receivers = Array.from({ length: RECEIVERS }, () => this.#functions.newReceiver());
	}

	get finished(): boolean {
		return this.#sender.finished && this.#queue.empty;
	}

	calmDown(): void {
		this.#chaos.calmDown();
		this.scalekit.recover();
	}

	/** One simulated minute; without number, one after the faults. */
	async minute(number: number | undefined): Promise<void> {
		this.#now = new Date(this.#now.getTime() + MINUTE);
		if (number === undefined) this.#queue.redrive();
		else this.#plague(number);
		this.#logins.advanceTo(this.#now);
		const { datapoints }: Written<void> = await writtenBy(async () => {
			await this.#deliver(this.#sender.dueUntil(this.#now));
			await this.#workOff();
			await this.#poll();
			await this.#publish();
		});
		this.#published.take(datapoints, TOTALS);
	}

	/** Faults besides those of single calls. */
	#plague(minute: number): void {
		const half = Math.floor(this.size.hours * 30);
		// In between, Scalekit's signatures match no stored secret; it retries.
		if (minute === half) this.#rotated = this.#sender.rotate();
		if (minute === half + 3 && this.#rotated) this.#secret.fill(this.#rotated);
		const sixth = Math.floor(this.size.hours * 10);
		this.scalekit.recover();
		if (minute > sixth && minute < sixth + 45) this.scalekit.suffer({ kind: "outage" });
		else if (this.#random.chance(0.1)) this.scalekit.suffer({ kind: "status", status: 429 }, 1 + this.#random.below(8));
		else if (this.#random.chance(0.05)) this.scalekit.suffer({ kind: "status", status: 500 }, 1 + this.#random.below(6));
		else if (this.#random.chance(0.02)) this.scalekit.suffer({ kind: "cut" }, 1);
		if (this.#random.chance(0.05)) this.scalekit.expireTokens();
	}
	#rotated: string | undefined;

	async #deliver(attempts: readonly Attempt[]): Promise<void> {
		const waiting = [...attempts];
		await Promise.all(
			this.#receivers.map(async (_, lane) => {
				for (let attempt = waiting.shift(); attempt; attempt = waiting.shift()) await this.#send(attempt, lane);
			}),
		);
	}

	async #send(attempt: Attempt, lane: number): Promise<void> {
		const status = await this.#statusOf(attempt, lane);
		if (status === 201) this.#answers.taken += 1;
		else if (status === undefined) this.#answers.none += 1;
		else if (status === 503) this.#answers.unavailable += 1;
		else count(this.#refused, this.#reasonOf(attempt, status));
		if (status !== 201) this.#sender.again(attempt);
	}

	/** The response status; undefined if the receiver crashed and was replaced. */
	async #statusOf({ request, at }: Attempt, lane: number): Promise<number | undefined> {
		try {
			return (await (this.#receivers[lane] as Receiver).answer(request(), at)).statusCode;
		} catch (error) {
			if (!(error instanceof Died)) throw error;
			this.#receivers[lane] = this.#functions.newReceiver();
			return undefined;
		}
	}

	/** During the rotation, valid deliveries are also rejected for their signature. */
	#reasonOf({ refusedFor }: Attempt, status: number): RejectionReason {
		return status === 401 || !refusedFor ? "signature" : refusedFor;
	}

	async #workOff(): Promise<void> {
		const batches = [...this.#queue.take()];
		await Promise.all(
			Array.from({ length: 4 }, async () => {
				for (let batch = batches.shift(); batch; batch = batches.shift()) {
					const failed = await survive(this.#functions.work(batch, this.#now));
					this.#queue.settle(batch, failed ?? new Set(batch.Records.map(({ messageId }) => messageId)));
				}
			}),
		);
	}

	async #poll(): Promise<void> {
		count(this.#ends, (await survive(this.#functions.poll(this.#now))) ?? "crashed or failed");
	}

	async #publish(): Promise<void> {
		await survive(this.#functions.publish(this.#now));
	}

	figures(): Figures {
		const truth = new Map([...truthOfEvents(this.#sender.events), ...truthOfLogins(this.#logins.all)]);
		const answers = { ...this.#answers, refused: this.#refused };
		return {
			size: this.size,
			sent: this.#sender.counts,
			queue: this.#queue.counts,
			trouble: this.#chaos.counts,
			answers,
			polls: { ends: this.#ends, requests: this.scalekit.seen.length },
			verdict: verdictOn(this.#published, truth, newCountries(this.#sender.events), answers),
		};
	}
}

/** The result of an invocation; undefined if it crashed or failed, so that the next one continues. */
async function survive<T>(invocation: Promise<T>): Promise<T | undefined> {
	try {
		return await invocation;
	} catch {
		return undefined;
	}
}

function count(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
