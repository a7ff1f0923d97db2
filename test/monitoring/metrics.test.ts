import { Metrics } from "@aws-lambda-powertools/metrics";
import { METRICS } from "../../signals";
import { NAMESPACE } from "../../signals/metric";
import { metricsWriter } from "../../stacks/monitoring/functions/metrics-writer";
import { writtenBy } from "../support/emf";

const emit = metricsWriter(new Metrics({ namespace: NAMESPACE, serviceName: "auth" }));
const sums = METRICS.filter(({ statistic }) => statistic === "Sum");
const totals = METRICS.filter(({ statistic }) => statistic === "Maximum");

test.each(sums)("a count of $name is published with each of its dimension sets", async (metric) => {
	const byOwn = metric.dimensionSets.some((set) => set.length > 1);
	const { datapoints } = await writtenBy(() => emit.increment(metric, byOwn ? "signature" : undefined));
	expect(datapoints).toEqual(
		metric.dimensionSets.map((set) => ({
			namespace: NAMESPACE,
			name: metric.name,
			dimensions: Object.fromEntries(set.map((dimension) => [dimension, dimension === "service" ? "auth" : "signature"])),
			values: [1],
			timestamp: expect.any(Date),
			unit: metric.unit,
		})),
	);
});

test.each(totals)("a total of $name comes out in the set that it is of, at its window's start", async (metric) => {
	const window = new Date(Math.floor(Date.now() / 300_000) * 300_000 - 600_000);
	const [whole, own] = metric.dimensionSets;
	const { datapoints, text } = await writtenBy(() => {
		emit.publishTotals([{ metric, value: 7 }], window);
		if (own) emit.publishTotals([{ metric, value: 0 }], window, "SAML");
	});
	const shared = { namespace: NAMESPACE, name: metric.name, timestamp: window, unit: metric.unit };
	expect(whole).toEqual(["service"]);
	expect(datapoints).toEqual([
		{ ...shared, dimensions: { service: "auth" }, values: [7] },
		...(own ? [{ ...shared, dimensions: { service: "auth", [own[1] as string]: "SAML" }, values: [0] }] : []),
	]);
	expect(text).not.toContain("warn");
});

test("a metric with a second dimension requires its value", () => {
	const metric = METRICS.find(({ name }) => name === "WebhookRejected");
	if (!metric) throw new Error("no such metric");
	expect(() => emit.increment(metric)).toThrow("WebhookRejected requires a value for the dimension reason");
});
