import type { Reading } from "../../engine/reading";
import type { AclRule } from "./web-acl-rules";

/** A path that a rule of a web ACL compares a request's path with. */
export interface PathTest {
	/** The text or regular expression. */
	readonly text: Reading;
	/** `EXACTLY`, `STARTS_WITH`, …, or `REGEX`. */
	readonly constraint: Reading;
}

/** Words that say nothing of the sender: a path of these alone may well be Scalekit's, `/webhooks/stripe` is not. */
const ANYBODYS = new Set(
	"api app auth callback callbacks directory event events handler hook hooks in inbound incoming internal public receive receiver scim sso svc user users v webhook webhooks".split(
		" ",
	),
);

/** The tests that name the webhook endpoint which Scalekit calls, as far as paths can tell. */
export function webhookPathsOf(rules: readonly AclRule[]): readonly PathTest[] {
	const all = rules.flatMap((rule) => pathTestsIn(rule.statement));
	const named = all.filter(({ text }) => /scalekit/i.test(text.text ?? ""));
	return named.length > 0 ? named : all.filter(({ text }) => isAnybodysWebhook(text.text ?? ""));
}

function isAnybodysWebhook(path: string): boolean {
	const words = path.toLowerCase().match(/[a-z]+/g) ?? [];
	return words.some((word) => word.startsWith("webhook")) && words.every((word) => ANYBODYS.has(word));
}

/** Every comparison with the path in a statement, however deep. */
function pathTestsIn(statement: Reading): readonly PathTest[] {
	const tests = statement.items.flatMap((each) => each.entries);
	return tests.flatMap(([key, inner]) => {
		if (key !== "byteMatchStatement" && key !== "regexMatchStatement") return pathTestsIn(inner);
		const test = pathTestOf(inner);
		return test ? [test] : [];
	});
}

/** The test that a byte or regex match makes, where it looks at the path. */
export function pathTestOf(match: Reading): PathTest | undefined {
	if (match.read("fieldToMatch").read("uriPath").isAbsent) return undefined;
	const regex = match.read("regexString");
	if (!regex.isAbsent) return { text: regex, constraint: regex };
	return { text: match.read("searchString"), constraint: match.read("positionalConstraint") };
}
