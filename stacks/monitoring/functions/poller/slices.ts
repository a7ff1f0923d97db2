import type { Span } from "../scalekit/auth-requests";

/** The longest span that is read between two moves of the cursor, in milliseconds; shorter ones where much happens. */
const LONGEST = 15 * 60_000;
const SHORTEST = 10_000;

/** Rows that a slice should not have more of: ten pages, so that little is read in vain where a run's time ends within one. */
const MANY_ROWS = 1_000;

/** Milliseconds of the past that are read after an outage. CloudWatch takes no datapoint older than two weeks, so that more would not show anywhere. */
const FURTHEST_BACK = 13 * 24 * 60 * 60_000;

/** What is to be read up to `end`, by a reader that has come as far as `from`. */
export function spanToRead(from: Date, end: Date): Span {
	return { from: new Date(Math.max(from.getTime(), end.getTime() - FURTHEST_BACK)), to: end };
}

/** Walks through a span in slices, oldest first; one that turns out too big is made as short as its rows ask for. */
export function slicesOf(span: Span) {
	let from = span.from.getTime();
	let length = LONGEST;
	const end = span.to.getTime();
	return {
		/** The slice to read now; nothing where all was read. */
		current(): Span | undefined {
			return from < end ? { from: new Date(from), to: new Date(Math.min(from + length, end)) } : undefined;
		},
		/** True where a slice has more rows than should be read at once, and can be made shorter. */
		isTooBig(rows: number): boolean {
			return rows > MANY_ROWS && length > SHORTEST;
		},
		shorten(rows: number): void {
			length = Math.max(SHORTEST, (Math.min(length, end - from) * MANY_ROWS) / rows);
		},
		advance(): void {
			from += length;
		},
	};
}
