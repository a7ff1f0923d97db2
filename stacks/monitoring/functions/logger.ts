import type { Logger } from "@aws-lambda-powertools/logger";
import type { LOG_EVENTS } from "../../../signals/log-events";

export type LogEvent = (typeof LOG_EVENTS)[keyof typeof LOG_EVENTS];

/** Fields of a log line besides its event: constants, ids and numbers; never text from outside, e-mail addresses or IP addresses. */
export type Details = Readonly<Record<string, string | number | boolean | undefined>>;

/** Log lines with a field `event`, which the saved queries filter by (signals/log-events.ts). */
export interface Log {
	info(event: LogEvent, details?: Details): void;
	warn(event: LogEvent, details?: Details): void;
	error(event: LogEvent, details?: Details): void;
}

export function logOf(logger: Logger): Log {
	return {
		info: (event, details) => logger.info(event, { event, ...details }),
		warn: (event, details) => logger.warn(event, { event, ...details }),
		error: (event, details) => logger.error(event, { event, ...details }),
	};
}

/**
 * An error's code or name, e.g. `ThrottlingException` or `ECONNREFUSED`. Messages are not logged, because they may contain input.
 */
export function errorCode(error: unknown): string {
	const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
	return [code, name].find((each) => typeof each === "string") ?? "unknown";
}
