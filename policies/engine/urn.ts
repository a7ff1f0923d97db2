export const STACK_TYPE = "pulumi:pulumi:Stack" as const;

/** Another stack, whose outputs a program reads. */
export const STACK_REFERENCE_TYPE = "pulumi:pulumi:StackReference";

/** The root stack, as far as a source knows it. */
export interface StackIdentity {
	readonly urn: string;
	readonly type: "pulumi:pulumi:Stack";
	readonly name: string;
}

/** A stack's name as its URNs tell it: `urn:pulumi:STACK::PROJECT::TYPE::NAME`. */
export function stackOf(urn: string): { readonly stack: string; readonly project: string } {
	const [stack = "", project = ""] = urn.replace(/^urn:pulumi:/, "").split("::");
	return { stack, project };
}

/** The type of a resource, the last one in its URN's chain. */
export function typeOf(urn: string): string {
	return urn.split("::")[2]?.split("$").pop() ?? "";
}

/** The name of a resource; it may hold the mark between the parts of a URN. */
export function nameOf(urn: string): string {
	return urn.split("::").slice(3).join("::");
}

/** The URN of a resource below a parent: its type follows the chain of the parent's types, except the root stack's. */
export function childUrn(parent: string, type: string, name: string): string {
	const [stack, project, chain] = parent.split("::");
	return [stack, project, chain === STACK_TYPE ? type : `${chain}$${type}`, name].join("::");
}

/** The root stack of a resource, which findings about the stack as a whole are attributed to. */
export function rootOf(urn: string): StackIdentity {
	const { stack, project } = stackOf(urn);
	const name = `${project}-${stack}`;
	return { urn: `urn:pulumi:${stack}::${project}::${STACK_TYPE}::${name}`, type: STACK_TYPE, name };
}

/** The URN in a provider reference, which is the provider's URN and its id. */
export function providerUrn(reference: unknown): string | undefined {
	return typeof reference === "string" && reference !== "" ? reference.split("::").slice(0, 4).join("::") : undefined;
}
