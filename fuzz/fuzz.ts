import { Random } from "../bench/faults/random";
import type { ResourceData } from "../policies/engine/resource";
import { disagreements, internalErrors, type Problem, violations } from "./check";
import { Dictionary, seedStacks } from "./dictionary";
import { EVALUATED_FORMS, type EvaluatedForm, inProcess, Packs } from "./evaluate";
import { Generator } from "./generate";
import { hide, type Relation, relationsFor } from "./relations";
import { Shapes } from "./shapes";
import { shrunk } from "./shrink";
import { dataOf, type Stack } from "./stack";

export interface FuzzOptions {
	/** The repository's folder. */
	readonly root: string;
	readonly seed: number;
	/** The number of evaluations through the pack. */
	readonly count: number;
	/** The number of different problems after which the run ends. */
	readonly mostProblems?: number;
	readonly onProgress?: (evaluations: number) => void;
}

export interface FuzzResult {
	readonly evaluations: number;
	readonly stacks: number;
	readonly seconds: number;
	/** How often each verdict occurred. */
	readonly verdicts: Readonly<Record<string, number>>;
	/** How often each check was made. */
	readonly checks: Readonly<Record<string, number>>;
	readonly problems: readonly Problem[];
}

/** The variants of each stack that are evaluated in this process only, where a check takes less than a millisecond. */
const VARIANTS = 20;

/** Evaluates generated stacks through the built pack and compares the verdicts of related stacks. */
export async function fuzz({ root, seed, count, mostProblems = 30, onProgress }: FuzzOptions): Promise<FuzzResult> {
	const started = performance.now();
	const random = new Random(seed);
	const seeds = seedStacks();
	const generator = new Generator(random, seeds, new Dictionary(seeds), new Shapes(root));
	const packs = await Packs.start();
	const run = new Run(packs);
	try {
		while (packs.evaluations < count && run.problems.size < mostProblems) {
			const stacks = Array.from({ length: 8 }, () => ({
				stack: generator.stack(),
				form: random.oneOf(EVALUATED_FORMS),
				random: random.next(),
			}));
			await Promise.all(stacks.map((each) => run.check(each.stack, each.form, new Random(each.random * 2 ** 32))));
			for (const { stack, form } of stacks) {
				for (let made = 0; made < VARIANTS; made++) run.checkInProcess(generator.variant(stack), form, random);
			}
			onProgress?.(packs.evaluations);
		}
		const problems: Problem[] = [];
		for (const problem of run.problems.values()) problems.push(await smallest(problem));
		const seconds = (performance.now() - started) / 1000;
		return { evaluations: packs.evaluations, stacks: run.stacks, seconds, verdicts: run.verdicts, checks: run.checks, problems };
	} finally {
		packs.stop();
	}
}

/** The counts of a run, and the first problem of each kind and rule. */
class Run {
	stacks = 0;
	readonly verdicts: Record<string, number> = {};
	readonly checks: Record<string, number> = {};
	readonly problems = new Map<string, Problem>();

	constructor(private readonly packs: Packs) {}

	async check(stack: Stack, form: EvaluatedForm, random: Random): Promise<void> {
		this.stacks++;
		for (const { verdict } of inProcess(dataOf(stack, form))) count(this.verdicts, verdict);
		await this.#evaluate(stack, form, (smaller) => dataOf(smaller, form));
		for (const relation of relationsFor(random)) {
			if (!relation.after(stack, form)) continue;
			await this.#evaluate(stack, form, (smaller) => relation.after(smaller, form) ?? []);
			this.#addViolations(relation, stack, form);
		}
	}

	/** No error, and no verdict that a hidden value does not support. */
	checkInProcess(stack: Stack, form: EvaluatedForm, random: Random): void {
		this.#addErrors(stack, form, (smaller) => dataOf(smaller, form));
		this.#addViolations(hide(random.next()), stack, form);
	}

	#addErrors(stack: Stack, form: EvaluatedForm, variantOf: (stack: Stack) => readonly ResourceData[]): void {
		count(this.checks, "error");
		const again = (smaller: Stack) => internalErrors(variantOf(smaller));
		this.#add({ check: "error", stack, form, details: again(stack), again, description: "a rule throws" });
	}

	#addViolations(relation: Relation, stack: Stack, form: EvaluatedForm): void {
		count(this.checks, relation.kind);
		const again = (smaller: Stack) => violations(relation, smaller, form);
		this.#add({ check: relation.kind, stack, form, details: again(stack), again, description: relation.describe(stack, form) });
	}

	/** No error, and the same findings here and through the pack. */
	async #evaluate(stack: Stack, form: EvaluatedForm, variantOf: (stack: Stack) => readonly ResourceData[]): Promise<void> {
		this.#addErrors(stack, form, variantOf);
		count(this.checks, "agreement");
		const disagreeing = async (smaller: Stack) => {
			try {
				return await disagreements(this.packs, variantOf(smaller), form);
			} catch (error) {
				return [`the request fails: ${(error as Error).message}`];
			}
		};
		this.#add({ check: "agreement", stack, form, details: await disagreeing(stack), again: disagreeing, description: "the pack differs" });
	}

	#add(problem: Problem): void {
		const [first] = problem.details;
		if (first === undefined) return;
		const key = keyOf(problem.check, first);
		if (!this.problems.has(key)) this.problems.set(key, problem);
	}
}

/** The check and the rule, so that one defect is reported once. */
function keyOf(check: string, detail: string): string {
	return `${check} ${/[a-z0-9]+(?:-[a-z0-9]+)+(?= urn:)/.exec(detail)?.[0] ?? detail}`;
}

async function smallest(problem: Problem): Promise<Problem> {
	const key = keyOf(problem.check, problem.details[0] as string);
	const stack = await shrunk(problem.stack, async (smaller) =>
		(await problem.again(smaller)).some((each) => keyOf(problem.check, each) === key),
	);
	return { ...problem, stack, details: await problem.again(stack) };
}

function count(counts: Record<string, number>, key: string): void {
	counts[key] = (counts[key] ?? 0) + 1;
}
