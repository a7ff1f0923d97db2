export const STACK_TYPE = "pulumi:pulumi:Stack" as const;

/** A reference to another stack, whose outputs the program reads. */
export const STACK_REFERENCE_TYPE = "pulumi:pulumi:StackReference";

/** The root stack of a source. */
export interface StackIdentity {
	readonly urn: string;
	readonly type: "pulumi:pulumi:Stack";
	readonly name: string;
}

/** The stack and project of a URN: `urn:pulumi:STACK::PROJECT::TYPE::NAME`. */
export function stackOf(urn: string): { readonly stack: string; readonly project: string } {
	const [stack = "", project = ""] = urn.replace(/^urn:pulumi:/, "").split("::");
	return { stack, project };
}

/** The type of a resource: the last one in its URN's chain of types. */
export function typeOf(urn: string): string {
	return urn.split("::")[2]?.split("$").pop() ?? "";
}

/** The name of a resource, which may contain the separator `::`. */
export function nameOf(urn: string): string {
	return urn.split("::").slice(3).join("::");
}

/** The URN of a child resource: its type is appended to the parent's chain of types, unless the parent is the root stack. */
export function childUrn(parent: string, type: string, name: string): string {
	const [stack, project, chain] = parent.split("::");
	return [stack, project, chain === STACK_TYPE ? type : `${chain}$${type}`, name].join("::");
}

/** The root stack of a resource; findings about the stack as a whole have its URN. */
export function rootOf(urn: string): StackIdentity {
	const { stack, project } = stackOf(urn);
	const name = `${project}-${stack}`;
	return { urn: `urn:pulumi:${stack}::${project}::${STACK_TYPE}::${name}`, type: STACK_TYPE, name };
}

/** The URN in a provider reference, which consists of the provider's URN and id. */
export function providerUrn(reference: unknown): string | undefined {
	return typeof reference === "string" && reference !== "" ? reference.split("::").slice(0, 4).join("::") : undefined;
}
