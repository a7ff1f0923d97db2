import type { Expression } from "../../stacks/monitoring/alarms/watch";

/**
 * What CloudWatch makes of an expression where its metrics have these values. It knows what the catalog uses of metric math: numbers, `+`, `*`, `/`,
 * comparisons, `AND`, `IF` and `FILL` (CloudWatch, User Guide: Using math expressions with metrics). A metric that is not told has no data.
 */
export function worth({ expression, of }: Expression, values: Readonly<Record<string, number>>): number {
	const ids = Object.keys(of);
	const script = expression.replace(/\bAND\b/g, "&&");
	const compute = new Function("IF", "FILL", ...ids, `return ${script};`);
	const choose = (condition: boolean, yes: number, no: number) => (condition ? yes : no);
	const fill = (value: number | undefined, instead: number) => value ?? instead;
	return compute(choose, fill, ...ids.map((id) => values[id]));
}
