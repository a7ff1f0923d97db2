import type { Logger } from "@aws-lambda-powertools/logger";
import type { LOG_EVENTS } from "../../../signals/log-events";

export type LogEvent = (typeof LOG_EVENTS)[keyof typeof LOG_EVENTS];

/** What a line says besides its event: words of our own, ids and numbers; never what a sender wrote, an e-mail or an IP address. */
export type Details = Readonly<Record<string, string | number | boolean | undefined>>;

/** Log lines with `event` in them, by which the saved queries find them (signals/log-events.ts). */
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
 * What a line says of an error: its kind alone, e.g. `ThrottlingException` or `ECONNREFUSED`, since messages of clients may repeat what they were
 * given.
 */
export function kindOf(error: unknown): string {
	const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
	return [code, name].find((kind) => typeof kind === "string") ?? "unknown";
}
