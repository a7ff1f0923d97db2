import { METRICS } from "../../../signals/index";
import { NAMESPACE } from "../../../signals/metric";
import { documentsIn, wrongInDocument } from "../../support/automation-document";
import { collectMonitoring } from "../../support/collect-monitoring";
import { ofType } from "../../support/collected";
import { findingsOf } from "../../support/findings-of";
import { alarmsInComposites, metricsMadeBy, metricsUsedBy } from "../../support/metrics-used";
import { argsOf, COMBINATIONS, leavesToOthers } from "../../support/monitoring-args";
import { wrongWith } from "../../support/wrong-use";

describe.each(COMBINATIONS.map((chosen, index) => [index, chosen] as const))("combination %i of options", (_, chosen) => {
	const bearable = leavesToOthers(chosen) ? ["other-stack"] : [];
	let stack: Awaited<ReturnType<typeof collectMonitoring>>;
	beforeAll(async () => {
		stack = await collectMonitoring(argsOf(chosen), "state");
	});

	it("is a stack in which the rules find nothing, and before its first update wait for nothing but the update", async () => {
		const findings = findingsOf(await collectMonitoring(argsOf(chosen), "preview"));
		expect(findings.filter(({ verdict }) => verdict === "fail")).toEqual([]);
		const reasons = findings.flatMap((finding) => (finding.verdict === "undetermined" ? finding.reason : []));
		expect(reasons.filter((because) => !["known-after-deployment", "secret", ...bearable].includes(because as string))).toEqual([]);
	});

	it("has no undetermined findings once deployed, except those that depend on another stack", () => {
		const findings = findingsOf(stack);
		const open = findings.filter(
			({ verdict, reason }) => verdict === "fail" || (verdict === "undetermined" && !bearable.includes(reason ?? "")),
		);
		expect(open).toEqual([]);
		expect(findings.some(({ verdict }) => verdict === "pass")).toBe(true);
	});

	it("has alarms, widgets and filters that speak of metrics which are published so", () => {
		const uses = metricsUsedBy(stack);
		expect(uses.length).toBeGreaterThan(0);
		const wrong = uses.flatMap((use) => {
			const what = wrongWith(use, stack);
			return what ? `${use.by}: ${use.name} ${what}` : [];
		});
		expect(wrong).toEqual([]);
		for (const made of metricsMadeBy(stack)) {
			const metric = METRICS.find(({ name }) => name === made.name);
			expect({ namespace: made.namespace, emitter: metric?.source, sets: metric?.dimensionSets }).toEqual({
				namespace: NAMESPACE,
				emitter: "access-log",
				sets: [Object.keys(made.dimensions)],
			});
		}
	});

	it("has documents with consistent steps, for all failures and choices", () => {
		const documents = documentsIn(stack);
		expect(documents.size).toBe(Number(chosen.runbook !== "own") + Number(chosen.rollback));
		for (const document of documents.values()) expect(wrongInDocument(document)).toEqual([]);
	});

	it("has composites of alarms that are there, and a dashboard that shows every one", () => {
		const alarms = [...ofType(stack, "aws:cloudwatch/metricAlarm:MetricAlarm").values()];
		expect(alarms.map(({ inputs }) => inputs?.["name"])).toEqual(expect.arrayContaining([...alarmsInComposites(stack)]));
		const dashboards = [...ofType(stack, "aws:cloudwatch/dashboard:Dashboard").values()];
		expect(dashboards).toHaveLength(chosen.dashboard ? 1 : 0);
		for (const { inputs } of dashboards) {
			for (const { outputs } of alarms) expect(inputs?.["dashboardBody"]).toContain(JSON.stringify(outputs?.["arn"]));
		}
	});
});

it("the combinations are many enough, and some leave nothing to other stacks", () => {
	expect(COMBINATIONS.length).toBeGreaterThanOrEqual(18);
	expect(COMBINATIONS.filter((chosen) => !leavesToOthers(chosen)).length).toBeGreaterThan(0);
});
