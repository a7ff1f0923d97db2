/** The rule of a composite alarm. */
type Condition =
	| { readonly kind: "constant"; readonly value: boolean }
	| { readonly kind: "state"; readonly alarm: string; readonly state: string }
	| { readonly kind: "not"; readonly inner: Condition }
	| { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition };

type States = ReadonlyMap<string, string>;

const STATES = ["ALARM", "OK", "INSUFFICIENT_DATA"];
const TOKENS = /\s*(\b(?:NOT|AND|OR|TRUE|FALSE)\b|(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"[^"]*"|'[^']*'|[^()\s,]+)\s*\)|[()])/iy;
/** Bounds the work on rules with many alarms. */
const MAXIMUM_STEPS = 10_000;

/**
 * The result of a composite alarm's rule if it is the same for all states of the alarms in it; undefined if it depends on
 * them, or if the rule has another syntax.
 */
export function constantResult(rule: string): boolean | undefined {
	const condition = parse(rule);
	if (!condition) return undefined;
	const canBe = (value: boolean) => new Search(value).finds(condition);
	if (canBe(true) === false) return false;
	return canBe(false) === false ? true : undefined;
}

/** Searches for states of the alarms in which a condition has a result. */
class Search {
	#steps = 0;

	constructor(private readonly wanted: boolean) {}

	/** Undefined if the search would take too long. */
	finds(condition: Condition, states: States = new Map()): boolean | undefined {
		this.#steps += 1;
		if (this.#steps > MAXIMUM_STEPS) return undefined;
		const result = evaluate(condition, states);
		if (typeof result === "boolean") return result === this.wanted;
		let isOpen = false;
		for (const state of STATES) {
			const found = this.finds(condition, new Map(states).set(result, state));
			if (found) return true;
			isOpen ||= found === undefined;
		}
		return isOpen ? undefined : false;
	}
}

/** The result, or an alarm whose state it depends on. */
function evaluate(condition: Condition, states: States): boolean | string {
	switch (condition.kind) {
		case "constant":
			return condition.value;
		case "state": {
			const state = states.get(condition.alarm);
			return state === undefined ? condition.alarm : state === condition.state;
		}
		case "not": {
			const inner = evaluate(condition.inner, states);
			return typeof inner === "boolean" ? !inner : inner;
		}
		default: {
			const decisive = condition.kind === "or";
			const left = evaluate(condition.left, states);
			if (left === decisive) return decisive;
			const right = evaluate(condition.right, states);
			return right === decisive || typeof left === "boolean" ? right : left;
		}
	}
}

function parse(rule: string): Condition | undefined {
	const tokens: string[] = [];
	const trimmed = rule.trimEnd();
	TOKENS.lastIndex = 0;
	while (TOKENS.lastIndex < trimmed.length) {
		const token = TOKENS.exec(trimmed)?.[1];
		if (token === undefined) return undefined;
		tokens.push(token);
	}
	const condition = parseOr(tokens);
	return tokens.length === 0 ? condition : undefined;
}

function parseOr(tokens: string[]): Condition | undefined {
	return parseSequence(tokens, "or", () => parseSequence(tokens, "and", () => parseOperand(tokens)));
}

function parseSequence(tokens: string[], kind: "and" | "or", part: () => Condition | undefined): Condition | undefined {
	let left = part();
	while (left && tokens[0]?.toLowerCase() === kind) {
		tokens.shift();
		const right = part();
		left = right && { kind, left, right };
	}
	return left;
}

function parseOperand(tokens: string[]): Condition | undefined {
	const token = tokens.shift();
	if (token === "(") {
		const inner = parseOr(tokens);
		return tokens.shift() === ")" ? inner : undefined;
	}
	if (/^not$/i.test(token ?? "")) {
		const inner = parseOperand(tokens);
		return inner && { kind: "not", inner };
	}
	if (/^(true|false)$/i.test(token ?? "")) return { kind: "constant", value: /true/i.test(token ?? "") };
	const [, state, alarm] = /^(\w+)\s*\(\s*(.*?)\s*\)$/s.exec(token ?? "") ?? [];
	return state && alarm ? { kind: "state", state: state.toUpperCase(), alarm: nameOf(alarm) } : undefined;
}

/** The alarms of a rule are in one account and Region, so a name and an ARN may be of the same alarm. */
function nameOf(alarm: string): string {
	return alarm.replace(/^["']|["']$/g, "").replace(/^arn:[^:]*:cloudwatch:[^:]*:[^:]*:alarm:/, "");
}
