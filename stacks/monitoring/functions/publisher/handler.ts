import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Context } from "aws-lambda";
import { METRICS } from "../../../../signals";
import { CLIENT_SETTINGS } from "../client-settings";
import { variable } from "../environment";
import { ledgerTable } from "../ledger/table";
import { logOf } from "../logger";
import { emitter } from "../metrics";
import { publish } from "./publish";

/** Milliseconds before Lambda's limit at which no further windows are begun. */
const RESERVE = 8_000;

const around = {
	table: ledgerTable(new DynamoDBClient(CLIENT_SETTINGS), variable("LEDGER_TABLE")),
	emit: emitter(new Metrics()),
	log: logOf(new Logger()),
	clock: () => new Date(),
	happenings: METRICS.filter(({ emitter }) => variable("HAPPENINGS_OF").split(",").includes(emitter)),
};

/** Called by a schedule, each minute. */
export async function handler(_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
	await publish({ ...around, left: () => context.getRemainingTimeInMillis() - RESERVE });
}
