import type { SQSEvent, SQSRecord } from "aws-lambda";
import { type Delivery, toQueueMessage } from "../../stacks/monitoring/functions/delivery";
import type { Random } from "./random";

interface Message {
	readonly id: string;
	readonly delivery: Delivery;
	received: number;
}

/** Deliveries of a message before it goes to the dead-letter queue, as in the stack. */
const MOST_RECEIVES = 5;
const BATCH = 10;

/** A queue that delivers messages in any order, sometimes twice, and again if not deleted. */
export class FaultyQueue {
	readonly counts = { givenTwice: 0, deadLetters: 0 };
	#waiting: Message[] = [];
	#deadLetters: Message[] = [];
	#sent = 0;

	constructor(
		private readonly random: Random,
		private readonly twice: number,
	) {}

	get empty(): boolean {
		return this.#waiting.length === 0 && this.#deadLetters.length === 0;
	}

	async send(delivery: Delivery): Promise<void> {
		this.#sent += 1;
		this.#waiting.push({ id: `m-${this.#sent}`, delivery, received: 0 });
	}

	/** Redrives the dead-letter queue. */
	redrive(): void {
		for (const message of this.#deadLetters) message.received = 0;
		this.#waiting.push(...this.#deadLetters.splice(0));
	}

	/** All waiting messages in batches; a batch that is not deleted is delivered again. */
	take(): readonly SQSEvent[] {
		const taken = this.#waiting.splice(0);
		const doubled = taken.filter(() => this.random.chance(this.twice));
		this.counts.givenTwice += doubled.length;
		for (const message of taken) message.received += 1;
		const given = [...taken, ...doubled].map((message) => ({ message, place: this.random.next() })).sort((a, b) => a.place - b.place);
		this.#waiting.push(...taken);
		return Array.from({ length: Math.ceil(given.length / BATCH) }, (_, index) => ({
			Records: given.slice(index * BATCH, (index + 1) * BATCH).map(({ message }) => recordOf(message)),
		}));
	}

	/** Deletes a batch's processed messages. Messages delivered too often go to the dead-letter queue. */
	settle({ Records }: SQSEvent, failed: ReadonlySet<string>): void {
		const given = new Set(Records.map(({ messageId }) => messageId));
		this.#waiting = this.#waiting.filter((message) => {
			if (!given.has(message.id)) return true;
			if (!failed.has(message.id)) return false;
			if (message.received < MOST_RECEIVES) return true;
			this.counts.deadLetters += 1;
			this.#deadLetters.push(message);
			return false;
		});
	}
}

function recordOf({ id, delivery }: Message): SQSRecord {
	const { MessageBody = "", MessageAttributes = {} } = toQueueMessage(delivery);
	return {
		messageId: id,
		receiptHandle: id,
		body: MessageBody,
		attributes: { ApproximateReceiveCount: "1", SentTimestamp: "0", SenderId: "receiver", ApproximateFirstReceiveTimestamp: "0" },
		messageAttributes: Object.fromEntries(
			Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, { dataType: "String", stringValue: StringValue }]),
		),
		md5OfBody: "",
		eventSource: "aws:sqs",
		eventSourceARN: "arn:aws:sqs:us-east-1:123456789012:events",
		awsRegion: "us-east-1",
	};
}
