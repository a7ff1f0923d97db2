import { METRICS } from "../../../signals/index";
import { NAMESPACE } from "../../../signals/metric";
import { WITHOUT_ALARM } from "../../../signals/without-alarm";
import { collectMonitoring } from "../../support/collect-monitoring";
import { metricsUsedBy, type Use } from "../../support/metrics-used";
import { LEAST } from "../../support/monitoring-args";
import { wrongWith } from "../../support/wrong-use";

describe("every metric that is counted", () => {
	const everything = { ...LEAST, application: { emits: true } };
	const reasons = new Map(WITHOUT_ALARM.map(({ metric, reason }) => [metric.name, reason]));

	let uses: readonly Use[];
	beforeAll(async () => {
		uses = metricsUsedBy(await collectMonitoring(everything, "state"));
	});

	it.each(METRICS.map(({ name }) => name))("%s has an alarm, or a reason why not", (name) => {
		const alone = uses.filter((use) => use.by.startsWith("alarm ") && use.name === name);
		expect(alone.length > 0 || reasons.has(name)).toBe(true);
	});

	it.each(METRICS.map(({ name }) => name))("%s is on the dashboard", (name) => {
		expect(uses.some((use) => use.by.startsWith("widget ") && use.name === name)).toBe(true);
	});
});

describe("the check of references itself", () => {
	let stack: Awaited<ReturnType<typeof collectMonitoring>>;
	beforeAll(async () => {
		stack = await collectMonitoring(LEAST, "state");
	});
	const use: Use = {
		by: "alarm x",
		namespace: NAMESPACE,
		name: "LoginFailed",
		dimensions: { service: "scalekit-auth" },
		statistic: "Maximum",
		period: 300,
	};

	it.each<[string, Partial<Use>]>([
		["another name", { name: "LoginsFailed" }],
		["another namespace", { namespace: "Auth" }],
		["another statistic", { statistic: "Sum" }],
		["a part of a window", { period: 60 }],
		["another dimension", { dimensions: { service: "scalekit-auth", organization: "x" } }],
		["another value", { dimensions: { service: "other" } }],
	])("notices %s", (_, changed) => {
		expect(wrongWith(use, stack)).toBeUndefined();
		expect(wrongWith({ ...use, ...changed }, stack)).toBeDefined();
	});
});
