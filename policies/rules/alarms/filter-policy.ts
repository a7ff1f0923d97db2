import type { Reading } from "../../engine/reading";
import { ALARM_MESSAGE, NOTIFIED_STATES } from "../../facts/alarm-message";

/**
 * Whether a subscription's filter policy lets an alarm's notice through; `unknown` where a part of the policy cannot be seen.
 *
 * @param scope `MessageAttributes`, of which a notice has none, or `MessageBody`
 */
export function letsAlarmsThrough(policy: Reading, scope: "MessageAttributes" | "MessageBody"): boolean | "unknown" {
	const said = policy.entries.map(([key, condition]) =>
		key === "$or" ? anyOf(condition.items.map((each) => letsAlarmsThrough(each, scope))) : meets(key, condition, scope),
	);
	if (said.includes(false)) return false;
	return said.includes("unknown") ? "unknown" : true;
}

function anyOf(said: readonly (boolean | "unknown")[]): boolean | "unknown" {
	if (said.includes(true)) return true;
	return said.includes("unknown") ? "unknown" : false;
}

function meets(key: string, condition: Reading, scope: "MessageAttributes" | "MessageBody"): boolean | "unknown" {
	if (condition.isUnknown) return "unknown";
	const alternatives = condition.isList ? condition.items : [];
	if (scope === "MessageAttributes" || !ALARM_MESSAGE.has(key))
		return anyOf(alternatives.map((each) => (each.isUnknown ? "unknown" : each.read("exists").is(false))));
	const states = NOTIFIED_STATES[key];
	if (!states || !condition.isList) return true;
	return anyOf(alternatives.map((each) => (each.isUnknown ? "unknown" : states.some((state) => matches(each, state)))));
}

/** One alternative of a condition; what is not understood matches (SNS, Developer Guide: Filter policy constraints, read 2026-11). */
function matches(alternative: Reading, value: string): boolean {
	if (alternative.text !== undefined) return alternative.text === value;
	const [prefix, suffix, other, alike] = ["prefix", "suffix", "anything-but", "equals-ignore-case"].map((name) => alternative.read(name));
	if (prefix?.text !== undefined) return value.startsWith(prefix.text);
	if (suffix?.text !== undefined) return value.endsWith(suffix.text);
	if (alike?.text !== undefined) return value.toLowerCase() === alike.text.toLowerCase();
	if (other?.text !== undefined) return other.text !== value;
	if (other?.isList) return !other.items.some((each) => each.is(value));
	return !alternative.read("exists").is(false);
}
