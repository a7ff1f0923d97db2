import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { SecretsProvider } from "@aws-lambda-powertools/parameters/secrets";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { Context } from "aws-lambda";
import { POLLER_THROTTLED } from "../../../../signals/poller";
import { accountHasher } from "../account-hash";
import { CLIENT_SETTINGS } from "../client-settings";
import { variable } from "../environment";
import { ledgerTable } from "../ledger/table";
import { logOf } from "../logger";
import { metricsWriter } from "../metrics-writer";
import { authLogOf } from "../scalekit/auth-requests";
import { credentialsFrom } from "../scalekit/credentials";
import { poll } from "./poll";

/** Milliseconds before the function's timeout at which reading ends, so that the rows read are still written. */
const RESERVE = 8_000;

const metrics = metricsWriter(new Metrics());
const secrets = new SecretsProvider({ awsSdkV3Client: new SecretsManagerClient(CLIENT_SETTINGS) });
const dependencies = {
	authLog: authLogOf({
		environmentUrl: variable("SCALEKIT_ENVIRONMENT_URL"),
		credentials: credentialsFrom(secrets, variable("SCALEKIT_CREDENTIALS_ARN")),
		onThrottled: () => metrics.increment(POLLER_THROTTLED),
	}),
	table: ledgerTable(new DynamoDBClient(CLIENT_SETTINGS), variable("LEDGER_TABLE")),
	hash: accountHasher(new KMSClient(CLIENT_SETTINGS), variable("HASH_KEY_ARN")),
	clock: () => new Date(),
	log: logOf(new Logger()),
};

/** Invoked by a schedule every minute. */
export async function handler(_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
	await poll(dependencies, () => context.getRemainingTimeInMillis() - RESERVE);
}
