import type { RejectionReason } from "../../signals/webhooks";
import type { Request } from "../../stacks/monitoring/functions/receiver/request";
import { deliveryOf, newSecret } from "../../test/support/webhook-sender";
import { makeEvent, type ScalekitEvent } from "./events";
import type { Random } from "./random";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A request that is about to be sent. */
export interface Attempt {
	readonly at: Date;
	readonly request: () => Request;
	/** The expected reason of rejection, if any. */
	readonly refusedFor?: RejectionReason;
	/** The event to retry until accepted; undefined for a forged request. */
	readonly event?: { readonly event: ScalekitEvent; readonly delivery: string };
}

/** Invalid requests with their reason of rejection. */
const FORGERIES: readonly { readonly because: RejectionReason; readonly make: (good: Request) => Request }[] = [
	{ because: "signature", make: (good) => ({ ...good, body: `${good.body} ` }) },
	{ because: "content-type", make: (good) => ({ ...good, headers: { ...good.headers, "content-type": "text/plain" } }) },
	{ because: "too-large", make: (good) => ({ ...good, body: "x".repeat(300_000) }) },
	{ because: "missing-header", make: (good) => ({ ...good, headers: { ...good.headers, "webhook-id": undefined } }) },
	{ because: "malformed-header", make: (good) => ({ ...good, headers: { ...good.headers, "webhook-timestamp": "yesterday" } }) },
];

/** Sends Scalekit's events, and forged requests. */
export class Sender {
	readonly counts = { attempts: 0, duplicates: 0, replays: 0, forged: 0, skewed: 0 };
	readonly events: readonly ScalekitEvent[];
	#secret: string;
	#due: Attempt[] = [];

	constructor(
		private readonly random: Random,
		{ events, from, to, secret }: { readonly events: number; readonly from: Date; readonly to: Date; readonly secret: string },
	) {
		this.#secret = secret;
		this.events = Array.from({ length: events }, (_, index) =>
			makeEvent(index, new Date(from.getTime() + random.below(to.getTime() - from.getTime())), random),
		);
		for (const event of this.events) this.#plan(event);
	}

	/** Rotates the signing secret. */
	rotate(): string {
		this.#secret = newSecret();
		return this.#secret;
	}

	/** The requests until a time, in order. */
	dueUntil(time: Date): readonly Attempt[] {
		const due = this.#due.filter(({ at }) => at <= time).sort((a, b) => a.at.getTime() - b.at.getTime());
		this.#due = this.#due.filter(({ at }) => at > time);
		this.counts.attempts += due.length;
		return due;
	}

	/** True if no requests are left. */
	get finished(): boolean {
		return this.#due.length === 0;
	}

	/** Retries a request that was not accepted. */
	again({ event, at }: Attempt): void {
		if (event) this.#due.push(this.#attempt(event.event, event.delivery, new Date(at.getTime() + (5 + this.random.below(300)) * SECOND)));
	}

	#plan(event: ScalekitEvent): void {
		const { random } = this;
		const delivery = `msg_${event.id}`;
		const at = new Date(event.at.getTime() + this.#delay());
		if (random.chance(0.01)) this.#due.push(this.#skewed(event, delivery, at));
		else this.#due.push(this.#attempt(event, delivery, at));
		if (random.chance(0.1)) {
			this.counts.duplicates += 1;
			this.#due.push(this.#attempt(event, delivery, new Date(at.getTime() + random.below(2 * MINUTE))));
		}
		if (random.chance(0.01)) {
			this.counts.replays += 1;
			this.#due.push(this.#attempt(event, `${delivery}_replayed`, new Date(at.getTime() + random.below(180) * MINUTE)));
		}
		if (random.chance(0.05)) this.#due.push(this.#forged(event, at));
	}

	/** Most arrive within seconds, some out of order, a few hours late. */
	#delay(): number {
		if (this.random.chance(0.005)) return this.random.below(240) * MINUTE;
		return this.random.chance(0.05) ? this.random.below(10 * MINUTE) : this.random.below(20 * SECOND);
	}

	/** Signed when sent, with the current secret. */
	#attempt(event: ScalekitEvent, delivery: string, at: Date): Attempt {
		return { at, event: { event, delivery }, request: () => deliveryOf(this.#secret, event.body, { id: delivery, at }) };
	}

	#skewed(event: ScalekitEvent, delivery: string, at: Date): Attempt {
		this.counts.skewed += 1;
		const clock = new Date(at.getTime() + (this.random.chance(0.5) ? 400 : -400) * SECOND);
		return {
			at,
			refusedFor: "timestamp",
			event: { event, delivery },
			request: () => deliveryOf(this.#secret, event.body, { id: delivery, at: clock }),
		};
	}

	/** A forged request, mostly signed with another secret. */
	#forged(event: ScalekitEvent, at: Date): Attempt {
		this.counts.forged += 1;
		if (this.random.chance(0.8)) {
			return { at, refusedFor: "signature", request: () => deliveryOf(newSecret(), event.body, { id: `msg_${event.id}`, at }) };
		}
		const { because, make } = this.random.oneOf(FORGERIES);
		return { at, refusedFor: because, request: () => make(deliveryOf(this.#secret, event.body, { id: `msg_${event.id}`, at })) };
	}
}
