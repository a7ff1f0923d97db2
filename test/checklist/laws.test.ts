import fc from "fast-check";
import { items } from "../../checklist";
import { evaluateItems } from "../../checklist/evaluate-items";
import { FEATURES, type Feature, type Features, switchedOffBy } from "../../checklist/features";
import type { Finding } from "../../policies/engine/finding";
import { anyFinding, RULES } from "./findings";

const anyFindings = fc.array(anyFinding, { maxLength: 8 });
const anyRules = fc.tuple(...RULES.map((rule) => fc.boolean().map((disabled) => ({ ...rule, disabled }))));
const anyFeatures: fc.Arbitrary<Features> = fc.dictionary(fc.constantFrom(...(Object.keys(FEATURES) as Feature[])), fc.boolean());
const anyInput = fc.record({ findings: anyFindings, rules: anyRules, features: anyFeatures });

const about = (findings: readonly Finding[], line: string) => findings.filter((each) => each.checklistItems.includes(line));
const isOff = (line: string, features: Features) => {
	const feature = items.find((each) => each.id === line)?.feature;
	return feature !== undefined && switchedOffBy(feature, features) !== undefined;
};

describe("for any findings", () => {
	it("there is a result for each of the 86 items, in order, with a reason and, unless it is open, with evidence", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const results = evaluateItems(input);
				expect(results.map((each) => each.id)).toEqual(items.map((line) => line.id));
				for (const each of results) {
					expect(each.reason).not.toBe("");
					expect(each.decidedBy === null).toBe(each.status === "open");
				}
			}),
		);
	});

	it("a line does not apply exactly where its feature is said to be off", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of evaluateItems(input))
					expect(each.status === "not-applicable").toBe(
						isOff(each.id, input.features) && !about(input.findings, each.id).some((one) => one.blocks),
					);
			}),
		);
	});

	it("a line fails exactly where a finding about it blocks", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of evaluateItems(input)) {
					const blocked = about(input.findings, each.id).some((one) => one.blocks);
					expect(each.status === "not-ready").toBe(blocked);
				}
			}),
		);
	});

	it("an item is ready only if rules suffice, all of them are enabled, one passed, and none failed or is undetermined", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of evaluateItems(input).filter((one) => one.status === "ready")) {
					const verdicts = about(input.findings, each.id).map((one) => one.verdict);
					expect(items.find((line) => line.id === each.id)?.rulesSuffice).toBe(true);
					expect(input.rules.some((rule) => rule.disabled && rule.checklistItems.includes(each.id))).toBe(false);
					expect(verdicts).toContain("pass");
					expect(verdicts.filter((verdict) => verdict === "fail" || verdict === "undetermined")).toEqual([]);
				}
			}),
		);
	});

	it("an additional finding other than a pass never makes an item ready", () => {
		const noPass = anyFinding.filter((each) => each.verdict !== "pass");
		fc.assert(
			fc.property(anyInput, noPass, (input, extra) => {
				const before = evaluateItems(input);
				const after = evaluateItems({ ...input, findings: [...input.findings, extra] });
				expect(after.filter((each, index) => each.status === "ready" && before[index]?.status !== "ready")).toEqual([]);
			}),
		);
	});

	it("the order of findings decides nothing", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const verdicts = (findings: readonly Finding[]) => evaluateItems({ ...input, findings }).map((each) => each.status);
				expect(verdicts([...input.findings].reverse())).toEqual(verdicts(input.findings));
			}),
		);
	});

	it("advisory and suppressed findings are mentioned", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of evaluateItems(input).filter((one) => one.status !== "not-applicable")) {
					const conceded = about(input.findings, each.id).filter((one) => one.verdict === "fail" && !one.blocks);
					for (const one of conceded) expect(each.reason).toMatch(new RegExp(`rule ${one.rule} (is suppressed|fails) on`));
				}
			}),
		);
	});

	it("no message of a rule, which may be long, is repeated", () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				for (const each of evaluateItems(input)) expect(each.reason).not.toContain("hunter2");
			}),
		);
	});
});
