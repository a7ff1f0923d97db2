import type * as pulumi from "@pulumi/pulumi";
import type { AwsMetric } from "../../../signals/aws";
import { type Metric, NAMESPACE, SERVICE, type Statistic } from "../../../signals/metric";

/** One line of data: a metric with a value for each of its dimensions. How its datapoints make a number is the metric's to say. */
export interface Series {
	readonly namespace: string;
	readonly metricName: string;
	readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
	readonly statistic: Statistic;
	/** True where a datapoint is the total of its window so far, which grows for a while after the window is over. */
	readonly grows: boolean;
	readonly meaning: string;
}

/**
 * A metric that this project counts.
 *
 * @param service the monitoring's name
 * @param by a value for the metric's further dimension; all of them together where left out
 * @throws Error where the metric is not published under that dimension
 */
export function counted(metric: Metric, service: string, by: Readonly<Record<string, string>> = {}): Series {
	const dimensions = { [SERVICE]: service, ...by };
	const names = Object.keys(dimensions).join();
	if (!metric.dimensionSets.some((set) => set.join() === names)) throw new Error(`${metric.name} is not published by ${names}`);
	return {
		namespace: NAMESPACE,
		metricName: metric.name,
		dimensions,
		statistic: metric.statistic,
		grows: metric.grows,
		meaning: metric.meaning,
	};
}

/** A metric that AWS publishes. */
export function published<Dimension extends string>(
	metric: AwsMetric<Dimension>,
	dimensions: Readonly<Record<Dimension, pulumi.Input<string>>>,
): Series {
	const { namespace, name, statistic, meaning } = metric;
	return { namespace, metricName: name, dimensions, statistic, grows: false, meaning };
}
