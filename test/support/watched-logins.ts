import { randomBytes } from "node:crypto";
import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { SETTLED_AFTER_MINUTES } from "../../signals/logins";
import { NAMESPACE } from "../../signals/metric";
import { POLLER_THROTTLED } from "../../signals/poller";
import { accountHasher } from "../../stacks/monitoring/functions/account-hash";
import type { Table } from "../../stacks/monitoring/functions/ledger/table";
import { startOf, windowOf } from "../../stacks/monitoring/functions/ledger/window";
import { logOf } from "../../stacks/monitoring/functions/logger";
import { metricsWriter } from "../../stacks/monitoring/functions/metrics-writer";
import { poll, type RunOutcome } from "../../stacks/monitoring/functions/poller/poll";
import { publish } from "../../stacks/monitoring/functions/publisher/publish";
import { authLogOf } from "../../stacks/monitoring/functions/scalekit/auth-requests";
import type { RetryPolicy } from "../../stacks/monitoring/functions/scalekit/retry";
import { type Datapoint, type Written, writtenBy } from "./emf";
import { keyOf, maximaOf, nonZero } from "./published";
import type { LogRow } from "./scalekit-logs";
import type { ScalekitServer } from "./scalekit-server";

/** Retries as in production, only sooner. */
export const QUICK: RetryPolicy = { firstWait: 1, longestWait: 4, longestRetryAfter: 2_000, retries: 3 };

export const MINUTE = 60_000;
const PLENTY = () => 30_000;

/** A poller and a publisher over one ledger, whose clock a test moves; all that they write is kept. */
export class WatchedLogins {
	/** In the middle of a window, and near to the real present, since datapoints of another age are warned of. */
	now = new Date(Math.floor(Date.now() / 300_000) * 300_000 + 150_000);
	readonly datapoints: Datapoint[] = [];
	readonly lines: Record<string, unknown>[] = [];
	text = "";

	readonly #emit = metricsWriter(new Metrics({ namespace: NAMESPACE, serviceName: "auth" }));
	readonly #log = logOf(new Logger({ serviceName: "auth" }));
	readonly #authLog;
	readonly #hash = accountHasher({ send: async () => ({ Mac: randomBytes(32) }) }, "key");

	constructor(
		readonly server: ScalekitServer,
		readonly table: Table,
	) {
		this.#authLog = authLogOf({
			environmentUrl: server.url,
			credentials: async () => server.credentials,
			onThrottled: () => this.#emit.increment(POLLER_THROTTLED),
			pace: QUICK,
		});
	}

	minutesAgo(count: number): Date {
		return new Date(this.now.getTime() - count * MINUTE);
	}

	/** A row in the log, of a login so many minutes ago. */
	row(id: string, minutesAgo: number, status: string, more: Partial<LogRow> = {}): LogRow {
		const row: LogRow = {
			auth_request_id: id,
			status,
			timestamp: this.minutesAgo(minutesAgo).toISOString(),
			email: `${id}@customer.example`,
			organization_id: "org_1",
			connection_id: "conn_1",
			connection_type: "SAML",
			...more,
		};
		this.server.rows.push(row);
		return row;
	}

	later(minutes: number): void {
		this.now = new Date(this.now.getTime() + minutes * MINUTE);
	}

	poll(left = PLENTY, table = this.table): Promise<RunOutcome> {
		return this.#keep(() => this.#poll(left, table));
	}

	pollTwiceAtOnce(): Promise<readonly RunOutcome[]> {
		return this.#keep(() => Promise.all([this.#poll(PLENTY, this.table), this.#poll(PLENTY, this.table)]));
	}

	publish(left = PLENTY): Promise<void> {
		return this.#keep(() => publish({ table: this.table, metrics: this.#emit, log: this.#log, clock: () => this.now, counters: [], left }));
	}

	/** Lets time pass in steps, polling and publishing after each. */
	async run(minutes: number, step = 1): Promise<void> {
		for (let passed = 0; passed < minutes; passed += step) {
			this.later(step);
			await this.poll();
			await this.publish();
		}
	}

	/** The totals of logins that were published, and those that the log of Scalekit says are true by now. */
	published(): Record<string, number> {
		return nonZero(maximaOf(this.datapoints.filter(({ name }) => LOGIN_METRICS.includes(name))));
	}

	truth(): Record<string, number> {
		const truth = new Map<string, number>();
		const count = (at: Date, name: string, type: string) => {
			for (const key of [keyOf(startOf(windowOf(at)), name), keyOf(startOf(windowOf(at)), name, { type })])
				truth.set(key, (truth.get(key) ?? 0) + 1);
		};
		for (const { timestamp = "", status, connection_type = "OTHER" } of this.server.rows) {
			const at = new Date(timestamp);
			count(at, "LoginStarted", connection_type);
			if (status === "SUCCESS") count(at, "LoginSucceeded", connection_type);
			if (status === "FAILED") count(at, "LoginFailed", connection_type);
			const settled = new Date(at.getTime() + SETTLED_AFTER_MINUTES * MINUTE);
			if (settled <= this.now) count(settled, "LoginSettled", connection_type);
			if ((status === "INITIATED" || status === "PENDING") && settled <= this.now) count(settled, "LoginAbandoned", connection_type);
		}
		return nonZero(truth);
	}

	#poll(left: () => number, table: Table): Promise<RunOutcome> {
		return poll({ authLog: this.#authLog, table, hash: this.#hash, clock: () => this.now, log: this.#log }, left);
	}

	async #keep<T>(work: () => Promise<T>): Promise<T> {
		let failure: unknown;
		const written: Written<T | undefined> = await writtenBy(() =>
			work().catch((error) => {
				failure = error;
				return undefined;
			}),
		);
		this.datapoints.push(...written.datapoints);
		this.lines.push(...written.lines);
		this.text += written.text;
		if (failure) throw failure;
		return written.result as T;
	}
}

const LOGIN_METRICS = ["LoginStarted", "LoginSucceeded", "LoginFailed", "LoginSettled", "LoginAbandoned"];
