import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { type GetSecretValueCommand, ResourceNotFoundException } from "@aws-sdk/client-secrets-manager";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { NAMESPACE } from "../../../signals/metric";
import { toQueueMessage } from "../../../stacks/monitoring/functions/delivery";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { logOf } from "../../../stacks/monitoring/functions/logger";
import { metricsWriter } from "../../../stacks/monitoring/functions/metrics-writer";
import { type Dependencies, receive } from "../../../stacks/monitoring/functions/receiver/receive";
import type { Request } from "../../../stacks/monitoring/functions/receiver/request";
import { fetchKeys } from "../../../stacks/monitoring/functions/receiver/secret";
import { signingKeys } from "../../../stacks/monitoring/functions/receiver/signing-keys";
import { writtenBy } from "../../support/emf";
import type { Queue } from "../../support/queue";

export const NOW = new Date("2026-11-24T14:07:30Z");

/** A secret of Secrets Manager with its two stages, which counts how often it is read. */
export class Vault {
	reads = 0;
	down = false;
	previous: string | undefined;
	changedAt = NOW;

	constructor(public current: string | undefined) {}

	rotate(to: string): void {
		this.previous = this.current;
		this.current = to;
	}

	async send({ input }: GetSecretValueCommand) {
		this.reads += 1;
		if (this.down) throw new Error("no answer");
		const SecretString = input.VersionStage === "AWSPREVIOUS" ? this.previous : this.current;
		if (SecretString === undefined) throw new ResourceNotFoundException({ message: "no such stage", $metadata: {} });
		return { SecretString, CreatedDate: this.changedAt };
	}
}

/** The receiver's time, which stands unless it is moved. */
export class Clock {
	constructor(private time = NOW) {}

	readonly now = () => this.time;

	pass(seconds: number): void {
		this.time = new Date(this.time.getTime() + seconds * 1000);
	}
}

export interface Given {
	readonly vault: Vault;
	readonly table: Table;
	readonly queue: Queue;
	readonly clock?: Clock;
}

/** Everything around a receiver, with a real ledger and queue. */
export function surroundingsOf({ vault, table, queue, clock = new Clock() }: Given): Dependencies {
	return {
		now: clock.now,
		keys: signingKeys(() => fetchKeys(vault, "arn:secret", clock.now()), clock.now),
		table,
		enqueue: (delivery) => queue.client.send(new SendMessageCommand({ QueueUrl: queue.url, ...toQueueMessage(delivery) })),
		metrics: metricsWriter(new Metrics({ namespace: NAMESPACE, serviceName: "auth" })),
		log: logOf(new Logger({ serviceName: "auth" })),
	};
}

export interface Seen {
	readonly status: number;
	/** What was counted, e.g. `WebhookRejected{reason=signature}`, without the service. */
	readonly counted: readonly string[];
	/** Log lines: their events and what else they say that is ours. */
	readonly logged: readonly string[];
	readonly text: string;
}

/** Sends a request to a receiver, and returns its effects. */
export async function seenOf(request: Request, surroundings: Dependencies): Promise<Seen> {
	const { result, datapoints, lines, text } = await writtenBy(() => receive(request, surroundings));
	return {
		status: result.statusCode,
		counted: datapoints.map(({ name, dimensions: { service, ...others } }) => {
			if (service !== "auth") throw new Error(`${name} has no service`);
			const [own] = Object.entries(others);
			return own ? `${name}{${own.join("=")}}` : name;
		}),
		logged: lines.map(({ event, reason, failure }) => [event, reason ?? failure].join(" ")),
		text,
	};
}
