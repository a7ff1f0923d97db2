import { type Answer, every, some } from "../../../engine/answer";
import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { ALARM_MESSAGE, NOTIFIED_STATES } from "../../../facts/alarm-message";

type Scope = "MessageAttributes" | "MessageBody";

/**
 * Whether a subscription's filter policy matches alarm notifications.
 *
 * @param scope `MessageAttributes`, which alarm notifications do not have, or `MessageBody`
 */
export function matchesAlarms(policy: Reading, scope: Scope): Answer {
	return every(
		policy.entries.map(([key, condition]) =>
			key === "$or" ? some(condition.items.map((each) => matchesAlarms(each, scope))) : matchesCondition(key, condition, scope),
		),
	);
}

function matchesCondition(key: string, condition: Reading, scope: Scope): Answer {
	if (condition.isUnknown) return undetermined(condition);
	const alternatives = condition.isList ? condition.items : [];
	if (scope === "MessageAttributes" || !ALARM_MESSAGE.has(key))
		return some(alternatives.map((each) => (each.isUnknown ? undetermined(each) : each.read("exists").is(false))));
	const states = NOTIFIED_STATES[key];
	if (!states || !condition.isList) return true;
	return some(alternatives.map((each) => (each.isUnknown ? undetermined(each) : states.some((state) => matchesValue(each, state)))));
}

/**
 * Whether one alternative of a condition matches a value; operators that this function does not implement match.
 *
 * Source: Amazon SNS Developer Guide, Filter policy constraints
 * (https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html), read 2026-11.
 */
function matchesValue(alternative: Reading, value: string): boolean {
	if (alternative.text !== undefined) return alternative.text === value;
	const [prefix, suffix, anythingBut, ignoreCase] = ["prefix", "suffix", "anything-but", "equals-ignore-case"].map((name) =>
		alternative.read(name),
	);
	if (prefix?.text !== undefined) return value.startsWith(prefix.text);
	if (suffix?.text !== undefined) return value.endsWith(suffix.text);
	if (ignoreCase?.text !== undefined) return value.toLowerCase() === ignoreCase.text.toLowerCase();
	if (anythingBut?.text !== undefined) return anythingBut.text !== value;
	if (anythingBut?.isList) return !anythingBut.items.some((each) => each.is(value));
	return !alternative.read("exists").is(false);
}
