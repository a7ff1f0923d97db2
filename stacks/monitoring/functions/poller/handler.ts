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
import { emitter } from "../metrics";
import { authLogOf } from "../scalekit/auth-requests";
import { credentialsFrom } from "../scalekit/credentials";
import { poll } from "./poll";

/** Milliseconds before Lambda's limit at which reading ends, so that what was read is written. */
const RESERVE = 8_000;

const metrics = emitter(new Metrics());
const secrets = new SecretsProvider({ awsSdkV3Client: new SecretsManagerClient(CLIENT_SETTINGS) });
const around = {
	authLog: authLogOf({
		environmentUrl: variable("SCALEKIT_ENVIRONMENT_URL"),
		credentials: credentialsFrom(secrets, variable("SCALEKIT_CREDENTIALS_ARN")),
		onThrottled: () => metrics.happened(POLLER_THROTTLED),
	}),
	table: ledgerTable(new DynamoDBClient(CLIENT_SETTINGS), variable("LEDGER_TABLE")),
	hash: accountHasher(new KMSClient(CLIENT_SETTINGS), variable("HASH_KEY_ARN")),
	clock: () => new Date(),
	log: logOf(new Logger()),
};

/** Called by a schedule, each minute. */
export async function handler(_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
	await poll(around, () => context.getRemainingTimeInMillis() - RESERVE);
}
