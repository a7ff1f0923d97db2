import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { ResourceNotFoundException } from "@aws-sdk/client-secrets-manager";
import type { SQSEvent } from "aws-lambda";
import { METRICS } from "../../signals";
import { NAMESPACE } from "../../signals/metric";
import { POLLER_THROTTLED } from "../../signals/poller";
import { accountHasher } from "../../stacks/monitoring/functions/account-hash";
import type { Table } from "../../stacks/monitoring/functions/ledger/table";
import { type Log, logOf } from "../../stacks/monitoring/functions/logger";
import { type MetricsWriter, metricsWriter } from "../../stacks/monitoring/functions/metrics-writer";
import { poll, type RunOutcome } from "../../stacks/monitoring/functions/poller/poll";
import { publish } from "../../stacks/monitoring/functions/publisher/publish";
import { type Response, receive } from "../../stacks/monitoring/functions/receiver/receive";
import type { Request } from "../../stacks/monitoring/functions/receiver/request";
import { fetchKeys, type SecretsClient } from "../../stacks/monitoring/functions/receiver/secret";
import { type SigningKeys, signingKeys } from "../../stacks/monitoring/functions/receiver/signing-keys";
import { authLogOf } from "../../stacks/monitoring/functions/scalekit/auth-requests";
import { processBatch } from "../../stacks/monitoring/functions/worker/process-batch";
import type { ScalekitServer } from "../../test/support/scalekit-server";
import type { Calls, Chaos } from "./chaos";
import type { FaultyQueue } from "./queue";

/** The time of a poller or publisher run in milliseconds, without its reserve. */
const PLENTY = () => 40_000;

/** The signing secret in Secrets Manager. */
export class Secret implements SecretsClient {
	#previous: string | undefined;

	constructor(private current: string) {}

	fill(value: string): void {
		this.#previous = this.current;
		this.current = value;
	}

	async send({ input }: Parameters<SecretsClient["send"]>[0]): Promise<{ SecretString: string }> {
		const value = input.VersionStage === "AWSPREVIOUS" ? this.#previous : this.current;
		if (value === undefined) throw new ResourceNotFoundException({ message: "no such version", $metadata: {} });
		return { SecretString: value };
	}
}

/** The stack's functions as deployed, with fault injection. */
export class Functions {
	readonly #emit = metricsWriter(new Metrics({ namespace: NAMESPACE, serviceName: "auth" }));
	readonly #log = logOf(new Logger({ serviceName: "auth" }));
	readonly #hash = accountHasher({ send: async () => ({ Mac: Buffer.alloc(32, 7) }) }, "key");

	constructor(
		private readonly chaos: Chaos,
		private readonly table: Table,
		private readonly queue: FaultyQueue,
		private readonly secret: Secret,
		private readonly scalekit: ScalekitServer,
	) {}

	/** A new receiver instance; `now` is the time of its current request. */
	newReceiver(): Receiver {
		let time = new Date(0);
		const keys = signingKeys(
			() => fetchKeys(this.secret, "arn", time),
			() => time,
		);
		return {
			answer: (request, at) => {
				time = at;
				return this.#receive(request, at, keys);
			},
		};
	}

	work(batch: SQSEvent, now: Date): Promise<ReadonlySet<string>> {
		return this.chaos.invoke(async (calls) => {
			const { batchItemFailures } = await processBatch(batch, {
				now: () => now,
				table: calls.table(this.table),
				hash: this.#hash,
				log: this.#logOf(calls),
			});
			return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
		});
	}

	/** Each run without caches, so that tokens are requested as often as possible. */
	poll(now: Date): Promise<RunOutcome> {
		return this.chaos.invoke((calls) =>
			poll(
				{
					authLog: authLogOf({
						environmentUrl: this.scalekit.url,
						credentials: async () => this.scalekit.credentials,
						onThrottled: () => calls.unlessDead(() => this.#emit.increment(POLLER_THROTTLED)),
						pace: { firstWait: 1, longestWait: 4, longestRetryAfter: 10, retries: 3 },
					}),
					table: calls.table(this.table),
					hash: this.#hash,
					clock: () => now,
					log: this.#logOf(calls),
				},
				PLENTY,
			),
		);
	}

	publish(now: Date): Promise<void> {
		return this.chaos.invoke((calls) =>
			publish({
				table: calls.table(this.table),
				metrics: this.#emitterOf(calls),
				log: this.#logOf(calls),
				clock: () => now,
				counters: METRICS.filter(({ statistic }) => statistic === "Sum"),
				left: PLENTY,
			}),
		);
	}

	#receive(request: Request, at: Date, keys: SigningKeys): Promise<Response> {
		return this.chaos.invoke((calls) =>
			receive(request, {
				now: () => at,
				keys,
				table: calls.table(this.table),
				enqueue: (delivery) => calls.call(() => this.queue.send(delivery)),
				metrics: this.#emitterOf(calls),
				log: this.#logOf(calls),
			}),
		);
	}

	#emitterOf(calls: Calls): MetricsWriter {
		return {
			increment: (...happening) => calls.unlessDead(() => this.#emit.increment(...happening)),
			publishTotals: (...totals) => calls.unlessDead(() => this.#emit.publishTotals(...totals)),
		};
	}

	#logOf(calls: Calls): Log {
		return {
			info: (...line) => calls.unlessDead(() => this.#log.info(...line)),
			warn: (...line) => calls.unlessDead(() => this.#log.warn(...line)),
			error: (...line) => calls.unlessDead(() => this.#log.error(...line)),
		};
	}
}

export interface Receiver {
	answer(request: Request, at: Date): Promise<Response>;
}
