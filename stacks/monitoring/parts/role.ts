import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "./component-context";
import { policy, type Statement } from "./policy";

export interface RoleDetails {
	readonly assumeRolePolicy: pulumi.Input<string>;
	/** Its permissions. */
	readonly permissions: readonly Statement[];
	/** ARNs of AWS managed policies to attach. */
	readonly managed?: readonly pulumi.Input<string>[];
}

export interface MadeRole {
	readonly role: iam.Role;
	/** Resources that must exist before the role is used. */
	readonly ready: readonly pulumi.Resource[];
}

/** A role with the given permissions only. */
export function makeRole(context: ComponentContext, of: string, { assumeRolePolicy, permissions, managed = [] }: RoleDetails): MadeRole {
	const { permissionsBoundary } = context.options;
	const role = new iam.Role(
		`${context.name}-${of}`,
		{ assumeRolePolicy, ...(permissionsBoundary ? { permissionsBoundary } : {}), ...context.globalTagged },
		context.childOptions,
	);
	const own =
		permissions.length > 0
			? [new iam.RolePolicy(`${context.name}-${of}`, { role: role.name, policy: policy(permissions) }, context.childOptions)]
			: [];
	const attached = managed.map(
		(policyArn, index) =>
			new iam.RolePolicyAttachment(`${context.name}-${of}-${index}`, { role: role.name, policyArn }, context.childOptions),
	);
	return { role, ready: [...own, ...attached] };
}
