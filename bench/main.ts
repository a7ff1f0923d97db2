import { calls } from "./calls";
import { check } from "./check";
import { faults } from "./faults/faults";
import { print } from "./figures";
import { functions } from "./functions";
import { program } from "./program";
import { start } from "./start";

const BENCHMARKS = { start, calls, check, program, functions };
/** Takes minutes, and is run by its name alone. */
const ON_DEMAND = { faults };

/** Runs the benchmarks that are named, or all of them. */
export async function main(root: string, names: readonly string[]): Promise<void> {
	console.log(`Node ${process.version}, ${process.platform} ${process.arch}; medians, taken in turns`);
	for (const [name, benchmark] of Object.entries({ ...BENCHMARKS, ...ON_DEMAND })) {
		if (names.length === 0 ? name in BENCHMARKS : names.includes(name)) print(await benchmark(root));
	}
}
