import { secret, UNKNOWN } from "../../../policies/engine/example";
import { Reading } from "../../../policies/engine/reading";
import { matchesAlarms } from "../../../policies/rules/alarms/notification/filter-policy";

const answer = (policy: unknown, scope: "MessageAttributes" | "MessageBody") => {
	const result = matchesAlarms(new Reading(policy, "filterPolicy"), scope);
	return typeof result === "object" ? result.reason : result;
};

describe("a filter policy on the message body", () => {
	it.each([
		["an empty policy", {}, true],
		["the ALARM state", { NewStateValue: ["ALARM"] }, true],
		["another state only", { NewStateValue: ["OK"] }, false],
		["one of several states", { NewStateValue: ["OK", "ALARM"] }, true],
		["a previous state", { OldStateValue: ["INSUFFICIENT_DATA"] }, true],
		["a previous state that cannot precede ALARM", { OldStateValue: ["ALARM"] }, false],
		["two conditions of which one does not match", { NewStateValue: ["ALARM"], OldStateValue: ["ALARM"] }, false],
		["a prefix", { NewStateValue: [{ prefix: "AL" }] }, true],
		["another prefix", { NewStateValue: [{ prefix: "OK" }] }, false],
		["a suffix", { NewStateValue: [{ suffix: "ARM" }] }, true],
		["another suffix", { NewStateValue: [{ suffix: "OK" }] }, false],
		["the state in lower case", { NewStateValue: ["alarm"] }, false],
		["the state without case", { NewStateValue: [{ "equals-ignore-case": "alarm" }] }, true],
		["another state without case", { NewStateValue: [{ "equals-ignore-case": "ok" }] }, false],
		["anything but another state", { NewStateValue: [{ "anything-but": "OK" }] }, true],
		["anything but the ALARM state", { NewStateValue: [{ "anything-but": "ALARM" }] }, false],
		["anything but a list without it", { NewStateValue: [{ "anything-but": ["OK"] }] }, true],
		["anything but a list with it", { NewStateValue: [{ "anything-but": ["OK", "ALARM"] }] }, false],
		["an existing property", { NewStateValue: [{ exists: true }] }, true],
		["a property that must not exist", { NewStateValue: [{ exists: false }] }, false],
		["an operator that is not evaluated", { NewStateValue: [{ wildcard: "*" }] }, true],
		["another property of the message", { AlarmName: ["logins"] }, true],
		["a nested condition on a property", { NewStateValue: { nested: ["x"] } }, true],
		["a property that the message does not have", { severity: ["high"] }, false],
		["a missing property that must not exist", { severity: [{ exists: false }] }, true],
		["a missing property that is not a list", { severity: { exists: false } }, false],
		["alternatives of which one matches", { $or: [{ NewStateValue: ["OK"] }, { NewStateValue: ["ALARM"] }] }, true],
		["alternatives of which none matches", { $or: [{ NewStateValue: ["OK"] }, { severity: ["high"] }] }, false],
		["an unknown condition", { NewStateValue: UNKNOWN }, "known-after-deployment"],
		["a secret condition", { NewStateValue: secret(UNKNOWN) }, "secret"],
		["an unknown alternative", { NewStateValue: ["OK", UNKNOWN] }, "known-after-deployment"],
		["an unknown alternative with one that matches", { NewStateValue: ["ALARM", UNKNOWN] }, true],
		["an unknown alternative of a missing property", { severity: [UNKNOWN] }, "known-after-deployment"],
		["an unknown condition with one that does not match", { AlarmName: UNKNOWN, NewStateValue: ["OK"] }, false],
	])("%s", (_title, policy, expected) => {
		expect(answer(policy, "MessageBody")).toBe(expected);
	});
});

describe("a filter policy on attributes, which alarm notifications do not have", () => {
	it.each([
		["any attribute", { severity: ["high"] }, false],
		["a property of the message as an attribute", { NewStateValue: ["ALARM"] }, false],
		["an attribute that must not exist", { severity: [{ exists: false }] }, true],
		["an attribute that must exist", { severity: [{ exists: true }] }, false],
	])("%s", (_title, policy, expected) => {
		expect(answer(policy, "MessageAttributes")).toBe(expected);
	});
});
