import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import type { Place } from "./place";
import { policy, type Statement } from "./policy";

export interface RoleDetails {
	readonly assumeRolePolicy: pulumi.Input<string>;
	/** All that it may do. */
	readonly may: readonly Statement[];
	/** Policies of AWS that it has besides. */
	readonly managed?: readonly pulumi.Input<string>[];
}

export interface MadeRole {
	readonly role: iam.Role;
	/** What has to be there before the role can do anything. */
	readonly ready: readonly pulumi.Resource[];
}

/** A role that may do what it is for, and nothing else. */
export function makeRole(place: Place, of: string, { assumeRolePolicy, may, managed = [] }: RoleDetails): MadeRole {
	const { permissionsBoundary } = place.options;
	const role = new iam.Role(
		`${place.name}-${of}`,
		{ assumeRolePolicy, ...(permissionsBoundary ? { permissionsBoundary } : {}), ...place.everywhere },
		place.child,
	);
	const own = may.length > 0 ? [new iam.RolePolicy(`${place.name}-${of}`, { role: role.name, policy: policy(may) }, place.child)] : [];
	const attached = managed.map(
		(policyArn, index) => new iam.RolePolicyAttachment(`${place.name}-${of}-${index}`, { role: role.name, policyArn }, place.child),
	);
	return { role, ready: [...own, ...attached] };
}
