/**
 * Groups values by one or several keys each.
 *
 * @param keysOf the key of a value, or its keys; a value appears once in each of its groups
 */
export function groupBy<T>(values: readonly T[], keysOf: (value: T) => string | readonly string[]): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const keys = keysOf(value);
		for (const key of typeof keys === "string" ? [keys] : new Set(keys)) {
			const group = groups.get(key);
			if (group) group.push(value);
			else groups.set(key, [value]);
		}
	}
	return groups;
}
