import { FORMS } from "../../policies/engine/example";
import { rules } from "../../policies/rules";
import { examplesOf } from "../support/examples";
import { verdictOf } from "../support/judge";

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
	const cases = examplesOf(rule).flatMap((example) => (example.only ?? FORMS).map((form) => [example.title, form, example] as const));

	it.each(cases)("%s (%s)", (_title, form, example) => {
		const findings = verdictOf(rule, example, form);
		const properties = example.property === undefined ? findings.map((finding) => finding.property) : [example.property].flat();
		expect(properties.length).toBeGreaterThan(0);
		// The whole finding, so that a failure shows its reason and its message too.
		expect(findings.map(({ verdict, because, property, message }) => ({ verdict, because, property, message }))).toEqual(
			properties.map((property) => ({
				verdict: example.verdict,
				because: example.verdict === "unknown" ? (example.because ?? "later") : undefined,
				property,
				message: example.message === undefined ? expect.any(String) : expect.stringContaining(example.message),
			})),
		);
	});

	it("shows a pass or a reason not to apply, a failure and an unknown", () => {
		const verdicts = new Set(examplesOf(rule).map((example) => example.verdict));
		expect(verdicts).toContain("fail");
		expect(verdicts).toContain("unknown");
		expect(verdicts.has("pass") || verdicts.has("not-applicable")).toBe(true);
	});
});
