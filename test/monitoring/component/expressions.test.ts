import { THRESHOLDS, type Thresholds } from "../../../signals/thresholds";
import { CATALOG } from "../../../stacks/monitoring/alarms/catalog";
import type { AlarmId } from "../../../stacks/monitoring/alarms/ids";
import { isExpression } from "../../../stacks/monitoring/alarms/watch";
import { namesOf } from "../../../stacks/monitoring/naming";
import { worth } from "../../support/metric-math";

const THRESHOLDS_AS_THEY_COME = Object.fromEntries(Object.entries(THRESHOLDS).map(([name, { default: value }]) => [name, value]));

/** An alarm as it is made where nobody says otherwise. */
function specified(id: AlarmId) {
	const thresholds = THRESHOLDS_AS_THEY_COME as Thresholds;
	return CATALOG[id].specify({ service: "shop", names: namesOf("shop"), thresholds, apiId: "api" });
}

/** Whether a period with these numbers is a bad one. */
function isBad(id: AlarmId, values: Readonly<Record<string, number>>): boolean {
	const { watch, threshold, rings } = specified(id);
	if (!isExpression(watch)) throw new Error(`${id} looks at one metric alone`);
	const value = worth(watch, values);
	return rings === "below" ? value < threshold : rings === "above" ? value > threshold : value >= threshold;
}

describe("a period is bad for", () => {
	it.each<[AlarmId, string, Readonly<Record<string, number>>]>([
		["nobody-gets-in", "as many logins begun as it takes, and none that succeeds", { started: 10, ok: 0 }],
		["failed-login-rate", "half of the logins failing", { ok: 10, ko: 10 }],
		["failed-login-burst", "many failures that are a fifth of the logins", { ok: 120, ko: 30 }],
		["failed-login-sustained", "some failures that are a fifth of the logins", { ok: 40, ko: 10 }],
		["abandonment-rate", "most logins that began in the same window left unfinished", { left: 12, settled: 20 }],
		["webhooks-silent", "a login in an hour in which no event is counted", { ok: 1, handled: 0 }],
		["webhook-delivery", "a fifth of the deliveries not taken", { accepted: 8, rejected: 1, failed: 1 }],
		["token-refresh-failures", "a fifth of the refreshes failing", { ok: 16, ko: 4 }],
		["signup-conversion", "one sign-up of a dozen finished", { started: 12, done: 1 }],
	])("%s: %s", (id, _, values) => {
		expect(isBad(id, values)).toBe(true);
	});
});

describe("a period is no bad one for", () => {
	it.each<[AlarmId, string, Readonly<Record<string, number>>]>([
		["nobody-gets-in", "somebody who gets in", { started: 10, ok: 1 }],
		["failed-login-rate", "fewer logins than the floor", { ok: 0, ko: 19 }],
		["failed-login-burst", "a big product's usual failures", { ok: 1_000, ko: 100 }],
		["failed-login-burst", "few failures, however large their share", { ok: 0, ko: 29 }],
		["failed-login-burst", "nobody at all", { ok: 0, ko: 0 }],
		["failed-login-sustained", "a big product's usual failures", { ok: 200, ko: 20 }],
		["failed-login-sustained", "few failures, however large their share", { ok: 0, ko: 9 }],
		["abandonment-rate", "fewer logins than the floor", { left: 19, settled: 19 }],
		["abandonment-rate", "most logins finished", { left: 10, settled: 100 }],
		["webhooks-silent", "an hour without a login", { ok: 0, handled: 0 }],
		["webhooks-silent", "an hour in which one event is counted", { ok: 500, handled: 1 }],
		["webhook-delivery", "fewer deliveries than the floor", { rejected: 9 }],
		["webhook-delivery", "duplicates, which are taken", { accepted: 1, duplicate: 99, rejected: 1 }],
	])("%s: %s", (id, _, values) => {
		expect(isBad(id, values)).toBe(false);
	});
});

it("what the API turns away for its speed has an alarm of its own, and is no part of the share of deliveries that are not taken", () => {
	const { watch } = specified("webhook-delivery");
	expect(Object.keys(isExpression(watch) ? watch.of : {})).toEqual(["accepted", "duplicate", "rejected", "failed"]);
});

it("silence of webhooks is told after three hours, each of them with logins, since a login and its event may lie on two sides of one", () => {
	expect(specified("webhooks-silent")).toMatchObject({ period: 3600, breaches: 3, of: 3 });
});

it("a poller that is five minutes behind is told as soon as it is so twice, since the lag is of the present", () => {
	expect(specified("poller-stalled")).toMatchObject({ threshold: 300, breaches: 2, of: 2, watch: { grows: false, statistic: "Maximum" } });
});
