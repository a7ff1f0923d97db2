import { Logger } from "@aws-lambda-powertools/logger";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { accountHasher } from "../account-hash";
import { CLIENT_SETTINGS } from "../client-settings";
import { variable } from "../environment";
import { ledgerTable } from "../ledger/table";
import { logOf } from "../logger";
import { processBatch } from "./process-batch";
import type { Dependencies } from "./process-delivery";

const dependencies: Dependencies = {
	now: () => new Date(),
	table: ledgerTable(new DynamoDBClient(CLIENT_SETTINGS), variable("LEDGER_TABLE")),
	hash: accountHasher(new KMSClient(CLIENT_SETTINGS), variable("HASH_KEY_ARN")),
	log: logOf(new Logger()),
};

export function handler(batch: SQSEvent): Promise<SQSBatchResponse> {
	return processBatch(batch, dependencies);
}
