import fc from "fast-check";
import { mapStrings, safeLine } from "../../policies/engine/safe-text";
import { hostileText, unsafeIn } from "../support/hostile";

describe("a line that is safe to print", () => {
	it.each([
		["an ordinary name", "shop-prod/web: 10 %", "shop-prod/web: 10 %"],
		["a URN", "urn:pulumi:prod::shop::aws:sns/topic:Topic::on-call", "urn:pulumi:prod::shop::aws:sns/topic:Topic::on-call"],
		["letters of other languages", "Überwachung 監視 ✓", "Überwachung 監視 ✓"],
		["a sequence that clears the terminal", "a\u001b[2Jb", "ab"],
		["a hyperlink for terminals", "\u001b]8;;https://example.com\u0007b\u001b]8;;\u0007", "b"],
		["a C1 control character", "a\u0085b", "a b"],
		["line breaks", "a\r\nb\u2028c", "a b c"],
		["a bidirectional override", "a\u202egnp.exe", "a gnp.exe"],
		["zero-width characters", "a\u200b\u2060\ufeffb", "a b"],
		["invisible letters", "a\u3164b\u{e0041}c", "a b c"],
		["half a surrogate pair", "a\ud83db", "a b"],
		["a command of GitHub Actions", "::error file=a::b", ":error file=a::b"],
		["the same after a line break", "a\n  ::set-output name=x::y", "a   :set-output name=x::y"],
		["more colons", ":::error::", ":error::"],
		["an older command", "a ##[group]b", "a #[group]b"],
		["more number signs", "###[group]", "#[group]"],
		["a command of Azure Pipelines", "##vso[task.setvariable]x", "#vso[task.setvariable]x"],
		["a command of TeamCity", "##teamcity[buildStop]", "#teamcity[buildStop]"],
		["a command that an invisible character divides", ":\u200b:error::", ": :error::"],
		["a heading", "## Notes", "## Notes"],
	])("keeps or replaces %s", (_what, text, expected) => {
		expect(safeLine(text)).toBe(expected);
	});

	it("has nothing unsafe for any text, and is safe already", () => {
		fc.assert(
			fc.property(fc.oneof(hostileText, fc.string({ unit: "binary" })), (text) => {
				const safe = safeLine(text);
				expect(unsafeIn(safe)).toEqual([]);
				expect(safeLine(safe)).toBe(safe);
			}),
			{ numRuns: 5000 },
		);
	});
});

it("replaces strings at any depth, keys included", () => {
	expect(mapStrings({ "a\n": ["b\n", 1, null, { c: "\u001b[1md" }] }, safeLine)).toEqual({ "a ": ["b ", 1, null, { c: "d" }] });
});
