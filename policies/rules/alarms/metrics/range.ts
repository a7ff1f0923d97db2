/** The values that a time series may have; without any value, `lowest` is greater than `highest`. */
export interface Range {
	readonly lowest: number;
	readonly highest: number;
}

export const NO_DATA: Range = { lowest: Number.POSITIVE_INFINITY, highest: Number.NEGATIVE_INFINITY };
export const ANY_VALUE: Range = { lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY };
export const NOT_NEGATIVE: Range = { lowest: 0, highest: Number.POSITIVE_INFINITY };
export const FALSE = constant(0);
export const TRUE = constant(1);
const TRUTH: Range = { lowest: 0, highest: 1 };

export function constant(value: number): Range {
	return { lowest: value, highest: value };
}

export function isEmpty({ lowest, highest }: Range): boolean {
	return lowest > highest;
}

export function isConstant({ lowest, highest }: Range, value: number): boolean {
	return lowest === value && highest === value;
}

/** The smallest range that contains the others. */
export function union(...ranges: readonly Range[]): Range {
	return {
		lowest: Math.min(NO_DATA.lowest, ...ranges.map(({ lowest }) => lowest)),
		highest: Math.max(NO_DATA.highest, ...ranges.map(({ highest }) => highest)),
	};
}

/** The range of an arithmetic, comparison or logical operation; a range that is too wide for operations that are not evaluated. */
export function operate(operator: string, left: Range, right: Range): Range {
	if (operator === "&&") return and(left, right);
	if (operator === "||") return or(left, right);
	if (isEmpty(left) || isEmpty(right)) return NO_DATA;
	switch (operator) {
		case "+":
			return { lowest: left.lowest + right.lowest, highest: left.highest + right.highest };
		case "-":
			return { lowest: left.lowest - right.highest, highest: left.highest - right.lowest };
		case "*":
			return ofCorners(left, right, times);
		case "/":
			return divide(left, right);
		case ">":
			return compare(left.lowest > right.highest, left.highest <= right.lowest);
		case ">=":
			return compare(left.lowest >= right.highest, left.highest < right.lowest);
		case "<":
			return operate(">", right, left);
		case "<=":
			return operate(">=", right, left);
		case "==":
			return compare(isConstant(left, right.lowest) && isConstant(right, left.lowest), areDisjoint(left, right));
		case "!=":
			return compare(areDisjoint(left, right), isConstant(left, right.lowest) && isConstant(right, left.lowest));
		default:
			return ANY_VALUE;
	}
}

/** Without data for one operand, the conjunction is at most false. */
function and(left: Range, right: Range): Range {
	if ([left, right].some((each) => isEmpty(each) || isConstant(each, 0))) return FALSE;
	return left.lowest > 0 && right.lowest > 0 ? TRUE : TRUTH;
}

function or(left: Range, right: Range): Range {
	const operands = [left, right].filter((each) => !isEmpty(each));
	if (operands.length === 0) return NO_DATA;
	if (operands.every((each) => isConstant(each, 0))) return FALSE;
	return operands.some(({ lowest }) => lowest > 0) ? TRUE : TRUTH;
}

function compare(isAlways: boolean, isNever: boolean): Range {
	return isAlways ? TRUE : isNever ? FALSE : TRUTH;
}

function areDisjoint(left: Range, right: Range): boolean {
	return left.lowest > right.highest || right.lowest > left.highest;
}

function divide(left: Range, right: Range): Range {
	if (isConstant(left, 0)) return left;
	// CloudWatch publishes no value for a division by zero.
	if (isConstant(right, 0)) return NO_DATA;
	return right.lowest > 0 || right.highest < 0 ? ofCorners(left, right, over) : ANY_VALUE;
}

function ofCorners(left: Range, right: Range, combine: (one: number, other: number) => number): Range {
	const corners = [left.lowest, left.highest].flatMap((one) => [right.lowest, right.highest].map((other) => combine(one, other)));
	return { lowest: Math.min(...corners), highest: Math.max(...corners) };
}

/** A limit of a range is not a value: zero times any value is zero. */
function times(one: number, other: number): number {
	return one === 0 || other === 0 ? 0 : one * other;
}

function over(one: number, other: number): number {
	return Number.isFinite(other) ? one / other : 0;
}
