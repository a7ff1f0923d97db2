import type { Uncertainty } from "../policies/engine/evaluate";
import { STACK_TYPE } from "../policies/engine/urn";
import type { StackDescription } from "../policies/sources/source";

/**
 * Why failures of a stack are uncertain: its source does not show everything.
 *
 * @param siblings folders of sibling projects that are not checked
 */
export function uncertaintyOf(
	{ omitted = 0, remoteComponents, unreadEnvironments = [] }: StackDescription,
	siblings: readonly string[],
): (urn: string) => Uncertainty {
	if (omitted > 0) return () => ({ relations: "the source does not contain unchanged resources" });
	const [environment] = unreadEnvironments;
	const unread = environment && `part of the configuration comes from the environment ${environment}, which is not read offline`;
	const [project] = siblings;
	const named = project && `it may be in a sibling project such as ${project}; check the projects together to include it`;
	return (urn) => {
		const hiding = remoteComponents.find(({ given }) => given.includes(urn) || urn.includes(`::${STACK_TYPE}::`));
		const missing = hiding ? `the resources of the remote component "${hiding.name}" are not visible here` : unread;
		return { ...(missing ? { missing } : {}), ...(named ? { named } : {}) };
	};
}
