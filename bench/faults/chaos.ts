import { ProvisionedThroughputExceededException } from "@aws-sdk/client-dynamodb";
import type { Table } from "../../stacks/monitoring/functions/ledger/table";
import type { Random } from "./random";

/** How often each thing goes wrong, as a probability for each call that leaves a function. */
export interface Trouble {
	/** The function dies before the call is made. */
	readonly diesBefore: number;
	/** The call is made, and the function dies before it learns of it. */
	readonly diesAfter: number;
	/** The store refuses the call for coming too fast. */
	readonly throttled: number;
	/** The call is made, and its answer is lost. */
	readonly answerLost: number;
}

/** That an invocation died: its code stops where it waits, and nothing after it ever runs. */
export class Died extends Error {}

/** Lets invocations run in a world where things go wrong. */
export class Chaos {
	readonly counts = { died: 0, throttled: 0, answersLost: 0 };
	#calm = false;

	constructor(
		private readonly random: Random,
		private readonly trouble: Trouble,
	) {}

	/** From now on nothing goes wrong, so that what is left can be finished. */
	calmDown(): void {
		this.#calm = true;
	}

	/** Runs one invocation of a function; throws {@link Died} where it died on the way. */
	async invoke<T>(run: (calls: Calls) => Promise<T>): Promise<T> {
		let die: (reason: Died) => void = () => {};
		const death = new Promise<never>((_, reject) => {
			die = reject;
		});
		death.catch(() => {});
		return Promise.race([run(new Calls(this, () => die(new Died("the invocation died")))), death]);
	}

	/** What befalls the next call. */
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

	/** Makes a call, or what the chaos makes of it. */
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
			throw new Error("the answer was lost");
		}
		return answer;
	}

	/** Something that is done at once, unless the invocation is dead: its timers still ring here. */
	unlessDead(work: () => void): void {
		if (!this.#dead) work();
	}

	/** The same table, as this invocation sees it. */
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
