import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { readProject } from "../../policies/sources/program/project/project";
import { runProgram } from "../../policies/sources/program/run";
import { temporaryFolder } from "../support/temporary";

/** Hands all that it gets to a resource. */
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const values = JSON.parse(process.env.PULUMI_CONFIG);
const config = Object.fromEntries(Object.keys(values).map((key) => [key, new pulumi.Config(key.split(":")[0]).get(key.split(":")[1])]));
new pulumi.CustomResource("aws:s3/bucket:Bucket", "all", { config });
`;

/** The configuration that a program gets with these files. */
async function configOf(files: Readonly<Record<string, string>>, config: Readonly<Record<string, string>> = {}): Promise<unknown> {
	const folder = temporaryFolder({ "index.js": PROGRAM, "package.json": '{ "main": "index.js" }', ...files });
	symlinkSync(join(__dirname, "../../node_modules"), join(folder, "node_modules"));
	const { resources } = await runProgram(readProject(folder), "made", {
		stack: "prod",
		timeout: 60_000,
		predictOutputs: false,
		config,
	});
	return resources.find(({ name }) => name === "all")?.inputs?.["config"];
}

const YAML = "name: made\nruntime: nodejs\n";
const JSON_PROJECT = '{ "name": "made", "runtime": "nodejs" }';

/** What "pulumi preview" 3.260 gives a program for each text in its stack's file. */
const LITERALS: readonly (readonly [string, string])[] = [
	["5", "5"],
	["+5", "5"],
	["-0", "0"],
	["007", "7"],
	["0777", "511"],
	["-0777", "-511"],
	["0o17", "15"],
	["08", "8"],
	["012345678901", "12345678901"],
	["0x1F", "31"],
	["-0x1F", "-31"],
	["0xFFFFFFFFFFFFFFFF", "18446744073709551615"],
	["0x10000000000000000", "0x10000000000000000"],
	["0xfd152dadc5183870710fe54f939eae3ab9f0fe82", "0xfd152dadc5183870710fe54f939eae3ab9f0fe82"],
	["0b101", "5"],
	["0b102", "0b102"],
	["1_000", "1000"],
	["_1", "_1"],
	["9007199254740993", "9007199254740993"],
	["18446744073709551615", "18446744073709551615"],
	["18446744073709551616", "18446744073709552000"],
	["-9223372036854775808", "-9223372036854775808"],
	["12345678901234567890123", "1.2345678901234568e+22"],
	["1e6", "1000000"],
	["1e21", "1e+21"],
	["1e-7", "1e-7"],
	["1e400", "1e400"],
	["1.50", "1.5"],
	["1.", "1"],
	["-.5", "-0.5"],
	["-0.0", "0"],
	["1.2.3", "1.2.3"],
	["1:30", "1:30"],
	["12h", "12h"],
	["yes", "yes"],
	["no", "no"],
	["on", "on"],
	["y", "y"],
	["TRUE", "true"],
	["tRue", "tRue"],
	["false", "false"],
	["null", ""],
	["~", ""],
	["", ""],
	["nULL", "nULL"],
	["2026-01-01", "2026-01-01 00:00:00 +0000 UTC"],
	["2026-1-1", "2026-01-01 00:00:00 +0000 UTC"],
	["2026-02-30", "2026-02-30"],
	["2026-01-01T10:20:30Z", "2026-01-01 10:20:30 +0000 UTC"],
	["2026-01-01 10:20:30.5000", "2026-01-01 10:20:30.5 +0000 UTC"],
	["2026-01-01T10:20:30-05:30", "2026-01-01 10:20:30 -0530 -0530"],
	["2026-01-01 10:20:30 +02:00", "2026-01-01 10:20:30 +02:00"],
	["2026-01-01T10:20", "2026-01-01T10:20"],
	["'0777'", "0777"],
	['"2026-01-01"', "2026-01-01"],
	['"null"', "null"],
	["!!str 0777", "0777"],
	['!!int "5"', "5"],
	["!!binary aGVsbG8=", "hello"],
	["!custom hello", "hello"],
	["<<", "<<"],
	["{}", "{}"],
	[
		"[1, 0777, 1e6, yes, true, null, 2026-01-01, '5', 18446744073709551615, 1e-7]",
		'[1,511,1000000,"yes",true,null,"2026-01-01 00:00:00 +0000 UTC","5",18446744073709552000,1e-7]',
	],
	['{b: 1, a: 2, "10": 3, "9": 4, B: <x>&y}', '{"10":3,"9":4,"B":"\\u003cx\\u003e\\u0026y","a":2,"b":1}'],
	["{0777: a, true: b, ~: c, 012345678901: d, 1.5: e}", '{"1.2345678901e+10":"d","1.5":"e","511":"a","\\u003cnil\\u003e":"c","true":"b"}'],
	["{a: &m {z: 1}, b: {<<: [*m, {z: 2, q: 1}]}}", '{"a":{"z":1},"b":{"q":1,"z":1}}'],
	["{secure: 5}", '{"secure":5}'],
];

describe("a program gets what Pulumi's CLI would give it", () => {
	let values: Record<string, string>;
	beforeAll(async () => {
		const stack = LITERALS.map(([literal], index) => `  made:k${index}: ${literal}\n`).join("");
		values = (await configOf({ "Pulumi.yaml": YAML, "Pulumi.prod.yaml": `config:\n${stack}` })) as Record<string, string>;
	});

	it.each(LITERALS.map(([literal, text], index) => [literal, text, index] as const))("for %s: %s", (_literal, text, index) => {
		expect(values[`made:k${index}`]).toBe(text);
	});

	it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
		[
			"keys in every form, of the first document",
			{ "Pulumi.yaml": YAML, "Pulumi.prod.yaml": "config:\n  a: 1\n  made:b: 2\n  aws:config:region: eu-west-1\n---\nconfig: { c: 3 }\n" },
			{ "made:a": "1", "made:b": "2", "aws:region": "eu-west-1" },
		],
		[
			"Pulumi.yaml",
			{
				"Pulumi.yaml": `${YAML}config:
  shorthand: 0777
  list: [1, 0x10, 1e6, 2026-01-01]
  aws:region: eu-west-1
  valued: { value: 1e6 }
  dated: { value: 2026-01-01 }
  long: { value: 18446744073709551615 }
  defaulted: { type: object, default: { b: 1, a: x } }
  overridden: { type: integer, default: 5 }
  required: { type: string }
  none: { value: null }
`,
				"Pulumi.prod.yaml": "config:\n  made:overridden: 0x10\n",
			},
			{
				"made:shorthand": "511",
				"made:list": '[1,16,1000000,"2026-01-01T00:00:00Z"]',
				"aws:region": "eu-west-1",
				"made:valued": "1000000",
				"made:dated": "2026-01-01T00:00:00Z",
				"made:long": "18446744073709552000",
				"made:defaulted": '{"a":"x","b":1}',
				"made:overridden": "16",
			},
		],
		[
			"JSON",
			{
				"Pulumi.json": JSON_PROJECT,
				"Pulumi.prod.json":
					'{ "config": { "a": 1e6, "b": 9007199254740993, "c": 1e21, "d": -0.0, "e": null, "f": "0777", "g": [1.0, "2026-01-01"] } }',
			},
			{
				"made:a": "1000000",
				"made:b": "9007199254740992",
				"made:c": "1e+21",
				"made:d": "0",
				"made:e": "null",
				"made:f": "0777",
				"made:g": '[1,"2026-01-01"]',
			},
		],
		["a mark of the byte order", { "Pulumi.yaml": `\uFEFF${YAML}`, "Pulumi.prod.yaml": "\uFEFFconfig: { a: 1 }\n" }, { "made:a": "1" }],
	])("from %s", async (_what, files, expected) => {
		expect(await configOf(files)).toEqual(expected);
	});

	it("from the folder that the former name of stackConfigDir names", async () => {
		const folder = temporaryFolder({ "Pulumi.yaml": `${YAML}config: .\n`, "Pulumi.prod.yaml": "config: { a: 1 }\n" });
		expect(readProject(folder).stacks).toEqual(["prod"]);
	});

	it("with the values of this run over those of the files", async () => {
		const files = { "Pulumi.yaml": YAML, "Pulumi.prod.yaml": "config:\n  a: 1\n  aws:region: eu-west-1\n  token: { secure: c }\n" };
		const given = { a: "0777", "aws:region": "eu-central-1", "made:token": "plain", more: "" };
		expect(await configOf(files, given)).toEqual({
			"made:a": "0777",
			"aws:region": "eu-central-1",
			"made:token": "plain",
			"made:more": "",
		});
	});
});

describe("what the CLI refuses, too, is one line", () => {
	it.each([
		["a number that JSON does not support", "config:\n  a: .inf\n", "config.a: a number must not be infinite or NaN"],
		["a key of three parts", "config:\n  a:b:c: 1\n", '"a:b:c" is not a configuration key; it must be NAME or PROJECT:NAME'],
		["a key that is there twice", "config:\n  a: 1\n  a: 2\n", "invalid YAML"],
		["an alias of nothing", "config:\n  a: *b\n", "invalid YAML: unresolved alias"],
	])("%s", async (_what, stack, message) => {
		const error = await configOf({ "Pulumi.yaml": YAML, "Pulumi.prod.yaml": stack }).catch((reason: Error) => reason);
		expect((error as Error).message).toMatch(/^\S+Pulumi\.prod\.yaml(?::\d)?: [^\n]+$/);
		expect((error as Error).message.endsWith(message) ? message : (error as Error).message).toBe(message);
	});

	it("invalid JSON", () => {
		const folder = temporaryFolder({ "Pulumi.json": "{" });
		expect(() => readProject(folder)).toThrow(`${join(folder, "Pulumi.json")}: not JSON`);
	});
});
