import { FORMS } from "../../policies/engine/example";
import { rules } from "../../policies/rules";
import { verdictOf } from "../../policies/rules/judge";
import { compared } from "../support/compared";
import { examplesOf } from "../support/examples";

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
	const cases = examplesOf(rule).flatMap((example) => (example.forms ?? FORMS).map((form) => [example.title, form, example] as const));

	it.each(cases)("%s (%s)", (_title, form, example) => {
		const findings = verdictOf(rule, example, form);
		const { actual, expected } = compared(findings, example);
		expect(actual).toEqual(expected);
	});

	it("shows a pass or a reason not to apply, a failure and an unknown", () => {
		const verdicts = new Set(examplesOf(rule).map((example) => example.verdict));
		expect(verdicts).toContain("fail");
		expect(verdicts).toContain("undetermined");
		expect(verdicts.has("pass") || verdicts.has("not-applicable")).toBe(true);
	});
});
