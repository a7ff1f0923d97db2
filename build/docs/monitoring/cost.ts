import { METRICS } from "../../../signals";
import { CONNECTION_TYPE } from "../../../signals/logins";
import { pagingAlarmsFor } from "../../../stacks/monitoring/alarms/catalog";
import { seriesOf } from "../../../stacks/monitoring/alarms/metric-query";
import type { Options } from "../../../stacks/monitoring/options";
import { webAclRules } from "../../../stacks/monitoring/parts/web-acl-rules";
import { alarmsOf, defaultOptions } from "./default-alarms";

/** US dollars per month; us-east-1 list prices as of 2026-11-23 (AWS pricing pages), without free tiers. */
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

/** The numbers of resources with a fixed cost. */
export interface Counts {
	/** Custom metrics that always have data, with one dimension set each. */
	readonly metrics: number;
	readonly alarms: number;
	/** The number of metrics in all alarms: CloudWatch charges alarms by metric. */
	readonly alarmMetrics: number;
	readonly composites: number;
	readonly dashboards: number;
	readonly keys: number;
	readonly secrets: number;
}

/** The numbers for a deployment with these options. */
export function countsOf(options: Options = defaultOptions()): Counts {
	const alarms = alarmsOf(options);
	return {
		metrics: METRICS.filter(({ source }) => source !== "application" || options.application.emits).length,
		alarms: alarms.length,
		alarmMetrics: alarms.reduce((sum, { specification }) => sum + seriesOf(specification.query).length, 0),
		composites: pagingAlarmsFor(options).length,
		dashboards: 1,
		keys: 2,
		secrets: 2,
	};
}

/** Custom metrics that each connection type in use adds. */
export const METRICS_PER_CONNECTION_TYPE = METRICS.filter(({ dimensionSets }) =>
	dimensionSets.some((set) => set.includes(CONNECTION_TYPE)),
).length;

/** US dollars per month of the web ACL, without requests. */
export const WEB_ACL_COST = PRICES.webAcl + PRICES.webAclRule * rulesOfWebAcl();

function rulesOfWebAcl(): number {
	const { webAcl } = defaultOptions({ webAcl: { scope: "CLOUDFRONT" } });
	return webAcl ? [webAclRules(webAcl, "")].flat().length : 0;
}

/** Cost as rows: resource, number, US dollars per month. */
export function costRows(counts: Counts): readonly (readonly [what: string, many: number, dollars: number])[] {
	const { metrics, alarms, alarmMetrics, composites, dashboards, keys, secrets } = counts;
	return [
		[`custom metrics, $${PRICES.metric.toFixed(2)} each`, metrics, metrics * PRICES.metric],
		[`metrics in ${alarms} alarms, $${PRICES.alarmMetric.toFixed(2)} each`, alarmMetrics, alarmMetrics * PRICES.alarmMetric],
		["composite alarms", composites, composites * PRICES.composite],
		["dashboard", dashboards, dashboards * PRICES.dashboard],
		["KMS keys (one with an existing key)", keys, keys * PRICES.key],
		["secrets", secrets, secrets * PRICES.secret],
	];
}

/** The total in US dollars per month. */
export function costOf(counts: Counts): number {
	return costRows(counts).reduce((sum, [, , dollars]) => sum + dollars, 0);
}
