import {
	CreateQueueCommand,
	DeleteMessageCommand,
	type Message,
	ReceiveMessageCommand,
	SQSClient,
	type SQSClientConfig,
} from "@aws-sdk/client-sqs";
import type { SQSEvent, SQSRecord } from "aws-lambda";
import { startInOwnProcess } from "./own-process";

/** A queue, and what Lambda's poller does with it. */
export interface Queue {
	readonly url: string;
	readonly client: SQSClient;
	/** Takes up to ten messages as Lambda would give them to a function; they come again after `invisibleSeconds` unless they are deleted. */
	receive(invisibleSeconds?: number): Promise<SQSEvent>;
	/** Deletes processed messages: all except the reported failures. */
	settle(event: SQSEvent, failedIds?: readonly string[]): Promise<void>;
}

/** A local SQS server, with queues. */
export interface QueueServer {
	readonly endpoint: string;
	queue(more?: SQSClientConfig): Promise<Queue>;
	close(): Promise<void>;
}

const SERVER = `
	import { startFauxqs } from "fauxqs";
	console.log((await startFauxqs({ port: 0, logger: false })).port);
`;

export async function startQueueServer(): Promise<QueueServer> {
	const { endpoint, stop } = await startInOwnProcess(SERVER);
	const clients: SQSClient[] = [];
	return {
		endpoint,
		async queue(more = {}) {
			const client = new SQSClient({
				region: "us-east-1",
				endpoint,
				credentials: { accessKeyId: "test", secretAccessKey: "test" },
				...more,
			});
			clients.push(client);
			const { QueueUrl = "" } = await client.send(new CreateQueueCommand({ QueueName: `queue-${clients.length}` }));
			return queueOf(client, QueueUrl);
		},
		async close() {
			for (const client of clients) client.destroy();
			await stop();
		},
	};
}

function queueOf(client: SQSClient, url: string): Queue {
	return {
		url,
		client,
		async receive(invisibleSeconds = 30) {
			const { Messages = [] } = await client.send(
				new ReceiveMessageCommand({
					QueueUrl: url,
					MaxNumberOfMessages: 10,
					VisibilityTimeout: invisibleSeconds,
					MessageAttributeNames: ["All"],
					MessageSystemAttributeNames: ["All"],
				}),
			);
			return { Records: Messages.map(recordOf) };
		},
		async settle({ Records }, failedIds = []) {
			const handled = Records.filter(({ messageId }) => !failedIds.includes(messageId));
			await Promise.all(
				handled.map(({ receiptHandle }) => client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: receiptHandle }))),
			);
		},
	};
}

/** A message as Lambda gives it to a function (Lambda, Developer Guide: Using Lambda with Amazon SQS). */
function recordOf({ MessageId = "", ReceiptHandle = "", Body = "", MessageAttributes = {}, Attributes = {} }: Message): SQSRecord {
	return {
		messageId: MessageId,
		receiptHandle: ReceiptHandle,
		body: Body,
		attributes: Attributes as unknown as SQSRecord["attributes"],
		messageAttributes: Object.fromEntries(
			Object.entries(MessageAttributes).map(([name, { StringValue, DataType = "String" }]) => [
				name,
				{ stringValue: StringValue, dataType: DataType as "String" },
			]),
		),
		md5OfBody: "",
		eventSource: "aws:sqs",
		eventSourceARN: "arn:aws:sqs:us-east-1:123456789012:queue",
		awsRegion: "us-east-1",
	};
}
