import fc from "fast-check";
import { Glob } from "../../settings/glob";

const EXPRESSIONS = new Map([
	["*", ".*"],
	["?", "."],
	[".", "\\."],
]);
const means = (pattern: string, name: string) => new Glob(pattern).matches(name);

it.each([
	["web", "web", true],
	["web", "webs", false],
	["w?b", "wob", true],
	["w?b", "wb", false],
	["w*", "web/a::b", true],
	["*b", "web", true],
	["a*c*e", "abcde", true],
	["[a-c]x", "bx", true],
	["[!a-c]x", "bx", false],
	["[]x]", "]", true],
	["{web,api}-prod", "api-prod", true],
	["{web,api}-prod", "cli-prod", false],
	["@(web|api)", "api", true],
	["+(ab)", "ababab", true],
	["+(ab)", "", false],
	["*(ab)c", "c", true],
	["?(a)b", "b", true],
	["!(web)", "web", false],
	["!(web)", "", true],
	["!(web)*", "web", true],
	["a\\*b", "a*b", true],
	["a\\*b", "axb", false],
	["", "", true],
])("%s means %s: %s", (pattern, name, expected) => {
	expect(means(pattern, name)).toBe(expected);
});

it.each(["[a", "{a,b", "@(a|b", "web-["])("refuses %s, whose bracket is left open", (pattern) => {
	expect(() => new Glob(pattern)).toThrow("is not closed");
});

it("says of patterns of texts, * and ? what a regular expression says", () => {
	const part = fc.constantFrom("a", "b", "*", "?", ".", "ab");
	const name = fc.stringMatching(/^[ab.]{0,8}$/);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 7 }), name, (parts, text) => {
			const expression = parts.map((each) => EXPRESSIONS.get(each) ?? each).join("");
			return means(parts.join(""), text) === new RegExp(`^${expression}$`).test(text);
		}),
		{ numRuns: 2000 },
	);
});

it("says of the opposite of a choice the opposite", () => {
	const option = fc.stringMatching(/^[ab]{1,3}$/);
	fc.assert(
		fc.property(fc.array(option, { minLength: 1, maxLength: 3 }), fc.stringMatching(/^[ab]{0,4}$/), (options, text) => {
			const choice = options.join("|");
			return (
				means(`!(${choice})`, text) === !means(`@(${choice})`, text) &&
				means(`{${options.join(",")}}`, text) === means(`@(${choice})`, text)
			);
		}),
	);
});

it("ends, however many ways there are to match", () => {
	const name = "a".repeat(2000);
	expect(means(`${"*a".repeat(200)}b`, name)).toBe(false);
	expect(means("+(a|aa|+(a|aaa))b", name.slice(0, 200))).toBe(false);
});
