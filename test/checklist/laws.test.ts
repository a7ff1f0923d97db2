import fc from "fast-check";
import { lines } from "../../checklist";
import { FEATURES, type Feature, type Features, switchedOffBy } from "../../checklist/features";
import { settle } from "../../checklist/settle";
import type { Finding } from "../../policies/engine/finding";
import { anyFinding, RULES } from "./findings";

const anyFindings = fc.array(anyFinding, { maxLength: 8 });
const anyRules = fc.tuple(...RULES.map((rule) => fc.boolean().map((off) => ({ ...rule, off }))));
const anyFeatures: fc.Arbitrary<Features> = fc.dictionary(fc.constantFrom(...(Object.keys(FEATURES) as Feature[])), fc.boolean());
const anyInput = fc.record({ findings: anyFindings, rules: anyRules, features: anyFeatures });

const about = (findings: readonly Finding[], line: string) => findings.filter((each) => each.lines.includes(line));
const isOff = (line: string, features: Features) => {
	const feature = lines.find((each) => each.id === line)?.feature;
	return feature !== undefined && switchedOffBy(feature, features) !== undefined;
};

describe("whatever the findings are", () => {
	it("there is a result for each of the 86 lines, in order, with a reason, and someone settled it unless it is unknown", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const results = settle(input);
				expect(results.map((each) => each.id)).toEqual(lines.map((line) => line.id));
				for (const each of results) {
					expect(each.because).not.toBe("");
					expect(each.settledBy === null).toBe(each.verdict === "unknown");
				}
			}),
		);
	});

	it("a line does not apply exactly where its feature is said to be off", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of settle(input))
					expect(each.verdict === "not-applicable").toBe(
						isOff(each.id, input.features) && !about(input.findings, each.id).some((one) => one.blocks),
					);
			}),
		);
	});

	it("a line fails exactly where a finding about it blocks", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of settle(input)) {
					const blocked = about(input.findings, each.id).some((one) => one.blocks);
					expect(each.verdict === "fail").toBe(blocked);
				}
			}),
		);
	});

	it("a line passes only where rules suffice, all of them are on, one passed and none failed or stayed undecided", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of settle(input).filter((one) => one.verdict === "pass")) {
					const verdicts = about(input.findings, each.id).map((one) => one.verdict);
					expect(lines.find((line) => line.id === each.id)?.rulesSuffice).toBe(true);
					expect(input.rules.some((rule) => rule.off && rule.lines.includes(each.id))).toBe(false);
					expect(verdicts).toContain("pass");
					expect(verdicts.filter((verdict) => verdict === "fail" || verdict === "unknown")).toEqual([]);
				}
			}),
		);
	});

	it("one more finding that is no pass never turns a line to pass", () => {
		const noPass = anyFinding.filter((each) => each.verdict !== "pass");
		fc.assert(
			fc.property(anyInput, noPass, (input, extra) => {
				const before = settle(input);
				const after = settle({ ...input, findings: [...input.findings, extra] });
				expect(after.filter((each, index) => each.verdict === "pass" && before[index]?.verdict !== "pass")).toEqual([]);
			}),
		);
	});

	it("the order of findings decides nothing", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const verdicts = (findings: readonly Finding[]) => settle({ ...input, findings }).map((each) => each.verdict);
				expect(verdicts([...input.findings].reverse())).toEqual(verdicts(input.findings));
			}),
		);
	});

	it("advice and what is excused are mentioned", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of settle(input).filter((one) => one.verdict !== "not-applicable")) {
					const conceded = about(input.findings, each.id).filter((one) => one.verdict === "fail" && !one.blocks);
					for (const one of conceded) expect(each.because).toMatch(new RegExp(`rule ${one.rule} (is excused|fails) on`));
				}
			}),
		);
	});

	it("no message of a rule, which may be long, is repeated", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of settle(input)) expect(each.because).not.toContain("hunter2");
			}),
		);
	});
});
