/** More names than a stack has; beyond it, what is asked is worked out again. */
const MOST = 10_000;

/** The same answer without the work, where a text is asked about again: the same few names stand in workload after workload. */
export function remember<T>(work: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		if (known.has(text)) return known.get(text) as T;
		const answer = work(text);
		if (known.size < MOST) known.set(text, answer);
		return answer;
	};
}
