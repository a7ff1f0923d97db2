import type { Undetermined } from "./verdict";

/** A yes-or-no answer about a resource, or why it is undetermined. */
export type Answer = boolean | Undetermined;

export function isUndetermined(answer: Answer): answer is Undetermined {
	return typeof answer === "object";
}

export function not(answer: Answer): Answer {
	return isUndetermined(answer) ? answer : !answer;
}

/** True if all answers are true; false if one is false, even if others are undetermined. */
export function every(answers: readonly Answer[]): Answer {
	if (answers.includes(false)) return false;
	return answers.find(isUndetermined) ?? true;
}

/** True if one answer is true, even if others are undetermined; false if all are false. */
export function some(answers: readonly Answer[]): Answer {
	if (answers.includes(true)) return true;
	return answers.find(isUndetermined) ?? false;
}
