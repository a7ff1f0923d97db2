import { LOG_EVENTS } from "../../../../signals/log-events";
import type { Log } from "../logger";
import { MissingCredentialsError } from "../scalekit/credentials";
import { type FailureKind, ScalekitFailure } from "../scalekit/failure";
import type { TimeLeft } from "../scalekit/time-left";
import { beginPasses, type Dependencies, type RunStats, reread, runPass } from "./pass";

/** How a run ended. Unless `complete`, the next run continues, and the lag metric shows it. */
export type RunOutcome = "complete" | "throttled" | "unreachable" | "out-of-time" | "credentials-missing";

/** Failures that the next run may resolve. Others need an engineer, and are thrown, so that the function's error alarm fires. */
const EXPECTED_FAILURES: ReadonlySet<FailureKind> = new Set(["throttled", "unreachable", "out-of-time"]);

/**
 * Reads new rows of the authentication logs, and the final outcomes of older ones.
 *
 * @param left time for reading; writing needs time after it
 * @throws {ScalekitFailure} if Scalekit rejects the credentials or its response does not match the documentation
 */
export async function poll(given: Omit<Dependencies, "onFailedLogin"> & { readonly log: Log }, left: TimeLeft): Promise<RunOutcome> {
	const { log } = given;
	const stats: RunStats = { rows: 0, written: 0, unrecognized: 0 };
	const dependencies: Dependencies = {
		...given,
		onFailedLogin: ({ id, connectionType, connection, organization }, account) =>
			log.info(LOG_EVENTS.loginFailed, {
				account,
				organizationId: organization,
				connectionId: connection,
				connectionType,
				authRequestId: id,
			}),
	};
	const outcome = await runPasses(dependencies, stats, left);
	if (outcome === "credentials-missing") log.warn(LOG_EVENTS.secretMissing);
	if (outcome === "throttled") log.warn(LOG_EVENTS.pollThrottled, { ...stats });
	const write = outcome === "complete" && stats.unrecognized === 0 ? log.info : log.warn;
	write(LOG_EVENTS.pollFinished, { outcome, ...stats });
	return outcome;
}

async function runPasses(dependencies: Dependencies, stats: RunStats, left: TimeLeft): Promise<RunOutcome> {
	try {
		const before = await beginPasses(dependencies);
		await runPass("tail", dependencies, stats, left);
		await rereadWithinTime(before, dependencies, stats, shareOf(left));
		await runPass("reconciliation", dependencies, stats, left);
		return "complete";
	} catch (error) {
		if (error instanceof MissingCredentialsError) return "credentials-missing";
		if (error instanceof ScalekitFailure && EXPECTED_FAILURES.has(error.kind)) return error.kind as RunOutcome;
		throw error;
	}
}

async function rereadWithinTime(before: Date, dependencies: Dependencies, stats: RunStats, left: TimeLeft): Promise<void> {
	try {
		await reread(before, dependencies, stats, left);
	} catch (error) {
		if (!(error instanceof ScalekitFailure && error.kind === "out-of-time")) throw error;
	}
}

/** The share of the remaining time for rereading, so that most is left for reconciliation. */
const REREAD_SHARE = 0.4;

function shareOf(left: TimeLeft): TimeLeft {
	const kept = left() * (1 - REREAD_SHARE);
	return () => left() - kept;
}
