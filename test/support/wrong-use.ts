import type { StackDescription } from "../../policies/sources/source";
import { AWS_METRICS } from "../../signals/aws";
import { METRICS } from "../../signals/index";
import { CONNECTION_TYPE, CONNECTION_TYPES } from "../../signals/logins";
import { NAMESPACE, SERVICE, WINDOW_SECONDS } from "../../signals/metric";
import { REASON, REJECTION_REASONS } from "../../signals/webhooks";
import { ofType } from "./collected";
import type { Use } from "./metrics-used";

const VALUES: Readonly<Record<string, readonly string[]>> = {
	[SERVICE]: ["scalekit-auth"],
	[CONNECTION_TYPE]: CONNECTION_TYPES,
	[REASON]: REJECTION_REASONS,
};

/** The problem with a used metric; undefined if the metric is published like this. */
export function wrongWith(use: Use, stack: Pick<StackDescription, "resources">): string | undefined {
	const names = Object.keys(use.dimensions).sort().join();
	if (use.period % WINDOW_SECONDS !== 0 || use.period === 0) return "asks for parts of windows";
	if (use.namespace === NAMESPACE) {
		const metric = METRICS.find(({ name }) => name === use.name);
		if (!metric) return "uses a metric that is not published";
		if (metric.statistic !== use.statistic) return "takes another statistic";
		if (!metric.dimensionSets.some((set) => [...set].sort().join() === names)) return "asks for other dimensions";
		const odd = Object.entries(use.dimensions).find(([name, value]) => !VALUES[name]?.includes(value));
		return odd && `asks for ${odd.join(" = ")}`;
	}
	const metric = AWS_METRICS.find(({ namespace, name }) => namespace === use.namespace && name === use.name);
	if (!metric) return "uses a metric that AWS does not publish";
	if (metric.statistic !== use.statistic) return "takes another statistic";
	if ([...metric.dimensions].sort().join() !== names) return "asks for other dimensions";
	const there = new Set(
		["aws:lambda/function:Function", "aws:sqs/queue:Queue", "aws:apigatewayv2/api:Api"].flatMap((type) =>
			[...ofType(stack, type).values()].map(({ id }) => id),
		),
	);
	return Object.values(use.dimensions).every((value) => there.has(value)) ? undefined : "uses a resource that is not in the stack";
}
