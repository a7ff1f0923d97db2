import { ProvisionedThroughputExceededException } from "@aws-sdk/client-dynamodb";
import type { Table } from "../../stacks/monitoring/functions/ledger/table";
import type { Random } from "./random";

/** The probability of each fault, per outgoing call of a function. */
export interface Trouble {
	/** The function crashes before the call. */
	readonly diesBefore: number;
	/** The call succeeds, and the function crashes before the response. */
	readonly diesAfter: number;
	/** DynamoDB throttles the call. */
	readonly throttled: number;
	/** The call succeeds, and its response is lost. */
	readonly answerLost: number;
}

/** An invocation crashed: its code stops at its current await. */
export class Died extends Error {}

/** Runs invocations with fault injection. */
export class Chaos {
	readonly counts = { died: 0, throttled: 0, answersLost: 0 };
	#calm = false;

	constructor(
		private readonly random: Random,
		private readonly trouble: Trouble,
	) {}

	/** Stops the fault injection, so that the remaining work can complete. */
	calmDown(): void {
		this.#calm = true;
	}

	/** Runs one invocation of a function; throws {@link Died} if it crashed. */
	async invoke<T>(run: (calls: Calls) => Promise<T>): Promise<T> {
		let die: (reason: Died) => void = () => {};
		const death = new Promise<never>((_, reject) => {
			die = reject;
		});
		death.catch(() => {});
		return Promise.race([run(new Calls(this, () => die(new Died("the invocation crashed")))), death]);
	}

	/** The fault of the next call. */
	draw(): keyof Trouble | "nothing" {
		if (this.#calm) return "nothing";
		let drawn = this.random.next();
		for (const kind of ["diesBefore", "diesAfter", "throttled", "answerLost"] as const) {
			if (drawn < this.trouble[kind]) return kind;
			drawn -= this.trouble[kind];
		}
		return "nothing";
	}
}

/** The calls of one invocation. */
export class Calls {
	#dead = false;

	constructor(
		private readonly chaos: Chaos,
		private readonly whenDying: () => void,
	) {}

	/** Makes a call, with a fault if one is due. */
	async call<T>(make: () => Promise<T>): Promise<T> {
		if (this.#dead) return never();
		const fate = this.chaos.draw();
		if (fate === "diesBefore") return this.#die();
		if (fate === "throttled") {
			this.chaos.counts.throttled += 1;
			throw new ProvisionedThroughputExceededException({ message: "too fast", $metadata: {} });
		}
		const answer = await make();
		if (this.#dead) return never();
		if (fate === "diesAfter") return this.#die();
		if (fate === "answerLost") {
			this.chaos.counts.answersLost += 1;
			throw new Error("the response was lost");
		}
		return answer;
	}

	/** A synchronous action, skipped if the invocation has crashed: its timers still run here. */
	unlessDead(work: () => void): void {
		if (!this.#dead) work();
	}

	/** The same table, with this invocation's faults. */
	table({ name, client }: Table): Table {
		const send = (command: never) => this.call(() => client.send(command) as Promise<unknown>);
		return { name, client: { send } as unknown as Table["client"] };
	}

	#die(): Promise<never> {
		this.#dead = true;
		this.chaos.counts.died += 1;
		this.whenDying();
		return never();
	}
}

function never(): Promise<never> {
	return new Promise(() => {});
}
