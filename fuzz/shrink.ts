import { pathsOf, type Stack, withValue } from "./stack";

const MOST_ATTEMPTS = 600;

/** The smallest stack that is found by removing resources, properties and items while the problem stays. */
export async function shrunk(stack: Stack, stays: (smaller: Stack) => Promise<boolean>): Promise<Stack> {
	let smallest = stack;
	let attempts = 0;
	for (let again = true; again; ) {
		again = false;
		for (const smaller of smallerOf(smallest)) {
			if (++attempts > MOST_ATTEMPTS) return smallest;
			if (!(await stays(smaller).catch(() => false))) continue;
			smallest = smaller;
			again = true;
			break;
		}
	}
	return smallest;
}

function* smallerOf(stack: Stack): Generator<Stack> {
	for (const index of stack.keys()) if (stack.length > 1) yield stack.filter((_, at) => at !== index);
	for (const [index, { inputs }] of stack.entries()) for (const path of pathsOf(inputs)) yield withValue(stack, index, path, undefined);
}
