import type { StackDescription } from "../../policies/sources/source";
import type { Step } from "../../stacks/monitoring/parts/automation";
import { ofType } from "./collected";

/** An Automation document as Systems Manager gets it. */
export interface AutomationDocument {
	readonly description: string;
	readonly parameters?: Readonly<Record<string, { readonly default?: string; readonly allowedValues?: readonly string[] }>>;
	readonly mainSteps: readonly Step[];
	readonly outputs?: readonly string[];
}

/** The documents of a stack, by name. */
export function documentsIn(stack: Pick<StackDescription, "resources">): ReadonlyMap<string, AutomationDocument> {
	const documents = [...ofType(stack, "aws:ssm/document:Document")];
	return new Map(documents.map(([name, { inputs }]) => [name, JSON.parse(String(inputs?.["content"]))]));
}

interface Choice {
	readonly Variable: string;
	readonly StringEquals: string;
	readonly NextStep: string;
}

const choicesOf = ({ inputs }: Step) => (inputs["Choices"] ?? []) as readonly Choice[];

/** What is asked of AWS, as its policies call it: `appconfig:StopDeployment`. */
export function operationOf({ inputs }: Step): string | undefined {
	return inputs["Api"] === undefined ? undefined : `${inputs["Service"]}:${inputs["Api"]}`;
}

/** The possible next steps of a step, including none if the execution may end. */
function followersOf(step: Step, { mainSteps }: AutomationDocument): readonly (string | undefined)[] {
	if (step.action === "aws:branch")
		return [...choicesOf(step).map(({ NextStep }) => NextStep), step.inputs["Default"] as string | undefined];
	const next = step.isEnd ? undefined : (step.nextStep ?? mainSteps[mainSteps.indexOf(step) + 1]?.name);
	return step.onFailure ? [next, step.onFailure.replace("step:", "")] : [next];
}

/** Inconsistencies in the steps of a document; empty if every execution ends and uses only available outputs. */
export function wrongInDocument(document: AutomationDocument): readonly string[] {
	const { mainSteps, parameters = {}, outputs = [] } = document;
	const byName = new Map(mainSteps.map((step) => [step.name, step]));
	const wrong = new Set<string>();
	const reached = new Set<string>();
	if (byName.size !== mainSteps.length) wrong.add("two steps have one name");
	if (!mainSteps.at(-1)?.isEnd && mainSteps.length > 1) wrong.add("the last step does not say that it is the end");
	const walk = (step: Step, before: readonly Step[]): void => {
		reached.add(step.name);
		if (before.includes(step)) {
			wrong.add(`${step.name} comes round again`);
			return;
		}
		if (step.action === "aws:branch" && step.inputs["Default"] === undefined) wrong.add(`${step.name} goes nowhere where no choice is met`);
		const known = new Set([
			...Object.keys(parameters),
			...before.flatMap(({ name, outputs: told = [] }) => told.map(({ Name }) => `${name}.${Name}`)),
		]);
		for (const [, variable = ""] of JSON.stringify(step.inputs).matchAll(/\{\{ ([^}]+) \}\}/g))
			if (!known.has(variable)) wrong.add(`${step.name} uses ${variable}, which no earlier step outputs`);
		const failed = step.onFailure?.replace("step:", "");
		for (const next of followersOf(step, document)) {
			const follower = next === undefined ? undefined : byName.get(next);
			if (next !== undefined && !follower) wrong.add(`${step.name} continues with ${next}, which is not a step`);
			// A failed step has no outputs, so that later steps cannot use them.
			if (follower) walk(follower, next === failed ? [...before, { ...step, outputs: [] }] : [...before, step]);
		}
	};
	if (mainSteps[0]) walk(mainSteps[0], []);
	for (const { name } of mainSteps) if (!reached.has(name)) wrong.add(`${name} is never reached`);
	const told = mainSteps.flatMap(({ name, outputs: each = [] }) => each.map(({ Name }) => `${name}.${Name}`));
	for (const output of outputs) if (!told.includes(output)) wrong.add(`${output} is not output by a step`);
	return [...wrong];
}

/** What AWS answers to a step, already selected: its outputs by name, or "fails". */
export type Answers = (step: Step) => Readonly<Record<string, unknown>> | "fails";

export interface Run {
	readonly status: "Success" | "Failed";
	/** Names of the steps that ran. */
	readonly steps: readonly string[];
}

/** Runs a document as Automation would. AWS Systems Manager, Automation user guide: Properties shared by all actions. */
export function run(document: AutomationDocument, parameters: Readonly<Record<string, string>>, answers: Answers): Run {
	const { mainSteps } = document;
	const defaults = Object.entries(document.parameters ?? {}).map(([name, { default: value }]) => [name, value] as const);
	const values = new Map<string, unknown>([...defaults, ...Object.entries(parameters)]);
	const steps: string[] = [];
	let status: Run["status"] = "Success";
	let step = mainSteps[0];
	while (step && steps.length <= mainSteps.length) {
		const { name, onFailure, isCritical = true } = step;
		steps.push(name);
		let next = step.nextStep ?? mainSteps[mainSteps.indexOf(step) + 1]?.name;
		if (step.action === "aws:branch") {
			const met = choicesOf(step).find((choice) => values.get(choice.Variable.slice(3, -3)) === choice.StringEquals);
			next = met?.NextStep ?? (step.inputs["Default"] as string);
		} else {
			const answer = answers(step);
			if (answer === "fails") {
				if (isCritical) status = "Failed";
				next = onFailure?.replace("step:", "");
			} else for (const [output, value] of Object.entries(answer)) values.set(`${name}.${output}`, value);
			if (step.isEnd) next = undefined;
		}
		const following = next;
		step = mainSteps.find((each) => each.name === following);
	}
	return { status, steps };
}
