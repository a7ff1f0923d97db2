import { stringify } from "yaml";
import { type Example, FORMS, type Form, toResourceData } from "../../policies/engine/example";
import type { ResourceData } from "../../policies/engine/resource";
import type { Rule } from "../../policies/engine/rule";
import { STACK } from "../../policies/rules/judge";
import { allExamples } from "../support/examples";
import { type Door, PackClient } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

interface RuleExample {
	readonly rule: Rule;
	readonly example: Example;
}

/**
 * What goes through each door. The executable answers every example; the folder starts the same bundle, so that the first
 * example of each rule and verdict shows that it answers alike.
 */
const THROUGH: Readonly<Record<Door, readonly RuleExample[]>> = {
	executable: allExamples(),
	folder: [...groupedBy(allExamples(), ({ rule, example }) => `${rule.id} ${example.verdict}`).values()].map(([first]) => first),
};

/** The examples that need the same `readiness.yaml` and the same options, so that one started pack serves them all. */
const bySettings = (examples: readonly RuleExample[]) => [
	...groupedBy(examples, ({ rule, example }) => `${settingsOf(example)}${example.options ? rule.id + stringify(example.options) : ""}`),
];

function groupedBy(examples: readonly RuleExample[], keyOf: (each: RuleExample) => string) {
	const groups = new Map<string, [RuleExample, ...RuleExample[]]>();
	for (const each of examples) {
		const group = groups.get(keyOf(each));
		if (group) group.push(each);
		else groups.set(keyOf(each), [each]);
	}
	return groups;
}

/** The `readiness.yaml` that gives an example its surroundings. */
function settingsOf({ project = {} }: Example): string {
	const { components, production = true, scalekitHosts = [], browsersBehindEgress } = project;
	const [environment, customDomain] = scalekitHosts;
	return stringify({
		stacks: { "**": { profile: production ? "production" : "staging", ...(components ? { components } : {}) } },
		...(environment ? { scalekit: { environment: `https://${environment}`, ...(customDomain ? { customDomain } : {}) } } : {}),
		...(browsersBehindEgress ? { egress: { browsers: true } } : {}),
	});
}

/** A separate stack for each example. */
function renamed(data: readonly ResourceData[], stack: string): ResourceData[] {
	return JSON.parse(JSON.stringify(data).replaceAll("urn:pulumi:prod::", `urn:pulumi:${stack}::`)) as ResourceData[];
}

describe.each(["folder", "executable"] as const)("the examples through the built pack (%s)", (door) => {
	describe.each(bySettings(THROUGH[door]))("with %j", (_settings, [one, ...others]) => {
		const examples = [one, ...others];
		let previewed: PackClient;
		let analyzed: PackClient;
		beforeAll(async () => {
			const programFolder = temporaryFolder({ "readiness.yaml": settingsOf(one.example) });
			const config = { [one.rule.id]: { level: 1, properties: { ...one.example.options } } };
			const start = async () => {
				const pack = await PackClient.start({ door, programFolder });
				if (one.example.options) await pack.configure(config);
				return pack;
			};
			[previewed, analyzed] = await Promise.all([start(), start()]);
			await previewed.configureStack({ organization: "acme", project: "shop", stack: "prod" });
		});
		afterAll(() => {
			previewed?.stop();
			analyzed?.stop();
		});

		it.each([...groupedBy(examples, ({ rule }) => rule.id)])("%s", async (_id, ofRule) => {
			const wrong = await Promise.all([wrongOf(previewed, ofRule, ["preview"]), wrongOf(analyzed, ofRule, ["state", "old-state"])]);
			expect(wrong.flat()).toEqual([]);
		});
	});
});

/** The examples of which the pack does not say what they expect, one after the other: each is a whole preview or snapshot. */
async function wrongOf(pack: PackClient, examples: readonly RuleExample[], forms: readonly Form[]): Promise<object[]> {
	const wrong: object[] = [];
	for (const [index, { rule, example }] of examples.entries()) {
		for (const form of forms.filter((each) => (example.forms ?? FORMS).includes(each))) {
			const said = await saidOf(pack, rule, example, form, `s${index}`);
			const expected = example.verdict === "fail";
			if (said !== expected) wrong.push({ rule: rule.id, example: example.title, form, expected, said });
		}
	}
	return wrong;
}

/** Whether the pack reports a violation of the rule on the resource that the example is about. */
async function saidOf(pack: PackClient, rule: Rule, example: Example, form: Form, stack: string): Promise<boolean> {
	const data = renamed(toResourceData(example, form), `${stack}-${form}`);
	const about = example.subject ?? example.stack[0]?.name;
	const diagnostics = form === "preview" ? await pack.preview(data) : await pack.snapshot(data);
	return diagnostics.some((each) => {
		const isStack = each.urn.includes(`::${STACK.type}::`);
		return each.rule === rule.id && (about === "stack" ? isStack : !isStack && each.urn.endsWith(`::${about}`));
	});
}
