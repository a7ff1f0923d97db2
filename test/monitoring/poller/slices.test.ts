import fc from "fast-check";
import { slicesOf, spanToRead } from "../../../stacks/monitoring/functions/poller/slices";
import { MINUTE } from "../../support/watched-logins";

const END = new Date("2026-11-24T14:00:00Z");
const before = (minutes: number) => new Date(END.getTime() - minutes * MINUTE);

test.each([
	["read a minute ago", 1, 1],
	["read three days ago", 3 * 1440, 3 * 1440],
	["read a month ago", 30 * 1440, 13 * 1440],
])("a reader that has %s reads from so many minutes ago", (_, cursor, minutes) => {
	expect(spanToRead(before(cursor), END)).toEqual({ from: before(minutes), to: END });
});

test("slices cover their span completely, oldest first, none longer than 15 minutes, at any load", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 600 }), fc.array(fc.nat(6000), { minLength: 1, maxLength: 50 }), (minutes, busy) => {
			const span = { from: before(minutes + 0.3), to: END };
			const slices = slicesOf(span);
			let [reached, asked] = [span.from, 0];
			const wrong: string[] = [];
			for (let slice = slices.current(); slice; slice = slices.current()) {
				const length = slice.to.getTime() - slice.from.getTime();
				const rows = busy[asked++ % busy.length] ?? 0;
				if (slices.isTooBig(rows)) {
					slices.shorten(rows);
					if (slices.current()?.from.getTime() !== slice.from.getTime()) wrong.push("a shorter slice starts elsewhere");
					continue;
				}
				if (slice.from.getTime() !== reached.getTime()) wrong.push("a slice does not start at the end of the one before");
				if (length <= 0 || length > 15 * MINUTE) wrong.push(`a slice of ${length} ms`);
				reached = slice.to;
				slices.advance();
			}
			expect({ wrong, reached }).toEqual({ wrong: [], reached: END });
		}),
	);
});

test("a busy hour is read in parts that a run can finish", () => {
	const slices = slicesOf({ from: before(60), to: END });
	const perMinute = 1_000;
	for (let slice = slices.current(); slice; slice = slices.current()) {
		const rows = ((slice.to.getTime() - slice.from.getTime()) / MINUTE) * perMinute;
		if (!slices.isTooBig(rows)) break;
		slices.shorten(rows);
	}
	const { from, to } = slices.current() ?? spanToRead(END, END);
	expect((to.getTime() - from.getTime()) / MINUTE).toBeLessThanOrEqual(2);
});
