import { calls } from "./calls";
import { check } from "./check";
import { faults } from "./faults/faults";
import { print } from "./figures";
import { functions } from "./functions";
import { program } from "./program";
import { start } from "./start";

const BENCHMARKS = { start, calls, check, program, functions };
/** Takes minutes: runs only if named. */
const ON_DEMAND = { faults };

/** Runs the named benchmarks, or all. */
export async function main(root: string, names: readonly string[]): Promise<void> {
	console.log(`Node ${process.version}, ${process.platform} ${process.arch}; medians of alternating runs`);
	for (const [name, benchmark] of Object.entries({ ...BENCHMARKS, ...ON_DEMAND })) {
		if (names.length === 0 ? name in BENCHMARKS : names.includes(name)) print(await benchmark(root));
	}
}
