/** A metric math expression. */
export type Expression =
	| { readonly kind: "number"; readonly value: number }
	| { readonly kind: "id"; readonly id: string }
	| { readonly kind: "text" }
	| { readonly kind: "list"; readonly items: readonly Expression[] }
	| { readonly kind: "call"; readonly name: string; readonly parameters: readonly Expression[] }
	| { readonly kind: "operation"; readonly operator: string; readonly left: Expression; readonly right: Expression };

const TOKENS = /\s*(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+|[A-Za-z_]\w*|"[^"]*"|'[^']*'|&&|\|\||[=!<>]=|[-+*/^()[\],<>])/y;

/** The binary operators by increasing precedence. */
const OPERATORS: readonly (readonly string[])[] = [["||"], ["&&"], ["==", "!=", "<", ">", "<=", ">="], ["+", "-"], ["*", "/"], ["^"]];

const WORDS: Readonly<Record<string, string>> = { AND: "&&", OR: "||" };

/**
 * Parses a metric math expression; undefined if it has another syntax, such as a Metrics Insights query.
 *
 * Source: CloudWatch User Guide, Using math expressions with CloudWatch metrics
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html), read 2026-11.
 */
export function parseExpression(text: string): Expression | undefined {
	const tokens = tokensOf(text);
	if (!tokens) return undefined;
	const parser = new Parser(tokens);
	const expression = parser.operation(0);
	return parser.isAtEnd ? expression : undefined;
}

function tokensOf(text: string): readonly string[] | undefined {
	const tokens: string[] = [];
	TOKENS.lastIndex = 0;
	const trimmed = text.trimEnd();
	while (TOKENS.lastIndex < trimmed.length) {
		const token = TOKENS.exec(trimmed)?.[1];
		if (token === undefined) return undefined;
		tokens.push(WORDS[token.toUpperCase()] ?? token);
	}
	return tokens;
}

class Parser {
	#at = 0;

	constructor(private readonly tokens: readonly string[]) {}

	get isAtEnd(): boolean {
		return this.#at >= this.tokens.length;
	}

	#take(...expected: readonly string[]): string | undefined {
		const token = this.tokens[this.#at];
		if (token === undefined || !expected.includes(token)) return undefined;
		this.#at += 1;
		return token;
	}

	operation(precedence: number): Expression | undefined {
		const operators = OPERATORS[precedence];
		if (!operators) return this.#operand();
		let left = this.operation(precedence + 1);
		for (let operator = this.#take(...operators); left && operator; operator = this.#take(...operators)) {
			const right = this.operation(precedence + 1);
			if (!right) return undefined;
			left = { kind: "operation", operator, left, right };
		}
		return left;
	}

	#operand(): Expression | undefined {
		if (this.#take("-")) {
			const right = this.#operand();
			return right && { kind: "operation", operator: "-", left: { kind: "number", value: 0 }, right };
		}
		if (this.#take("(")) {
			const inner = this.operation(0);
			return this.#take(")") ? inner : undefined;
		}
		if (this.#take("[")) {
			const items = this.#listUntil("]");
			return items && { kind: "list", items };
		}
		const token = this.tokens[this.#at++];
		if (token === undefined) return undefined;
		if (/^[\d.]/.test(token)) return { kind: "number", value: Number(token) };
		if (/^["']/.test(token)) return { kind: "text" };
		if (!/^[A-Za-z_]/.test(token)) return undefined;
		if (!this.#take("(")) return { kind: "id", id: token };
		const parameters = this.#listUntil(")");
		return parameters && { kind: "call", name: token.toUpperCase(), parameters };
	}

	#listUntil(end: string): readonly Expression[] | undefined {
		const items: Expression[] = [];
		if (this.#take(end)) return items;
		for (;;) {
			const item = this.operation(0);
			if (!item) return undefined;
			items.push(item);
			if (this.#take(end)) return items;
			if (!this.#take(",")) return undefined;
		}
	}
}
