/** Things by the words that belong to each of them. */
export function groupBy<T>(things: readonly T[], keysOf: (thing: T) => string | readonly string[]): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const thing of things) {
		const keys = keysOf(thing);
		for (const key of typeof keys === "string" ? [keys] : new Set(keys)) {
			const group = groups.get(key);
			if (group) group.push(thing);
			else groups.set(key, [thing]);
		}
	}
	return groups;
}
