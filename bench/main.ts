import { calls } from "./calls";
import { check } from "./check";
import { print } from "./figures";
import { start } from "./start";

const BENCHMARKS = { start, calls, check };

/** Runs the benchmarks that are named, or all of them. */
export async function main(root: string, names: readonly string[]): Promise<void> {
	console.log(`Node ${process.version}, ${process.platform} ${process.arch}; medians, taken in turns`);
	for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
		if (names.length === 0 || names.includes(name)) print(await benchmark(root));
	}
}
