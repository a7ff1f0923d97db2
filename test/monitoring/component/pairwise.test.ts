import * as fc from "fast-check";
import { pairwise } from "../../support/pairwise";

const choices = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 }), {
	minKeys: 2,
	maxKeys: 6,
});

it("every two answers to two questions meet", () => {
	fc.assert(
		fc.property(choices, (given) => {
			const found = pairwise(given);
			const questions = Object.keys(given);
			for (const a of questions)
				for (const b of questions.slice(questions.indexOf(a) + 1))
					for (const one of given[a] ?? [])
						for (const other of given[b] ?? []) expect(found.some((chosen) => chosen[a] === one && chosen[b] === other)).toBe(true);
		}),
		{ numRuns: 50 },
	);
});

it("forbidden pairs are omitted, and all others occur", () => {
	const found = pairwise({ a: [1, 2], b: [1, 2], c: [1, 2, 3] }, ({ a, b }) => a === 1 && b === 1);
	expect(found.some(({ a, b }) => a === 1 && b === 1)).toBe(false);
	for (const c of [1, 2, 3]) for (const a of [1, 2]) expect(found.some((chosen) => chosen.a === a && chosen.c === c)).toBe(true);
});
