import type { Plain, Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";

/** A property of a referenced resource: the input, or the output of a resource that is only read. */
export function visibleValue<Args, K extends Extract<keyof Args, string>>(target: Resource<Args>, property: K): Reading<Plain<Args[K]>> {
	return target.data.external ? (target.output(property) as Reading<Plain<Args[K]>>) : target.read(property);
}

/** The input, or the output if the input is absent. */
export function effectiveValue(input: Reading, output: Reading): Reading {
	return input.isAbsent && output.isKnown ? output : input;
}
