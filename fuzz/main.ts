import { parseArgs } from "node:util";
import type { Problem } from "./check";
import { type FuzzResult, fuzz } from "./fuzz";
import { dataOf } from "./stack";

const DEFAULT_COUNT = 300_000;

/** Runs `npm run fuzz -- --seed N --count N`; sets the exit status to 1 if a check fails. */
export async function main(root: string, args: readonly string[]): Promise<void> {
	const { values } = parseArgs({ args: [...args], options: { seed: { type: "string" }, count: { type: "string" } } });
	const seed = numberOf("seed", values.seed) ?? Date.now() % 1_000_000;
	const count = numberOf("count", values.count) ?? DEFAULT_COUNT;
	console.log(
		`seed ${seed}, ${count} evaluations; an evaluation is one rule on one resource, or on a stack, in a gRPC request to the built pack`,
	);
	const result = await fuzz({ root, seed, count });
	for (const problem of result.problems) console.log(textOf(problem));
	console.log(lineOf(result));
	if (result.problems.length > 0) process.exitCode = 1;
}

function numberOf(name: string, given: string | undefined): number | undefined {
	if (given === undefined) return undefined;
	const number = Number(given);
	if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} must be an integer, at least 0`);
	return number;
}

/** A problem with the smallest stack that shows it; all values are generated. */
function textOf({ check, stack, form, details, description }: Problem): string {
	const resources = dataOf(stack, form).map(({ type, name, inputs, propertyDependencies = {} }) => {
		const dependencies = Object.entries(propertyDependencies).filter(([, urns]) => urns && urns.length > 0);
		return JSON.stringify({ type, name, inputs, ...(dependencies.length > 0 ? { dependencies: Object.fromEntries(dependencies) } : {}) });
	});
	return [
		`failed check "${check}" (${form}; ${description}):`,
		...resources.map((each) => `  ${each}`),
		...details.slice(0, 6).map((each) => `  ${each}`),
	].join("\n");
}

function lineOf({ evaluations, stacks, seconds, verdicts, checks, problems }: FuzzResult): string {
	const listed = (counts: Readonly<Record<string, number>>) =>
		Object.entries(counts)
			.sort(([one], [other]) => one.localeCompare(other))
			.map(([key, value]) => `${key} ${value}`)
			.join(", ");
	return `${evaluations} evaluations of ${stacks} stacks in ${seconds.toFixed(0)} s; verdicts: ${listed(verdicts)}; checks: ${listed(checks)}; failed checks: ${problems.length}`;
}
