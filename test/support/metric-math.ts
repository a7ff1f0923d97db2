import type { MetricExpression } from "../../stacks/monitoring/alarms/metric-query";

/**
 * CloudWatch's value of an expression for given metric values. Supports the metric math that the catalog uses: numbers, `+`, `*`, `/`,
 * comparisons, `AND`, `IF` and `FILL` (CloudWatch, User Guide: Using math expressions with metrics). A metric that is not given has no data.
 */
export function worth({ expression, series }: MetricExpression, values: Readonly<Record<string, number>>): number {
	const ids = Object.keys(series);
	const script = expression.replace(/\bAND\b/g, "&&");
	const compute = new Function("IF", "FILL", ...ids, `return ${script};`);
	const choose = (condition: boolean, yes: number, no: number) => (condition ? yes : no);
	const fill = (value: number | undefined, instead: number) => value ?? instead;
	return compute(choose, fill, ...ids.map((id) => values[id]));
}
