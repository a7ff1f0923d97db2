import { METRICS } from "../../../signals";
import { CONNECTION_TYPE } from "../../../signals/logins";
import { pagesFor } from "../../../stacks/monitoring/alarms/catalog";
import { seriesOf } from "../../../stacks/monitoring/alarms/watch";
import type { Options } from "../../../stacks/monitoring/options";
import { webAclRules } from "../../../stacks/monitoring/parts/web-acl-rules";
import { alarmsOf, defaultOptions } from "./default-alarms";

/** Dollars a month; us-east-1 list prices as of 2026-11-23 (reference/monitoring.md §4.11). Free tiers are left out. */
export const PRICES = {
	metric: 0.3,
	alarmMetric: 0.1,
	composite: 0.5,
	dashboard: 3,
	key: 1,
	secret: 0.4,
	webAcl: 5,
	webAclRule: 1,
} as const;

/** How many there are of what costs the same whatever happens. */
export interface Counts {
	/** Custom metrics that are always there, in one set of dimensions each. */
	readonly metrics: number;
	readonly alarms: number;
	/** Metrics in all alarms together: CloudWatch charges an alarm by them. */
	readonly alarmMetrics: number;
	readonly composites: number;
	readonly dashboards: number;
	readonly keys: number;
	readonly secrets: number;
}

/** What a monitoring with these options has of it. */
export function countsOf(options: Options = defaultOptions()): Counts {
	const alarms = alarmsOf(options);
	return {
		metrics: METRICS.filter(({ emitter }) => emitter !== "application" || options.application.emits).length,
		alarms: alarms.length,
		alarmMetrics: alarms.reduce((sum, { specification }) => sum + seriesOf(specification.watch).length, 0),
		composites: pagesFor(options).length,
		dashboards: 1,
		keys: 2,
		secrets: 2,
	};
}

/** Custom metrics that each type of connection adds in which people log in. */
export const METRICS_PER_CONNECTION_TYPE = METRICS.filter(({ dimensionSets }) =>
	dimensionSets.some((set) => set.includes(CONNECTION_TYPE)),
).length;

/** Dollars a month of the web ACL, before any request. */
export const WEB_ACL_COST = PRICES.webAcl + PRICES.webAclRule * rulesOfWebAcl();

function rulesOfWebAcl(): number {
	const { webAcl } = defaultOptions({ webAcl: { scope: "CLOUDFRONT" } });
	return webAcl ? [webAclRules(webAcl, "")].flat().length : 0;
}

/** What each of it costs, as rows: what, how many, dollars a month. */
export function costRows(counts: Counts): readonly (readonly [what: string, many: number, dollars: number])[] {
	const { metrics, alarms, alarmMetrics, composites, dashboards, keys, secrets } = counts;
	return [
		[`custom metrics, $${PRICES.metric.toFixed(2)} each`, metrics, metrics * PRICES.metric],
		[`metrics in ${alarms} alarms, $${PRICES.alarmMetric.toFixed(2)} each`, alarmMetrics, alarmMetrics * PRICES.alarmMetric],
		["composite alarms", composites, composites * PRICES.composite],
		["dashboard", dashboards, dashboards * PRICES.dashboard],
		["KMS keys (one with a key of your own)", keys, keys * PRICES.key],
		["secrets", secrets, secrets * PRICES.secret],
	];
}

/** Dollars a month of all of it. */
export function costOf(counts: Counts): number {
	return costRows(counts).reduce((sum, [, , dollars]) => sum + dollars, 0);
}
