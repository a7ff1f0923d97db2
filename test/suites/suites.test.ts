import { toResourceData } from "../../policies/engine/example";
import type { Finding } from "../../policies/engine/finding";
import { STACK } from "../../policies/rules/judge";
import { findingsOf } from "../support/findings-of";
import { badStacks } from "./bad";
import { soundStacks } from "./sound";
import type { BadCase, SuiteCase } from "./suite-case";

/** Findings on the stack as a whole that say only that another stack may decide do not depend on what is unusual in a stack. */
const isStanding = (finding: Finding) => finding.type === STACK.type && finding.reason === "other-stack";

const findings = ({ stack, form = "state", project }: SuiteCase): Finding[] =>
	findingsOf({ resources: toResourceData({ stack }, form) }, project ? { project } : {});

const isAt = ({ at }: BadCase, finding: Finding) => at.includes(finding.type === STACK.type ? "stack" : finding.name);

/** What the rules report about the defect of a stack: a failure, else an undetermined finding, else nothing. */
function reportOn(each: BadCase): Finding | undefined {
	const relevant = findings(each).filter((finding) => each.rules.includes(finding.rule) && isAt(each, finding));
	return relevant.find(({ verdict }) => verdict === "fail") ?? relevant.find(({ verdict }) => verdict === "undetermined");
}

const listed = (finding: Finding) => `${finding.rule}: ${finding.message} (${finding.property ?? ""} ${finding.reason ?? ""})`;

describe("the suites of stacks", () => {
	it("has stacks that differ", () => {
		const all: readonly SuiteCase[] = [...badStacks, ...soundStacks];
		expect(badStacks.length).toBeGreaterThanOrEqual(120);
		expect(soundStacks.length).toBeGreaterThanOrEqual(60);
		expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
		expect(new Set(all.map(({ stack, form }) => JSON.stringify([stack, form]))).size).toBe(all.length);
	});

	it("finds the defects of bad stacks", () => {
		const reports = badStacks.map((each) => ({ each, finding: reportOn(each) }));
		const failing = reports.filter(({ finding }) => finding?.verdict === "fail");
		const undetermined = reports.filter(({ finding }) => finding?.verdict === "undetermined");
		const silent = reports.filter(({ finding }) => !finding);
		const wrong = undetermined.filter(({ each }) => !each.undecidable);
		console.info(
			[
				`bad stacks: ${badStacks.length}, fail: ${failing.length}, undetermined: ${undetermined.length}, silent: ${silent.length}`,
				...silent.map(({ each }) => `  silent: ${each.title}`),
				...wrong.map(({ each, finding }) => `  undetermined, although the stack decides: ${each.title}: ${listed(finding as Finding)}`),
			].join("\n"),
		);
		expect(failing.length / badStacks.length).toBeGreaterThanOrEqual(0.8);
		expect(silent.length / badStacks.length).toBeLessThanOrEqual(1 / 8);
	});

	it("reports only the defect of a bad stack", () => {
		const others = badStacks.flatMap((each) =>
			findings(each)
				.filter((finding) => finding.verdict === "fail" && !each.also?.includes(finding.rule))
				.filter((finding) => !(each.rules.includes(finding.rule) && isAt(each, finding)))
				.map((finding) => `${each.title}: ${listed(finding)}`),
		);
		expect(others).toEqual([]);
	});

	it("reports nothing about sound stacks", () => {
		const flagged = soundStacks.flatMap((each) => {
			const relevant = findings(each).filter(
				(finding) => (finding.verdict === "fail" || finding.verdict === "undetermined") && !isStanding(finding),
			);
			return relevant.map((finding) => ({ title: each.title, verdict: finding.verdict, text: `${each.title}: ${listed(finding)}` }));
		});
		const failing = flagged.filter(({ verdict }) => verdict === "fail");
		const undetermined = new Set(flagged.filter(({ verdict }) => verdict === "undetermined").map(({ title }) => title));
		console.info(
			[
				`sound stacks: ${soundStacks.length}, fail: ${new Set(failing.map(({ title }) => title)).size}, undetermined: ${undetermined.size}`,
				...flagged.map(({ verdict, text }) => `  ${verdict}: ${text}`),
			].join("\n"),
		);
		expect(failing.map(({ text }) => text)).toEqual([]);
		expect(undetermined.size).toBeLessThanOrEqual(2);
	});
});
