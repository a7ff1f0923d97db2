import { counted } from "../../engine/message";
import type { Reading } from "../../engine/reading";
import { undetermined, type Verdict } from "../../engine/verdict";

/** One undetermined verdict for all unknown values: a workload may have dozens. */
export function combinedUndetermined(values: readonly Reading[]): readonly Verdict[] {
	const [first, ...more] = values;
	if (!first) return [];
	const verdict = undetermined(first);
	return [more.length === 0 ? verdict : { ...verdict, message: `${verdict.message} (and ${counted(more.length, "other value")})` }];
}
