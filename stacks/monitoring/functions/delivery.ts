import type { SendMessageCommandInput } from "@aws-sdk/client-sqs";
import type { SQSRecord } from "aws-lambda";

/** A verified delivery on its way from the receiver to the worker. */
export interface Delivery {
	/** Its `webhook-id`: the same at every attempt of Scalekit's. */
	readonly id: string;
	/** The body as it came; it is JSON. */
	readonly body: string;
}

const ID = "webhook-id";

export function messageOf({ id, body }: Delivery): Pick<SendMessageCommandInput, "MessageBody" | "MessageAttributes"> {
	return { MessageBody: allowedInQueue(body), MessageAttributes: { [ID]: { DataType: "String", StringValue: id } } };
}

/**
 * SQS takes no U+FFFE and no U+FFFF (SQS, API Reference: SendMessage), and JSON has them in strings alone, where they may as well be escaped. The
 * other characters that SQS refuses cannot stand in JSON.
 */
function allowedInQueue(json: string): string {
	return json.replaceAll("\ufffe", "\\ufffe").replaceAll("\uffff", "\\uffff");
}

/** A message that somebody put into the queue by hand has no `webhook-id`; its own id serves. */
export function deliveryOf({ messageId, body, messageAttributes }: SQSRecord): Delivery {
	return { id: messageAttributes[ID]?.stringValue ?? messageId, body };
}
