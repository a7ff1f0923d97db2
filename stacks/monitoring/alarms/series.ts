import type * as pulumi from "@pulumi/pulumi";
import type { AwsMetric } from "../../../signals/aws";
import { type Metric, NAMESPACE, SERVICE, type Statistic } from "../../../signals/metric";

/** A metric with a value for each of its dimensions, and its statistic. */
export interface Series {
	readonly namespace: string;
	readonly metricName: string;
	readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
	readonly statistic: Statistic;
	/** True if a datapoint is the total of its window so far, which may grow after the window has ended. */
	readonly cumulative: boolean;
	readonly meaning: string;
}

/**
 * A series of one of this project's metrics.
 *
 * @param service the deployment's name
 * @param by a value for the metric's second dimension; default: the total
 * @throws Error if the metric is not published with that dimension
 */
export function customMetric(metric: Metric, service: string, by: Readonly<Record<string, string>> = {}): Series {
	const dimensions = { [SERVICE]: service, ...by };
	const names = Object.keys(dimensions).join();
	if (!metric.dimensionSets.some((set) => set.join() === names)) throw new Error(`${metric.name} is not published by ${names}`);
	return {
		namespace: NAMESPACE,
		metricName: metric.name,
		dimensions,
		statistic: metric.statistic,
		cumulative: metric.cumulative,
		meaning: metric.meaning,
	};
}

/** A series of a metric that AWS publishes. */
export function awsMetric<Dimension extends string>(
	metric: AwsMetric<Dimension>,
	dimensions: Readonly<Record<Dimension, pulumi.Input<string>>>,
): Series {
	const { namespace, name, statistic, meaning } = metric;
	return { namespace, metricName: name, dimensions, statistic, cumulative: false, meaning };
}
