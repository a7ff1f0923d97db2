import type { Doubt } from "../policies/engine/evaluate";
import { STACK_TYPE } from "../policies/engine/urn";
import type { StackDescription } from "../policies/sources/source";

/**
 * Why what seems to be missing from a stack may be there after all: its source does not show everything.
 *
 * @param beside folders of other projects in the same place, which were not given
 */
export function doubtOf(
	{ omitted = 0, opaque, unreadEnvironments = [] }: StackDescription,
	beside: readonly string[],
): (urn: string) => Doubt {
	if (omitted > 0) return () => ({ relations: "only a part of the stack is known here: unchanged resources are left out" });
	const [environment] = unreadEnvironments;
	const unread = environment && `configuration comes from the environment ${environment}, which is not read here`;
	const [project] = beside;
	const named = project && `it may be in a project beside this one, such as ${project}; checked together they are one graph`;
	return (urn) => {
		const hiding = opaque.find(({ given }) => given.includes(urn) || urn.includes(`::${STACK_TYPE}::`));
		const missing = hiding ? `what the component "${hiding.name}" holds is not visible here` : unread;
		return { ...(missing ? { missing } : {}), ...(named ? { named } : {}) };
	};
}
