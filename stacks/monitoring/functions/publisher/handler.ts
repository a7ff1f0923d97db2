import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Context } from "aws-lambda";
import { METRICS } from "../../../../signals";
import { CLIENT_SETTINGS } from "../client-settings";
import { variable } from "../environment";
import { ledgerTable } from "../ledger/table";
import { logOf } from "../logger";
import { metricsWriter } from "../metrics-writer";
import { publish } from "./publish";

/** Milliseconds before the function's timeout at which no further windows are published. */
const RESERVE = 8_000;

const dependencies = {
	table: ledgerTable(new DynamoDBClient(CLIENT_SETTINGS), variable("LEDGER_TABLE")),
	metrics: metricsWriter(new Metrics()),
	log: logOf(new Logger()),
	clock: () => new Date(),
	counters: METRICS.filter(({ source }) => variable("COUNTER_SOURCES").split(",").includes(source)),
};

/** Invoked by a schedule every minute. */
export async function handler(_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
	await publish({ ...dependencies, left: () => context.getRemainingTimeInMillis() - RESERVE });
}
