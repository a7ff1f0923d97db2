import type { Reading } from "../../engine/reading";
import { undetermined, type Verdict } from "../../engine/verdict";

/** One unknown for all values that cannot be seen: a workload has dozens, and one line says it. */
export function undecided(values: readonly Reading[]): readonly Verdict[] {
	const [first, ...more] = values;
	if (!first) return [];
	const verdict = undetermined(first);
	const others = more.length === 1 ? "one more value" : `${more.length} more values`;
	return [
		more.length === 0
			? verdict
			: { ...verdict, message: `${verdict.message}, nor are ${others} beside it`.replace("nor are one", "nor is one") },
	];
}
