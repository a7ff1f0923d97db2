/** A comparison in a filter pattern: `$.status = 401`. */
interface Comparison {
	readonly field: string;
	/** `=`, `!=`, `<`, `<=`, `>`, `>=`, `IS NULL`, `IS TRUE`, `IS FALSE` or `NOT EXISTS`. */
	readonly operator: string;
	readonly value: string;
	/** True for a value with `*`, and for a regular expression. */
	readonly isPattern: boolean;
}

/** Comparisons that must all be true. */
type Conjunction = readonly Comparison[];

const VALUE = String.raw`("(?:[^"\\]|\\.)*"|%[^%]*%|[^\s()&|,"]+)`;
const FIELD = String.raw`(\$(?:\.[\w-]+|\[(?:\d+|\*|"[^"]*"|'[^']*')\]|\.\*)*|[\w-]+)`;
const TOKENS = new RegExp(
	String.raw`\s*(?:(&&|\|\||[(),]|\.\.\.)|${FIELD}\s*(?:(!=|<=|>=|=|<|>)\s*${VALUE}|((?:IS\s+(?:NULL|TRUE|FALSE)|NOT\s+EXISTS))\b)?)`,
	"iy",
);
/** Bounds the work on patterns with many alternatives. */
const MAXIMUM_ALTERNATIVES = 256;

/**
 * True if a filter pattern matches no log line, because its conditions exclude each other; false for a syntax that is not
 * evaluated.
 *
 * Source: CloudWatch Logs User Guide, Filter pattern syntax for metric filters
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html), read 2026-11.
 */
export function matchesNothing(pattern: string): boolean {
	const text = pattern.trim();
	const [first, last] = [text.at(0), text.at(-1)];
	if (first === "{" && last === "}") return parse(text.slice(1, -1))?.every(isContradiction) ?? false;
	if (first === "[" && last === "]") return parse(`(${text.slice(1, -1).replaceAll(",", ") && (")})`)?.every(isContradiction) ?? false;
	return excludesItsOwnTerms(text);
}

/** The alternatives of a pattern, one of which must be true; undefined for another syntax. */
function parse(text: string): readonly Conjunction[] | undefined {
	const tokens: (string | Conjunction)[] = [];
	const trimmed = text.trimEnd();
	TOKENS.lastIndex = 0;
	while (TOKENS.lastIndex < trimmed.length) {
		const [, sign, field, operator, value = "", test] = TOKENS.exec(trimmed) ?? [];
		if (sign === undefined && field === undefined) return undefined;
		tokens.push(sign === undefined ? comparisonOf(field ?? "", operator ?? test ?? "", value) : sign);
	}
	const alternatives = parseAlternatives(tokens);
	return tokens.length === 0 ? alternatives : undefined;
}

/** A field without comparison has any value, and so has each of the fields of an array. */
function comparisonOf(field: string, operator: string, value: string): Conjunction {
	if (operator === "" || field.includes("*")) return [];
	const isQuoted = value.startsWith('"');
	const unquoted = isQuoted ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
	const isPattern = value.includes("*") || value.startsWith("%");
	const name = field.replace(/\[["']([\w-]+)["']\]/g, ".$1");
	return [{ field: name, operator: operator.toUpperCase().replace(/\s+/g, " "), value: unquoted, isPattern }];
}

function parseAlternatives(tokens: (string | Conjunction)[]): readonly Conjunction[] | undefined {
	let all = parseConjunction(tokens);
	while (all && tokens[0] === "||") {
		tokens.shift();
		const more = parseConjunction(tokens);
		all = more && limited([...all, ...more]);
	}
	return all;
}

function parseConjunction(tokens: (string | Conjunction)[]): readonly Conjunction[] | undefined {
	let all = parseOperand(tokens);
	while (all && tokens[0] === "&&") {
		tokens.shift();
		const left: readonly Conjunction[] = all;
		const right = parseOperand(tokens);
		all = right && limited(left.flatMap((one) => right.map((other) => [...one, ...other])));
	}
	return all;
}

function parseOperand(tokens: (string | Conjunction)[]): readonly Conjunction[] | undefined {
	const token = tokens.shift();
	if (typeof token === "object") return [token];
	if (token === "...") return [[]];
	if (token !== "(") return undefined;
	const inner = parseAlternatives(tokens);
	return tokens.shift() === ")" ? inner : undefined;
}

function limited(alternatives: readonly Conjunction[]): readonly Conjunction[] | undefined {
	return alternatives.length > MAXIMUM_ALTERNATIVES ? undefined : alternatives;
}

function isContradiction(conjunction: Conjunction): boolean {
	return (
		conjunction.some((one, index) => conjunction.slice(index + 1).some((other) => exclude(one, other) || exclude(other, one))) ||
		[...new Set(conjunction.map(({ field }) => field))].some((field) => isEmptyRange(conjunction.filter((each) => each.field === field)))
	);
}

/** Whether two comparisons of one field exclude each other. */
function exclude(one: Comparison, other: Comparison): boolean {
	if (one.field !== other.field) return false;
	switch (other.operator) {
		case "=":
			if (one.operator === "=") return excludeValues(one, other);
			if (/^[<>]/.test(one.operator)) return !other.isPattern && Number.isNaN(numberOf(other));
			return false;
		case "!=":
			return one.operator === "=" && one.value === other.value && one.isPattern === other.isPattern;
		case "NOT EXISTS":
			return /^(?:[<>=]|IS (?:TRUE|FALSE))/.test(one.operator);
		case "IS NULL":
			return /^(?:[<>]|IS (?:TRUE|FALSE))/.test(one.operator) || (one.operator === "=" && !one.isPattern);
		case "IS TRUE":
			return one.operator === "IS FALSE" || /^[<>]/.test(one.operator);
		case "IS FALSE":
			return /^[<>]/.test(one.operator);
		default:
			return false;
	}
}

/** Whether a field cannot equal both values. */
function excludeValues(one: Comparison, other: Comparison): boolean {
	if (one.value.startsWith("%") || other.value.startsWith("%")) return false;
	if (one.isPattern && other.isPattern) return false;
	if (one.isPattern) return !wildcard(one.value).test(other.value);
	if (other.isPattern) return !wildcard(other.value).test(one.value);
	const [number, otherNumber] = [numberOf(one), numberOf(other)];
	return Number.isNaN(number) || Number.isNaN(otherNumber) ? one.value !== other.value : number !== otherNumber;
}

function wildcard(value: string): RegExp {
	return new RegExp(`^${value.split("*").map(escaped).join(".*")}$`, "s");
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Whether no number is within the limits that comparisons of one field set. */
function isEmptyRange(comparisons: Conjunction): boolean {
	const numbers = comparisons.map((each) => ({ operator: each.operator, number: each.isPattern ? Number.NaN : numberOf(each) }));
	const limits = (operators: RegExp) => numbers.filter(({ operator, number }) => operators.test(operator) && !Number.isNaN(number));
	const [lower, upper] = [limits(/^(?:>=?|=)$/), limits(/^(?:<=?|=)$/)];
	return lower.some((low) =>
		upper.some((high) => low.number > high.number || (low.number === high.number && (low.operator === ">" || high.operator === "<"))),
	);
}

function numberOf({ value }: Comparison): number {
	return value.trim() === "" ? Number.NaN : Number(value);
}

/** Whether a pattern of terms requires a term that it excludes as well: `"login failed" -failed`. */
function excludesItsOwnTerms(text: string): boolean {
	const terms = text.match(/[-?]?"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
	const unquoted = (term: string) => term.replace(/^"(.*)"$/s, "$1");
	const required = terms.filter((term) => /^[^-?%]/.test(term)).map(unquoted);
	const excluded = terms.filter((term) => /^-[^%]/.test(term)).map((term) => unquoted(term.slice(1)));
	return excluded.some((term) => required.some((other) => ` ${other} `.includes(` ${term} `)));
}
