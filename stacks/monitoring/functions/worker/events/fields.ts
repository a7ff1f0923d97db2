// A namespace import, here and in the other schema files: with `{ z }` the bundler keeps the whole library, four times what is used.
import * as z from "zod";

/** An id, short enough for a ledger key. */
export const id = z.string().min(1).max(255);

/** ISO 8601 with up to nanoseconds, truncated to milliseconds. */
export const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/**
 * A field that is not documented as required. An invalid value is treated as missing, so that it does not make the event malformed.
 */
export function optional<T extends z.ZodType>(schema: T) {
	return schema.nullish().catch(undefined);
}

/** Earlier times are zero values that mean "never". */
const FIRST_YEAR = 2020;

export const optionalTime = optional(time.refine((at) => at.getUTCFullYear() >= FIRST_YEAR));
export const optionalText = optional(z.string());
export const optionalFlag = optional(z.boolean());
export const optionalObject = optional(z.looseObject({}));
