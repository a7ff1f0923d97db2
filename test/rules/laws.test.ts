import fc from "fast-check";
import { FORMS, secret, toResourceData, UNKNOWN } from "../../policies/engine/example";
import type { Finding } from "../../policies/engine/finding";
import type { ResourceData } from "../../policies/engine/resource";
import { rules } from "../../policies/rules";
import { judge, verdictOf } from "../../policies/rules/judge";
import { examplesOf } from "../support/examples";
import { placesOf, replaceAt, valueAt } from "../support/places";

/** What identifies a finding, without its message. */
const gist = (finding: Finding) => `${finding.verdict} ${finding.urn} ${finding.property ?? ""}`;
/** The same with its message, in any order. */
const told = (findings: readonly Finding[]) => findings.map((finding) => `${gist(finding)}: ${finding.message}`).sort();

/** A stack with a second one of each resource, so that a rule that takes the first of several has several to choose from. */
function withCopies(data: readonly ResourceData[]): ResourceData[] {
	return data.flatMap((each) => [each, { ...each, urn: `${each.urn}-copy`, name: `${each.name}-copy` }]);
}

/**
 * A Pulumi secret under a secret's name fails if it is hidden, and passes if it is shown to be a reference: by rule
 * the one example with such a reference.
 */
const HIDDEN_REFERENCES: Readonly<Record<string, string>> = {
	"scalekit-secret-by-reference": "A function that gets the ARN of the secret under the name of the secret itself",
	"ssm-secret-is-secure-string": "A String that says where the secret is",
};

/** The examples in which what is hidden no longer concerns a rule, as far as the rule `presumes`. */
const PRESUMED: Readonly<Record<string, readonly string[]>> = {
	"scalekit-environment-is-production": [
		"A development environment under a development name",
		"A parameter under another name with a development environment",
		'A document with a "scalekit" section',
		"A document with a development environment under any key",
		"An address that a document holds",
	],
	"scalekit-secret-by-reference": ['A document with a "scalekit" section that contains a reference'],
	"scalekit-secret-not-test": ["A document in Secrets Manager with a secret that looks like one for tests"],
	"ssm-secret-is-secure-string": ["A connection string with a password under a neutral name"],
};

const eachRule = describe.each(rules.map((rule) => [rule.id, rule] as const));

eachRule("%s", (_id, rule) => {
	const examples = examplesOf(rule);

	it("says the same with the marks and defaults that a real provider leaves", () => {
		for (const example of examples) {
			for (const form of (example.forms ?? FORMS).filter((each) => each !== "preview")) {
				const plain = verdictOf(rule, example, form).map(gist);
				const marked = verdictOf(rule, example, form, (data) => data.map(asRecorded)).map(gist);
				expect({ example: example.title, form, said: marked }).toEqual({ example: example.title, form, said: plain });
			}
		}
	});

	it("says of an unknown nothing that the known value does not bear out", () => {
		const wrong: string[] = [];
		const presumed = new Set<string>();
		for (const example of examples) {
			for (const form of example.forms ?? FORMS) {
				const data = toResourceData(example, form);
				const settled = (stack: readonly ResourceData[]) => judge(rule, stack, example).filter((each) => each.verdict !== "undetermined");
				const known = new Set(settled(data).map(gist));
				for (const place of placesOf(data)) {
					for (const hidden of [UNKNOWN, secret(UNKNOWN)]) {
						let unfounded = settled(replaceAt(data, place, hidden)).filter((each) => !known.has(gist(each)));
						if (hidden !== UNKNOWN && unfounded.length > 0) {
							const value = valueAt(data, place);
							const shown = new Set(settled(replaceAt(data, place, secret(value))).map(gist));
							const isListed = HIDDEN_REFERENCES[rule.id] === example.title && /^arn:/.test(String(value));
							unfounded = unfounded.filter((each) => !isListed && !shown.has(gist(each)));
						}
						const isPresumed = unfounded.length > 0 && unfounded.every((each) => each.verdict === "not-applicable");
						if (isPresumed && PRESUMED[rule.id]?.includes(example.title)) {
							presumed.add(example.title);
							continue;
						}
						const at = `${data[place.resource]?.name}.${place.path.join(".")}`;
						wrong.push(...unfounded.map((each) => `${example.title} (${form}), ${at}: ${each.verdict}, ${each.message}`));
					}
				}
			}
		}
		expect(wrong).toEqual([]);
		expect([...presumed].sort()).toEqual([...(PRESUMED[rule.id] ?? [])].sort());
		expect(rule.toleratedUnknowns !== undefined).toBe(presumed.size > 0);
	});

	it("is independent of the order of resources", () => {
		for (const example of examples) {
			for (const form of example.forms ?? FORMS) {
				const data = withCopies(toResourceData(example, form));
				const said = told(judge(rule, data, example));
				fc.assert(
					fc.property(fc.shuffledSubarray(data, { minLength: data.length }), (shuffled) => {
						expect({ example: example.title, form, said: told(judge(rule, shuffled, example)) }).toEqual({
							example: example.title,
							form,
							said,
						});
					}),
					{ numRuns: data.length, examples: [[[...data].reverse()]] },
				);
			}
		}
	});

	it("never throws, for any input", () => {
		const value = fc.oneof(
			{
				weight: 3,
				arbitrary: fc.constantFrom(UNKNOWN, null, "", [], {}, true, 0, "*", secret("s"), secret(UNKNOWN), [UNKNOWN], { __defaults: [] }),
			},
			{ weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
		);
		const stacks = examples.map((example) => ({ example, data: toResourceData(example, "state") }));
		fc.assert(
			fc.property(fc.nat(), fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 4 }), (which, changes) => {
				const { example, data } = stacks[which % stacks.length] as (typeof stacks)[number];
				let changed: ResourceData[] = [...data];
				for (const [at, to] of changes) {
					const places = placesOf(changed);
					const place = places[at % Math.max(1, places.length)];
					if (place) changed = replaceAt(changed, place, to);
				}
				judge(rule, changed, example);
			}),
			{ numRuns: 300 },
		);
	});
});

/** A resource as a state of the real provider has it: default marks at every level, empty outputs, no property dependencies written as null. */
function asRecorded(data: ResourceData): ResourceData {
	if (!data.inputs) return data;
	const dependencies = Object.entries(data.propertyDependencies ?? {}).map(([key, urns]) => [key, urns?.length ? urns : null] as const);
	return {
		...data,
		inputs: withMarks(data.inputs) as Record<string, unknown>,
		outputs: { __meta: "{}", policy: "", tagsAll: {}, kmsKeyId: "", ...data.outputs },
		...(data.propertyDependencies ? { propertyDependencies: Object.fromEntries(dependencies) } : {}),
	};
}

function withMarks(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withMarks);
	if (typeof value !== "object" || value === null) return value;
	return { __defaults: [], ...Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withMarks(child)])) };
}
