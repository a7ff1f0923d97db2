import { join } from "node:path";
import { temporaryFolder } from "../support/temporary";

interface Mutant {
	readonly line: number;
	readonly from: string;
	readonly text: string;
}

const { mutantsOf } = require("../../build/mutation/mutants") as { mutantsOf(source: string): readonly Mutant[] };
const { Modules } = require("../../build/mutation/modules") as {
	Modules: new () => {
		load(file: string): Record<string, unknown>;
		with<T>(file: string, source: string, run: () => T): T;
		dependentsOf(file: string): ReadonlySet<string>;
	};
};

describe("mutants", () => {
	it.each([
		["const f = () => a && b;", ["&& -> ||"]],
		["const f = () => list.some(Boolean);", ["some -> every"]],
		["const f = () => !a;", ["!a -> (a)"]],
		['const f = () => a ?? "fallback";', ['a ?? "fallback" -> (a)', '"fallback" -> "mutant"']],
		["function f() { if (a) return 1; }", ["a -> true", "a -> false", "1 -> 2"]],
	])("of %s", (source, expected) => {
		expect(mutantsOf(source).map(({ from, text }) => `${from} -> ${text}`)).toEqual(expected);
	});

	it.each([
		'const f = () => a ?? "";',
		'const NAMES = ["one", "two"];',
		'const r = rule({ id: "x", title: "y" });',
		'import { a } from "b";',
	])("do not touch tables, metadata, types and empty defaults: %s", (source) => {
		expect(mutantsOf(source)).toEqual([]);
	});
});

it("a module is replaced for all that import it, and only while the mutant runs", () => {
	const folder = temporaryFolder({
		"a.ts": "export const a: number = 1;",
		"b.ts": 'import { a } from "./a";\nexport const b = a + 1;',
		"c.ts": "export const c = 3;",
	});
	const file = (name: string) => join(folder, name);
	const modules = new Modules();
	const c = modules.load(file("c.ts"));
	expect(modules.load(file("b.ts"))["b"]).toBe(2);
	expect([...modules.dependentsOf(file("a.ts"))].sort()).toEqual([file("a.ts"), file("b.ts")]);
	modules.with(file("a.ts"), "export const a: number = 10;", () => {
		expect(modules.load(file("b.ts"))["b"]).toBe(11);
		expect(modules.load(file("c.ts"))).toBe(c);
	});
	expect(modules.load(file("b.ts"))["b"]).toBe(2);
});
