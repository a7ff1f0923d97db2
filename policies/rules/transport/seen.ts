import type { Plain, Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";

/** A property of a resource that another one points to: as the program gives it, or, where the resource is only read, as AWS answered. */
export function seen<Args, K extends Extract<keyof Args, string>>(target: Resource<Args>, property: K): Reading<Plain<Args[K]>> {
	return target.data.external ? (target.output(property) as Reading<Plain<Args[K]>>) : target.read(property);
}

/** What the program gives, or, where it leaves the choice to AWS, what AWS answered. */
export function settled(given: Reading, answered: Reading): Reading {
	return given.isAbsent && answered.isKnown ? answered : given;
}
