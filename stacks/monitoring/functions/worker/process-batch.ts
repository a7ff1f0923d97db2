import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { LOG_EVENTS } from "../../../../signals/log-events";
import { deliveryOf } from "../delivery";
import { errorCode } from "../logger";
import { type Dependencies, processDelivery } from "./process-delivery";

/**
 * Processes a batch of the queue, and returns the failed records for retry. If all records fail, the result is still a response, not an error, because an
 * error's message would be logged.
 */
export function processBatch(batch: SQSEvent, dependencies: Dependencies): Promise<SQSBatchResponse> {
	const processRecord = async (record: SQSRecord) => {
		const delivery = deliveryOf(record);
		try {
			await processDelivery(delivery, dependencies);
		} catch (error) {
			dependencies.log.error(LOG_EVENTS.webhookFailed, { delivery: delivery.id, failure: errorCode(error) });
			throw error;
		}
	};
	return processPartialResponse(batch, processRecord, new BatchProcessor(EventType.SQS), { throwOnFullBatchFailure: false });
}
