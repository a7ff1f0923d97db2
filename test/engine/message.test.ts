import { messageOf, shortMessage } from "../../policies/engine/message";
import { fail, inOtherStack, pass } from "../../policies/engine/verdict";

const wrong = fail(undefined, "is wrong");

it.each([
	["what fails", "topic", "on-call", wrong, 'topic "on-call" is wrong'],
	["what is open, with the reason", "topic", "on-call", inOtherStack("who knows"), 'topic "on-call": who knows'],
	["what passes", "topic", "on-call", pass(), 'topic "on-call"'],
	["the stack as a whole", undefined, "shop-prod", wrong, "this stack is wrong"],
] as const)("a message contains %s", (_what, label, name, verdict, expected) => {
	expect(messageOf(label, name, verdict)).toBe(expected);
});

it.each([
	["a short name", "on-call", 'topic "on-call" is wrong'],
	["a name longer than a line", "n".repeat(300), `topic "${"n".repeat(100)}…" is wrong`],
])("a message is shown with %s", (_what, name, expected) => {
	expect(shortMessage({ name, message: messageOf("topic", name, wrong) })).toBe(expected);
});
