import type { ResourceData } from "../../policies/engine/resource";
import type { StackDescription } from "../../policies/sources/source";

/** A metric used in a stack. */
export interface Use {
	/** `alarm scalekit-auth-no-logins`, `widget "Logins"` */
	readonly by: string;
	readonly namespace: string;
	readonly name: string;
	readonly dimensions: Readonly<Record<string, string>>;
	readonly statistic: string;
	/** Seconds. */
	readonly period: number;
}

type Stack = Pick<StackDescription, "resources">;

/** All metrics of a stack's alarms and dashboards, with dimensions, statistic and period. */
export function metricsUsedBy({ resources }: Stack): readonly Use[] {
	return resources.flatMap((resource) => {
		switch (resource.type) {
			case "aws:cloudwatch/metricAlarm:MetricAlarm":
				return usesOfAlarm(resource);
			case "aws:cloudwatch/dashboard:Dashboard":
				return usesOfDashboard(resource);
			default:
				return [];
		}
	});
}

/** What the metric filters of a stack make. */
export function metricsMadeBy({ resources }: Stack): readonly Pick<Use, "namespace" | "name" | "dimensions">[] {
	const filters = resources.filter(({ type }) => type === "aws:cloudwatch/logMetricFilter:LogMetricFilter");
	return filters.map(({ inputs = {} }) => {
		const { namespace, name, dimensions = {} } = inputs["metricTransformation"] as Pick<Use, "namespace" | "name" | "dimensions">;
		return { namespace, name, dimensions };
	});
}

/** Names of the alarms that the composite alarms of a stack speak of. */
export function alarmsInComposites({ resources }: Stack): readonly string[] {
	const composites = resources.filter(({ type }) => type === "aws:cloudwatch/compositeAlarm:CompositeAlarm");
	return composites.flatMap(({ inputs }) =>
		[...String(inputs?.["alarmRule"]).matchAll(/ALARM\("([^"]+)"\)/g)].map(([, name]) => name as string),
	);
}

interface MetricOfAlarm {
	readonly namespace?: string;
	readonly metricName?: string;
	readonly dimensions?: Readonly<Record<string, string>>;
	readonly statistic?: string;
	readonly stat?: string;
	readonly period?: number;
}

function usesOfAlarm({ name, inputs = {} }: ResourceData): readonly Use[] {
	const queries = (inputs["metricQueries"] ?? []) as readonly { readonly metric?: MetricOfAlarm }[];
	const watched = [inputs as MetricOfAlarm, ...queries.flatMap(({ metric }) => metric ?? [])];
	return watched.flatMap((metric) =>
		metric.metricName === undefined
			? []
			: {
					by: `alarm ${name}`,
					namespace: metric.namespace ?? "",
					name: metric.metricName,
					dimensions: metric.dimensions ?? {},
					statistic: metric.statistic ?? metric.stat ?? "",
					period: metric.period ?? 0,
				},
	);
}

interface Body {
	readonly widgets: readonly {
		readonly type: string;
		readonly properties: { readonly title: string; readonly metrics?: readonly unknown[][] };
	}[];
}

function usesOfDashboard({ inputs }: ResourceData): readonly Use[] {
	const { widgets } = JSON.parse(String(inputs?.["dashboardBody"])) as Body;
	return widgets.flatMap(({ properties: { title, metrics = [] } }) =>
		metrics.flatMap((row) => {
			const names = row.filter((each) => typeof each === "string") as string[];
			const [namespace, name, ...pairs] = names;
			const { stat, period } = (row.at(-1) ?? {}) as { stat?: string; period?: number };
			if (namespace === undefined || name === undefined) return [];
			const dimensions = Object.fromEntries(pairs.flatMap((key, at) => (at % 2 === 0 ? [[key, pairs[at + 1] ?? ""]] : [])));
			return { by: `widget "${title}"`, namespace, name, dimensions, statistic: stat ?? "", period: period ?? 0 };
		}),
	);
}
