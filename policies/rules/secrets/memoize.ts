/** More names than a stack has. */
const MAX_ENTRIES = 10_000;

/** Caches the results of a function of a text: workloads of a stack share most of their variable names. */
export function memoize<T>(work: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		if (known.has(text)) return known.get(text) as T;
		const answer = work(text);
		if (known.size < MAX_ENTRIES) known.set(text, answer);
		return answer;
	};
}
