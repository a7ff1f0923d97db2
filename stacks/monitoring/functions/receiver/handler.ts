import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { CLIENT_SETTINGS } from "../client-settings";
import { toQueueMessage } from "../delivery";
import { variable } from "../environment";
import { ledgerTable } from "../ledger/table";
import { logOf } from "../logger";
import { metricsWriter } from "../metrics-writer";
import { type Dependencies, type Response, receive } from "./receive";
import type { Request } from "./request";
import { fetchKeys } from "./secret";
import { signingKeys } from "./signing-keys";

const secrets = new SecretsManagerClient(CLIENT_SETTINGS);
const secretArn = variable("SCALEKIT_WEBHOOK_SECRET_ARN");
const queue = new SQSClient(CLIENT_SETTINGS);
const queueUrl = variable("QUEUE_URL");
const now = () => new Date();

const dependencies: Dependencies = {
	now,
	keys: signingKeys(() => fetchKeys(secrets, secretArn, now()), now),
	table: ledgerTable(new DynamoDBClient(CLIENT_SETTINGS), variable("LEDGER_TABLE")),
	enqueue: (delivery) => queue.send(new SendMessageCommand({ QueueUrl: queueUrl, ...toQueueMessage(delivery) })),
	metrics: metricsWriter(new Metrics()),
	log: logOf(new Logger()),
};

export function handler(request: Request): Promise<Response> {
	return receive(request, dependencies);
}
