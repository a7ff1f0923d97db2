import { THRESHOLDS, type Thresholds } from "../../../signals/thresholds";
import { CATALOG } from "../../../stacks/monitoring/alarms/catalog";
import type { AlarmId } from "../../../stacks/monitoring/alarms/ids";
import { isExpression } from "../../../stacks/monitoring/alarms/metric-query";
import { namesOf } from "../../../stacks/monitoring/naming";
import { worth } from "../../support/metric-math";

const THRESHOLDS_AS_THEY_COME = Object.fromEntries(Object.entries(THRESHOLDS).map(([name, { default: value }]) => [name, value]));

/** An alarm with default options. */
function specified(id: AlarmId) {
	const thresholds = THRESHOLDS_AS_THEY_COME as Thresholds;
	return CATALOG[id].specify({ service: "shop", names: namesOf("shop"), thresholds, apiId: "api" });
}

/** Whether a period with these numbers is a bad one. */
function isBad(id: AlarmId, values: Readonly<Record<string, number>>): boolean {
	const { query, threshold, comparison } = specified(id);
	if (!isExpression(query)) throw new Error(`${id} queries a single metric`);
	const value = worth(query, values);
	return comparison === "below" ? value < threshold : comparison === "above" ? value > threshold : value >= threshold;
}

describe("a period is bad for", () => {
	it.each<[AlarmId, string, Readonly<Record<string, number>>]>([
		["no-successful-logins", "as many logins begun as it takes, and none that succeeds", { started: 10, ok: 0 }],
		["failed-login-rate", "half of the logins failing", { ok: 10, ko: 10 }],
		["failed-login-burst", "many failures that are a fifth of the logins", { ok: 120, ko: 30 }],
		["failed-login-sustained", "some failures that are a fifth of the logins", { ok: 40, ko: 10 }],
		["abandonment-rate", "most logins that began in the same window left unfinished", { left: 12, settled: 20 }],
		["no-webhooks", "a login in an hour in which no event is counted", { ok: 1, handled: 0 }],
		["webhook-delivery", "a fifth of the deliveries not taken", { accepted: 8, rejected: 1, failed: 1 }],
		["token-refresh-failures", "a fifth of the refreshes failing", { ok: 16, ko: 4 }],
		["signup-conversion", "one sign-up of a dozen finished", { started: 12, done: 1 }],
	])("%s: %s", (id, _, values) => {
		expect(isBad(id, values)).toBe(true);
	});
});

describe("a period does not breach for", () => {
	it.each<[AlarmId, string, Readonly<Record<string, number>>]>([
		["no-successful-logins", "a successful login", { started: 10, ok: 1 }],
		["failed-login-rate", "fewer logins than the floor", { ok: 0, ko: 19 }],
		["failed-login-burst", "a big product's usual failures", { ok: 1_000, ko: 100 }],
		["failed-login-burst", "few failures, however large their share", { ok: 0, ko: 29 }],
		["failed-login-burst", "no logins", { ok: 0, ko: 0 }],
		["failed-login-sustained", "a big product's usual failures", { ok: 200, ko: 20 }],
		["failed-login-sustained", "few failures, however large their share", { ok: 0, ko: 9 }],
		["abandonment-rate", "fewer logins than the floor", { left: 19, settled: 19 }],
		["abandonment-rate", "most logins finished", { left: 10, settled: 100 }],
		["no-webhooks", "an hour without a login", { ok: 0, handled: 0 }],
		["no-webhooks", "an hour in which one event is counted", { ok: 500, handled: 1 }],
		["webhook-delivery", "fewer deliveries than the floor", { rejected: 9 }],
		["webhook-delivery", "duplicates, which are taken", { accepted: 1, duplicate: 99, rejected: 1 }],
	])("%s: %s", (id, _, values) => {
		expect(isBad(id, values)).toBe(false);
	});
});

it("throttled deliveries have a separate alarm, and are not part of the share of rejected deliveries", () => {
	const { query } = specified("webhook-delivery");
	expect(Object.keys(isExpression(query) ? query.series : {})).toEqual(["accepted", "duplicate", "rejected", "failed"]);
});

it("no-webhooks fires after three hours with logins each, because a login and its event may be in different hours", () => {
	expect(specified("no-webhooks")).toMatchObject({ period: 3600, datapointsToAlarm: 3, evaluationPeriods: 3 });
});

it("poller-stalled fires after two datapoints, because the lag is a current value", () => {
	expect(specified("poller-stalled")).toMatchObject({
		threshold: 300,
		datapointsToAlarm: 2,
		evaluationPeriods: 2,
		query: { cumulative: false, statistic: "Maximum" },
	});
});
