import { rules } from "../../policies/rules";
import { examplesOf } from "../support/examples";

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
	it("says in sentences why it exists, how to fix what fails, and when to leave it out", () => {
		for (const text of [rule.why, rule.fix, rule.whenNotToUse]) expect(text).toMatch(/^[^a-z\s].{20,}\.$/s);
		expect(rule.title).toMatch(/^[^a-z\s].{10,}[^.]$/);
	});

	it("says where its facts come from", () => {
		expect(rule.references.length).toBeGreaterThan(0);
		for (const { title, url } of rule.references)
			expect([title, new URL(url).protocol]).toEqual([expect.stringMatching(/^[A-Z]/), "https:"]);
	});

	it("has examples with titles of their own", () => {
		const titles = examplesOf(rule).map(({ title }) => title);
		for (const title of titles) expect(title).toMatch(/\S{2}/);
		expect(new Set(titles).size).toBe(titles.length);
	});
});
