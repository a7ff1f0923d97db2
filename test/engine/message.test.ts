import { messageOf } from "../../policies/engine/message";
import { fail, inOtherStack, pass } from "../../policies/engine/verdict";

const wrong = fail(undefined, "is wrong");

it.each([
	["what fails", "topic", "on-call", wrong, 'topic "on-call" is wrong'],
	["what is open, with the reason", "topic", "on-call", inOtherStack("who knows"), 'topic "on-call": who knows'],
	["what passes", "topic", "on-call", pass(), 'topic "on-call"'],
	["the stack as a whole", undefined, "shop-prod", wrong, "this stack is wrong"],
	["a name that clears the terminal", "topic", "a\u001b[2Jb", wrong, 'topic "a [2Jb" is wrong'],
	["a name that speaks to a CI system", "topic", "a\n::error::b", wrong, 'topic "a :error:b" is wrong'],
	["a name longer than a line", "topic", "n".repeat(300), wrong, `topic "${"n".repeat(100)}…" is wrong`],
] as const)("a message contains %s", (_what, label, name, verdict, expected) => {
	expect(messageOf(label, name, verdict)).toBe(expected);
});
