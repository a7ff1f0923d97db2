import type { SendMessageCommandInput } from "@aws-sdk/client-sqs";
import type { SQSRecord } from "aws-lambda";

/** A verified webhook delivery, as queued for the worker. */
export interface Delivery {
	/** Its `webhook-id`: the same for all attempts. */
	readonly id: string;
	/** The unchanged body, valid JSON. */
	readonly body: string;
}

const ID = "webhook-id";

export function toQueueMessage({ id, body }: Delivery): Pick<SendMessageCommandInput, "MessageBody" | "MessageAttributes"> {
	return { MessageBody: escapedForQueue(body), MessageAttributes: { [ID]: { DataType: "String", StringValue: id } } };
}

/**
 * SQS rejects U+FFFE and U+FFFF (SQS, API Reference: SendMessage); JSON can contain them only in strings, where they can be escaped. The other characters
 * that SQS rejects are not allowed in JSON.
 */
function escapedForQueue(json: string): string {
	return json.replaceAll("\ufffe", "\\ufffe").replaceAll("\uffff", "\\uffff");
}

/** A message sent manually has no `webhook-id`; its message id is used. */
export function deliveryOf({ messageId, body, messageAttributes }: SQSRecord): Delivery {
	return { id: messageAttributes[ID]?.stringValue ?? messageId, body };
}
