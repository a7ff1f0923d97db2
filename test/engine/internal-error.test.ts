import { Evaluator } from "../../policies/engine/evaluate";
import { resource, toResourceData } from "../../policies/engine/example";
import { Exceptions } from "../../policies/engine/exception";
import type { Finding } from "../../policies/engine/finding";
import { ResourceGraph } from "../../policies/engine/graph";
import type { ResourceData } from "../../policies/engine/resource";
import { type Rule, resourceRule, stackRule } from "../../policies/engine/rule";
import { fail, pass } from "../../policies/engine/verdict";
import { Topic } from "../../policies/facts/resource-types";
import * as uncoveredTypes from "../../policies/facts/uncovered-types";
import { judge, projectOf, STACK } from "../../policies/rules/judge";

const METADATA = {
	title: "Topics have a name",
	checklistItems: ["L75"],
	severity: "high",
	since: "1.0.0",
	resources: [Topic],
	why: "why",
	fix: "fix",
	whenNotToUse: "never",
	references: [],
} as const;

const topics = toResourceData(
	{ stack: [resource(Topic, "a", { displayName: "hunter2hunter2", tags: { owner: '{"team": oops' } }), resource(Topic, "b", {})] },
	"state",
);
const throwing = (what: () => unknown): (() => never) => {
	return () => {
		throw what();
	};
};
const broken = (what: () => unknown) => resourceRule({ ...METADATA, id: "broken", check: throwing(what) });
const sound = resourceRule({ ...METADATA, id: "sound", check: () => fail(undefined, "is wrong") });

function findings(rules: readonly Rule[], data: readonly ResourceData[] = topics): readonly Finding[] {
	const exception = { rule: "broken", resource: "*", owner: "o", reason: "r", expires: "2999-01-01", source: "s", matches: () => true };
	const evaluator = new Evaluator({
		rules,
		settingOf: ({ id }) => ({ level: id === "broken" ? "advisory" : "mandatory", levelAt: () => "mandatory", options: {} }),
		project: projectOf(),
		exceptions: new Exceptions([exception], "2026-01-01"),
		uncoveredTypes,
	});
	return evaluator.all(new ResourceGraph(data), STACK);
}

const THROWN: readonly (readonly [string, () => unknown, string])[] = [
	["an error", () => new Error("no luck"), "Error: no luck"],
	["an error of JavaScript", () => (undefined as never as { a: 1 }).a, "TypeError: Cannot read properties of undefined (reading 'a')"],
	["an error without a message", () => new RangeError(), "RangeError"],
	["a text", () => "no luck", "no luck"],
	["nothing", () => undefined, "undefined"],
	["an object that cannot be read", () => ({ toString: throwing(() => "again") }), "no error message"],
	["an error that quotes a value", () => new Error('bad "hunter2hunter2" here'), 'Error: bad "[value]" here'],
	[
		"an error that quotes the start of a value",
		() => new SyntaxError('Unexpected token, "hunter2hun"... is not'),
		'SyntaxError: Unexpected token, "[value]"... is not',
	],
	["an error that quotes a document", () => new Error('cannot parse {"team": oops now'), "Error: cannot parse [value] now"],
];

describe("a rule that throws", () => {
	it.each(THROWN)("%s is an internal error with rule, resource and message", (_what, thrown, message) => {
		const check = () => {
			const error = thrown();
			throw error;
		};
		const rule = resourceRule({ ...METADATA, id: "broken", check });
		const [finding] = findings([rule]);
		expect(finding).toMatchObject({
			verdict: "undetermined",
			reason: "internal-error",
			level: "advisory",
			blocks: false,
			name: "a",
			message: `SNS topic "a": internal error in rule broken: ${message}`,
		});
		expect(finding?.exception).toBeUndefined();
		expect(finding?.errorStack?.[0]).toBe(message);
		if (thrown.toString().includes("new Error")) expect(finding?.errorStack?.[1]).toMatch(/^ {4}at .*internal-error\.test\.ts/);
	});

	it("does not affect other rules", () => {
		expect(findings([broken(() => new Error("no")), sound]).map(({ rule, name, verdict }) => [rule, name, verdict])).toEqual([
			["broken", "a", "undetermined"],
			["sound", "a", "fail"],
			["broken", "b", "undetermined"],
			["sound", "b", "fail"],
		]);
	});

	it("for the whole stack is reported for the stack", () => {
		const rule = stackRule({
			...METADATA,
			id: "broken",
			resources: [],
			check: () => pass(),
			checkStack: throwing(() => new Error("hunter2hunter2")),
		});
		expect(findings([rule]).map(({ name, message }) => [name, message])).toEqual([
			[STACK.name, "this stack: internal error in rule broken: Error: [value]"],
		]);
	});

	it("while another rule defers to it is reported, with the other's failures", () => {
		const cause = stackRule({ ...METADATA, id: "broken", check: throwing(() => new Error("no")) });
		const deferring = stackRule({ ...METADATA, id: "sound", defersTo: ["broken"], check: () => fail(undefined, "is wrong") });
		expect(findings([cause, deferring]).map(({ rule, verdict, reason }) => [rule, verdict, reason])).toEqual([
			["broken", "undetermined", "internal-error"],
			["sound", "fail", undefined],
			["broken", "undetermined", "internal-error"],
			["sound", "fail", undefined],
		]);
	});

	it("is reported for a resource without a name that may not exist", () => {
		const conditional = topics.map((each): ResourceData => ({ ...each, conditional: "unnamed" }));
		expect(findings([broken(() => new Error("no")), sound], conditional).map(({ rule }) => rule)).toEqual(["broken", "broken"]);
	});

	it("makes its examples fail with the stack trace", () => {
		let error: Error | undefined;
		try {
			judge(
				broken(() => new Error("no luck")),
				topics,
			);
		} catch (caught) {
			error = caught as Error;
		}
		expect(error?.message).toBe('SNS topic "a": internal error in rule broken: Error: no luck');
		expect(error?.stack).toContain("internal-error.test.ts");
	});
});
