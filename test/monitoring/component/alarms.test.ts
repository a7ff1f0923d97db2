import { collectMonitoring } from "../../support/collect-monitoring";
import { ofType } from "../../support/collected";
import { LEAST } from "../../support/monitoring-args";

describe("the alarms of a monitoring", () => {
	let alarms: readonly Readonly<Record<string, unknown>>[];
	beforeAll(async () => {
		const stack = await collectMonitoring({ ...LEAST, application: { emits: true } }, "state");
		alarms = [...ofType(stack, "aws:cloudwatch/metricAlarm:MetricAlarm").values()].map(({ inputs = {} }) => inputs);
	});

	it("on missing data do not fire with the first deployment, before data can exist", () => {
		const breaching = alarms.filter(({ treatMissingData }) => treatMissingData === "breaching");
		expect(breaching.map(({ name }) => name).sort()).toEqual([
			"scalekit-auth-no-logins",
			"scalekit-auth-poller-stalled",
			"scalekit-auth-publisher-stalled",
		]);
		for (const { period, evaluationPeriods, warmUpConfiguration } of breaching) {
			const { warmUpPeriodDurationInMinutes: minutes, onlyStartEvaluatingAfterWarmUpPeriodEnds: whole } = warmUpConfiguration as Record<
				string,
				unknown
			>;
			expect(minutes).toBeGreaterThanOrEqual(Math.min((Number(period) * Number(evaluationPeriods)) / 60, 2_880));
			expect(minutes).toBeLessThanOrEqual(2_880);
			expect(whole).toBe(true);
		}
	});

	it("notify when they enter and leave ALARM", () => {
		expect(alarms.length).toBeGreaterThan(20);
		for (const { alarmActions, okActions } of alarms)
			expect([alarmActions, okActions]).toEqual([[expect.any(String)], [expect.any(String)]]);
	});
});
