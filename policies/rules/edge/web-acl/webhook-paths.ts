import type { Reading } from "../../../engine/reading";
import type { AclRule } from "./rules";

/** A comparison with the request path in a rule of a web ACL. */
export interface PathTest {
	/** The text or regular expression. */
	readonly text: Reading;
	/** `EXACTLY`, `STARTS_WITH` and so on; for a regular expression, its own text. */
	readonly constraint: Reading;
}

/** Words that do not identify a sender: a path of these words may be Scalekit's webhook, `/webhooks/stripe` is not. */
const GENERIC_WORDS = new Set(
	"api app auth callback callbacks directory event events handler hook hooks in inbound incoming internal public receive receiver scim sso svc user users v webhook webhooks".split(
		" ",
	),
);

/** The path tests that match Scalekit's webhook endpoint, judging by the path. */
export function webhookPathsOf(rules: readonly AclRule[]): readonly PathTest[] {
	const all = rules.flatMap((rule) => pathTestsIn(rule.statement));
	const named = all.filter(({ text }) => /scalekit/i.test(text.text ?? ""));
	return named.length > 0 ? named : all.filter(({ text }) => isGenericWebhook(text.text ?? ""));
}

function isGenericWebhook(path: string): boolean {
	const words = path.toLowerCase().match(/[a-z]+/g) ?? [];
	return words.some((word) => word.startsWith("webhook")) && words.every((word) => GENERIC_WORDS.has(word));
}

/** All path tests in a statement, at any depth. */
function pathTestsIn(statement: Reading): readonly PathTest[] {
	const tests = statement.items.flatMap((each) => each.entries);
	return tests.flatMap(([key, inner]) => {
		if (key !== "byteMatchStatement" && key !== "regexMatchStatement") return pathTestsIn(inner);
		const test = pathTestOf(inner);
		return test ? [test] : [];
	});
}

/** The path test of a byte or regex match; undefined if it matches another part of the request. */
export function pathTestOf(match: Reading): PathTest | undefined {
	if (match.read("fieldToMatch").read("uriPath").isAbsent) return undefined;
	const regex = match.read("regexString");
	if (!regex.isAbsent) return { text: regex, constraint: regex };
	return { text: match.read("searchString"), constraint: match.read("positionalConstraint") };
}
