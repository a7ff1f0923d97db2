import { LOG_EVENTS } from "../../../../signals/log-events";
import type { Log } from "../logger";
import { NotFilled } from "../scalekit/credentials";
import { type FailureKind, ScalekitFailure } from "../scalekit/failure";
import type { TimeLeft } from "../scalekit/time-left";
import { beginPasses, review, runPass, type Surroundings, type Tally } from "./pass";

/** How a run ended. What is left undone by any end but `complete` the next run does, and the metric of the lag tells of. */
export type End = "complete" | "throttled" | "unreachable" | "out-of-time" | "not-filled";

/** Failures that a run can end with in order; the others need a person, and are thrown for the function's own alarm. */
const ORDERLY: ReadonlySet<FailureKind> = new Set(["throttled", "unreachable", "out-of-time"]);

/**
 * Reads what is new in the authentication logs and what became of what can no longer change.
 *
 * @param left ends early enough for what was read to be written
 * @throws {ScalekitFailure} where Scalekit refuses the credentials or answers otherwise than documented
 */
export async function poll(around: Omit<Surroundings, "onFailedLogin"> & { readonly log: Log }, left: TimeLeft): Promise<End> {
	const { log } = around;
	const tally: Tally = { rows: 0, recorded: 0, odd: 0 };
	const surroundings: Surroundings = {
		...around,
		onFailedLogin: ({ id, connectionType, connection, organization }, account) =>
			log.info(LOG_EVENTS.loginFailed, {
				account,
				organizationId: organization,
				connectionId: connection,
				connectionType,
				authRequestId: id,
			}),
	};
	const end = await runPasses(surroundings, tally, left);
	if (end === "not-filled") log.warn(LOG_EVENTS.secretNotFilled);
	if (end === "throttled") log.warn(LOG_EVENTS.pollThrottled, { ...tally });
	const tell = end === "complete" && tally.odd === 0 ? log.info : log.warn;
	tell(LOG_EVENTS.pollFinished, { end, ...tally });
	return end;
}

async function runPasses(around: Surroundings, tally: Tally, left: TimeLeft): Promise<End> {
	try {
		const before = await beginPasses(around);
		await runPass("fresh", around, tally, left);
		await reviewWhileThereIsTime(before, around, tally, partOf(left));
		await runPass("settled", around, tally, left);
		return "complete";
	} catch (error) {
		if (error instanceof NotFilled) return "not-filled";
		if (error instanceof ScalekitFailure && ORDERLY.has(error.kind)) return error.kind as End;
		throw error;
	}
}

async function reviewWhileThereIsTime(before: Date, around: Surroundings, tally: Tally, left: TimeLeft): Promise<void> {
	try {
		await review(before, around, tally, left);
	} catch (error) {
		if (!(error instanceof ScalekitFailure && error.kind === "out-of-time")) throw error;
	}
}

/** Share of the time that is left which the second look may take, so that the settled pass has most of it. */
const REVIEW_SHARE = 0.4;

function partOf(left: TimeLeft): TimeLeft {
	const kept = left() * (1 - REVIEW_SHARE);
	return () => left() - kept;
}
