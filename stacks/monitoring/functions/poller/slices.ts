import type { Span } from "../scalekit/auth-requests";

/** The longest slice in milliseconds; slices with many rows are shortened. */
const MAX_SLICE_MS = 15 * 60_000;
const MIN_SLICE_MS = 10_000;

/** Ten pages: limits the rows that are read again if a run ends within a slice. */
const MAX_ROWS = 1_000;

/** How far a run reads back after an outage, in milliseconds. CloudWatch accepts no datapoints older than two weeks. */
const MAX_LOOKBACK_MS = 13 * 24 * 60 * 60_000;

/** The span to read from a cursor's position to `end`. */
export function spanToRead(from: Date, end: Date): Span {
	return { from: new Date(Math.max(from.getTime(), end.getTime() - MAX_LOOKBACK_MS)), to: end };
}

/** Iterates over a span in slices, oldest first; a slice with too many rows is shortened. */
export function slicesOf(span: Span) {
	let from = span.from.getTime();
	let length = MAX_SLICE_MS;
	const end = span.to.getTime();
	return {
		/** The slice to read; undefined at the end of the span. */
		current(): Span | undefined {
			return from < end ? { from: new Date(from), to: new Date(Math.min(from + length, end)) } : undefined;
		},
		/** True if a slice has too many rows and can be shortened. */
		isTooBig(rows: number): boolean {
			return rows > MAX_ROWS && length > MIN_SLICE_MS;
		},
		shorten(rows: number): void {
			length = Math.max(MIN_SLICE_MS, (Math.min(length, end - from) * MAX_ROWS) / rows);
		},
		advance(): void {
			from += length;
		},
	};
}
