import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { LOG_EVENTS } from "../../../../signals/log-events";
import { deliveryOf } from "../delivery";
import { kindOf } from "../logger";
import { type Surroundings, work } from "./work";

/**
 * Works off a batch of the queue, and names those records that shall come again. Where that is all of them it is still an answer and no error, whose text
 * would be logged.
 */
export function workOff(batch: SQSEvent, surroundings: Surroundings): Promise<SQSBatchResponse> {
	const workOne = async (record: SQSRecord) => {
		const delivery = deliveryOf(record);
		try {
			await work(delivery, surroundings);
		} catch (error) {
			surroundings.log.error(LOG_EVENTS.webhookFailed, { delivery: delivery.id, failure: kindOf(error) });
			throw error;
		}
	};
	return processPartialResponse(batch, workOne, new BatchProcessor(EventType.SQS), { throwOnFullBatchFailure: false });
}
