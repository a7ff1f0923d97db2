import type { Expression } from "./expression";
import { ANY_VALUE, constant, FALSE, isConstant, isEmpty, NO_DATA, NOT_NEGATIVE, operate, type Range, TRUE, union } from "./range";

/** What an expression's values depend on. */
export interface ExpressionContext {
	/** The values of another query of the alarm. */
	rangeOf(id: string): Range;
	/** The expression of another query of the alarm; undefined for a metric, and for an unknown id. */
	expressionOf(id: string): Expression | undefined;
	/** True if a range without data represents an unknown value. */
	readonly isNarrow: boolean;
}

/** Functions whose results are within the values of their parameters. */
const SELECTING = new Set(["FIRST", "LAST", "SORT", "SLICE", "TIME_SERIES", "REMOVE_EMPTY"]);
const AGGREGATING = new Set(["AVG", "MIN", "MAX"]);
/** Functions that return zero for zeros only. */
const ZERO_FOR_ZEROS = new Set(["ABS", "CEIL", "FLOOR", "DIFF", "RATE", "RUNNING_SUM", "STDDEV", "SUM"]);
/** Functions whose results are never negative, for values that are never negative. */
const KEEPING_SIGN = new Set(["ABS", "CEIL", "FLOOR", "RUNNING_SUM", "SUM"]);
/** The results of functions of time. */
const TIMES: Readonly<Record<string, Range>> = {
	MINUTE: { lowest: 0, highest: 59 },
	HOUR: { lowest: 0, highest: 23 },
	DAY: { lowest: 1, highest: 7 },
	DATE: { lowest: 1, highest: 31 },
	MONTH: { lowest: 1, highest: 12 },
};

/** The values that an expression may have; the range is too wide where they are not evaluated. */
export function expressionRange(expression: Expression, context: ExpressionContext): Range {
	const ranges = (parts: readonly Expression[]) => parts.map((part) => expressionRange(part, context));
	switch (expression.kind) {
		case "number":
			return constant(expression.value);
		case "id":
			return idRange(expression.id, context);
		case "list":
			return union(...ranges(expression.items));
		case "call":
			return callRange(expression.name, expression.parameters, context);
		case "operation": {
			const { operator, left, right } = expression;
			const correlated = correlatedRange(operator, expand(left, context), expand(right, context), context);
			return correlated ?? operate(operator, expressionRange(left, context), expressionRange(right, context));
		}
		default:
			return ANY_VALUE;
	}
}

function idRange(id: string, context: ExpressionContext): Range {
	if (/^true$/i.test(id)) return TRUE;
	if (/^false$/i.test(id)) return FALSE;
	return context.rangeOf(id);
}

function callRange(name: string, parameters: readonly Expression[], context: ExpressionContext): Range {
	const [first, second, third] = parameters;
	const time = TIMES[name];
	if (time) return time;
	if (!first) return ANY_VALUE;
	if (name === "IF") return second && third ? ifRange(first, second, third, context) : ANY_VALUE;
	if (AGGREGATING.has(name)) return union(...parameters.map((each) => expressionRange(each, context)));
	const values = expressionRange(first, context);
	// FILL(m, REPEAT) and FILL(m, LINEAR) return values of m.
	if (name === "FILL") {
		const fills = second?.kind === "id" && /^(repeat|linear)$/i.test(second.id);
		return fills ? values : second ? union(values, expressionRange(second, context)) : ANY_VALUE;
	}
	if (SELECTING.has(name)) return values;
	if (isEmpty(values)) return context.isNarrow ? NO_DATA : ANY_VALUE;
	if (ZERO_FOR_ZEROS.has(name) && isConstant(values, 0)) return values;
	return KEEPING_SIGN.has(name) && values.lowest >= 0 ? NOT_NEGATIVE : ANY_VALUE;
}

function ifRange(condition: Expression, then: Expression, otherwise: Expression, context: ExpressionContext): Range {
	const holds = expressionRange(condition, context);
	if (isEmpty(holds) && context.isNarrow) return NO_DATA;
	if (isConstant(holds, 0)) return expressionRange(otherwise, context);
	if (holds.lowest > 0 && !isEmpty(holds)) return expressionRange(then, context);
	return union(expressionRange(then, context), expressionRange(otherwise, context));
}

/** The range of operations on values of the same series: a difference, and the share of one series in a sum. */
function correlatedRange(operator: string, left: Expression, right: Expression, context: ExpressionContext): Range | undefined {
	if (operator === "-" && isSame(left, right) && !isEmpty(expressionRange(left, context))) return constant(0);
	if (operator !== "/") return undefined;
	const { factor, term } = scaled(left);
	const terms = termsOf(right);
	const isShare = factor > 0 && terms.some((each) => isSame(each, term));
	const areCounts = terms.every((each) => {
		const range = expressionRange(each, context);
		return range.lowest >= 0 && !isEmpty(range);
	});
	return isShare && areCounts ? { lowest: 0, highest: factor } : undefined;
}

/** Replaces the ids of expressions by the expressions. */
function expand(expression: Expression, context: ExpressionContext, depth = 0): Expression {
	if (depth > MAXIMUM_DEPTH) return expression;
	if (expression.kind === "id") {
		const other = context.expressionOf(expression.id);
		return other ? expand(other, context, depth + 1) : expression;
	}
	if (expression.kind !== "operation") return expression;
	const { left, right } = expression;
	return { ...expression, left: expand(left, context, depth + 1), right: expand(right, context, depth + 1) };
}

/** More than any alarm nests: it bounds the work on expressions that refer to each other. */
const MAXIMUM_DEPTH = 8;

/** A product of a number and another expression. */
function scaled(expression: Expression): { readonly factor: number; readonly term: Expression } {
	if (expression.kind === "operation" && expression.operator === "*") {
		const { left, right } = expression;
		if (left.kind === "number") return { factor: left.value, term: right };
		if (right.kind === "number") return { factor: right.value, term: left };
	}
	return { factor: 1, term: expression };
}

function termsOf(expression: Expression): readonly Expression[] {
	return expression.kind === "operation" && expression.operator === "+"
		? [...termsOf(expression.left), ...termsOf(expression.right)]
		: [expression];
}

function isSame(one: Expression, other: Expression): boolean {
	return one.kind !== "text" && JSON.stringify(one) === JSON.stringify(other);
}
