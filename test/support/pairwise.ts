/** What can be chosen: for each question its answers. */
export type Choices = Readonly<Record<string, readonly unknown[]>>;

/** One answer to each question. */
export type Chosen<All extends Choices> = { readonly [Question in keyof All]: All[Question][number] };

/**
 * Few combinations in which every two answers to two questions meet at least once, as far as they may.
 *
 * Greedy: each combination begins with a pair that was not met yet, and takes for every other question the answer by which it meets the most. The same
 * choices give the same combinations.
 *
 * @param forbids which answers make no sense together; it is asked of combinations of which some questions are still open
 */
export function pairwise<const All extends Choices>(
	choices: All,
	forbids: (chosen: Partial<Chosen<All>>) => boolean = () => false,
): readonly Chosen<All>[] {
	const questions = Object.keys(choices);
	const open = new Set(questions.flatMap((a, at) => questions.slice(at + 1).flatMap((b) => pairsOf(a, b, choices))));
	const found: Chosen<All>[] = [];
	for (const pair of [...open]) {
		if (!open.has(pair)) continue;
		const chosen = complete(JSON.parse(pair) as Indices, questions, choices, open, (indices) => forbids(answersOf(indices, choices)));
		open.delete(pair);
		if (!chosen) continue;
		for (const met of pairsIn(chosen, questions)) open.delete(met);
		found.push(answersOf(chosen, choices));
	}
	return found;
}

/** For each question the place of its answer. */
type Indices = Readonly<Record<string, number>>;

function answersOf<All extends Choices>(indices: Indices, choices: All): Chosen<All> {
	return Object.fromEntries(Object.entries(indices).map(([question, index]) => [question, choices[question]?.[index]])) as Chosen<All>;
}

function pairsOf(a: string, b: string, choices: Choices): readonly string[] {
	return (choices[a] ?? []).flatMap((_, i) => (choices[b] ?? []).map((_, j) => JSON.stringify({ [a]: i, [b]: j })));
}

function pairsIn(indices: Indices, questions: readonly string[]): readonly string[] {
	return questions.flatMap((a, at) => questions.slice(at + 1).map((b) => JSON.stringify({ [a]: indices[a], [b]: indices[b] })));
}

/** Extends a pair to a combination; one parameter at a time, preferring uncovered pairs, and backtracking from forbidden ones. */
function complete(
	begun: Indices,
	questions: readonly string[],
	choices: Choices,
	open: ReadonlySet<string>,
	forbids: (indices: Indices) => boolean,
): Indices | undefined {
	if (forbids(begun)) return undefined;
	const next = questions.find((question) => !(question in begun));
	if (next === undefined) return begun;
	const meets = (index: number) =>
		questions.filter((other) => other in begun).filter((other) => open.has(pairOf(questions, { ...begun, [next]: index }, other, next)))
			.length;
	const ranked = (choices[next] ?? []).map((_, index) => ({ index, meets: meets(index) })).sort((a, b) => b.meets - a.meets);
	for (const { index } of ranked) {
		const whole = complete({ ...begun, [next]: index }, questions, choices, open, forbids);
		if (whole) return whole;
	}
	return undefined;
}

function pairOf(questions: readonly string[], indices: Indices, one: string, other: string): string {
	const [a, b] = questions.indexOf(one) < questions.indexOf(other) ? [one, other] : [other, one];
	return JSON.stringify({ [a]: indices[a], [b]: indices[b] });
}
