import { STACK_TYPE } from "../policies/engine/urn";
import type { StackDescription } from "../policies/sources/source";

/** Why something that seems to be missing from a stack may be there after all: its source does not show everything. */
export function doubtOf({ omitted = 0, opaque }: StackDescription): (urn: string) => string | undefined {
	if (omitted > 0) return () => "only a part of the stack is known here: unchanged resources are left out";
	return (urn) => {
		const hiding = opaque.find(({ given }) => given.includes(urn) || urn.includes(`::${STACK_TYPE}::`));
		return hiding && `what the component "${hiding.name}" holds is not visible here`;
	};
}
