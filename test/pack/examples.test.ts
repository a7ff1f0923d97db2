import { stringify } from "yaml";
import { type Example, FORMS, type Form, toResourceData } from "../../policies/engine/example";
import type { ResourceData } from "../../policies/engine/resource";
import type { Rule } from "../../policies/engine/rule";
import { allExamples } from "../support/examples";
import { STACK } from "../support/judge";
import { type Door, PackClient } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

/** The examples that need the same `readiness.yaml`, so that one started pack serves them all. */
function bySettings(): readonly (readonly [string, readonly { rule: Rule; example: Example }[]])[] {
	const groups = new Map<string, { rule: Rule; example: Example }[]>();
	for (const each of allExamples()) {
		const settings = settingsOf(each.example);
		groups.set(settings, [...(groups.get(settings) ?? []), each]);
	}
	return [...groups];
}

/** The `readiness.yaml` that gives an example its surroundings. */
function settingsOf({ surroundings = {} }: Example): string {
	const { holds, production = true, scalekitHosts = [], browsersBehindEgress } = surroundings;
	const [environment, customDomain] = scalekitHosts;
	return stringify({
		stacks: { "**": { profile: production ? "production" : "staging", ...(holds ? { holds } : {}) } },
		...(environment ? { scalekit: { environment: `https://${environment}`, ...(customDomain ? { customDomain } : {}) } } : {}),
		...(browsersBehindEgress ? { egress: { browsers: true } } : {}),
	});
}

/** A stack of its own for each example, so that nothing is left over from the one before. */
function renamed(data: readonly ResourceData[], stack: string): ResourceData[] {
	return JSON.parse(JSON.stringify(data).replaceAll("urn:pulumi:prod::", `urn:pulumi:${stack}::`)) as ResourceData[];
}

describe.each(["folder", "executable"] as const)("every example through the built pack (%s)", (door: Door) => {
	it.each(bySettings())("with %j", async (settings, examples) => {
		const programFolder = temporaryFolder({ "readiness.yaml": settings });
		const start = () => PackClient.start({ door, programFolder });
		const [previewed, analyzed] = await Promise.all([start(), start()]);
		await previewed.configureStack({ organization: "acme", project: "shop", stack: "prod" });
		try {
			const wrong: unknown[] = [];
			for (const [index, { rule, example }] of examples.entries()) {
				for (const form of example.only ?? FORMS) {
					const pack = form === "preview" ? previewed : analyzed;
					await pack.configure({ [rule.id]: { level: 1, properties: { ...example.options } } });
					const said = await saidOf(pack, rule, example, form, `s${index}`);
					const expected = example.verdict === "fail";
					if (said !== expected) wrong.push({ rule: rule.id, example: example.title, form, expected, said });
				}
			}
			expect(wrong).toEqual([]);
		} finally {
			previewed.stop();
			analyzed.stop();
		}
	});
});

/** Whether the pack reports a violation of the rule on the resource that the example is about. */
async function saidOf(pack: PackClient, rule: Rule, example: Example, form: Form, stack: string): Promise<boolean> {
	const data = renamed(toResourceData(example, form), `${stack}-${form}`);
	const about = example.about ?? example.stack[0]?.name;
	const diagnostics = form === "preview" ? await pack.preview(data) : await pack.snapshot(data);
	return diagnostics.some((each) => {
		const isStack = each.urn.includes(`::${STACK.type}::`);
		return each.rule === rule.id && (about === "stack" ? isStack : !isStack && each.urn.endsWith(`::${about}`));
	});
}
