import { FORMS } from "../../policies/engine/example";
import { rules } from "../../policies/rules";
import { examplesOf } from "../support/examples";
import { compared, verdictOf } from "../support/judge";

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
	const cases = examplesOf(rule).flatMap((example) => (example.only ?? FORMS).map((form) => [example.title, form, example] as const));

	it.each(cases)("%s (%s)", (_title, form, example) => {
		const findings = verdictOf(rule, example, form);
		const { said, expected } = compared(findings, example);
		expect(said).toEqual(expected);
	});

	it("shows a pass or a reason not to apply, a failure and an unknown", () => {
		const verdicts = new Set(examplesOf(rule).map((example) => example.verdict));
		expect(verdicts).toContain("fail");
		expect(verdicts).toContain("unknown");
		expect(verdicts.has("pass") || verdicts.has("not-applicable")).toBe(true);
	});
});
