// As a namespace, here and in the files beside: of `{ z }` a bundler keeps all, which is four times what is used.
import * as z from "zod";

/** An id, short enough for a key of the ledger. */
export const id = z.string().min(1).max(255);

/** ISO 8601 with up to nanoseconds, of which a `Date` keeps the first three digits. */
export const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/**
 * A field that is not documented as required. Whatever else stands there counts as if it were missing, so that a field of which nothing hangs
 * makes no event malformed.
 */
export function optional<T extends z.ZodType>(schema: T) {
	return schema.nullish().catch(undefined);
}

/** Times before Scalekit existed are what some languages write for "never". */
const FIRST_YEAR = 2020;

export const optionalTime = optional(time.refine((at) => at.getUTCFullYear() >= FIRST_YEAR));
export const optionalText = optional(z.string());
export const optionalFlag = optional(z.boolean());
export const optionalObject = optional(z.looseObject({}));
