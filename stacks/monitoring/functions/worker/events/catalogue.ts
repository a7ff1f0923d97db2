import type * as z from "zod";
import { connectedAccount, connectedAccountStatus } from "./connected-account";
import { connection } from "./connection";
import { directory } from "./directory";
import { directoryGroup } from "./directory-group";
import { directoryUser } from "./directory-user";
import { domain } from "./domain";
import { membership } from "./membership";
import { organization } from "./organization";
import { permission } from "./permission";
import { role } from "./role";
import { session } from "./session";

/** The schema of `data` by event type: the 41 webhook types of Scalekit's OpenAPI document. */
export const CATALOGUE = {
	"organization.created": organization,
	"organization.updated": organization,
	"organization.deleted": organization,
	"organization.domain_created": domain,
	"organization.domain_deleted": domain,
	"organization.domain_dns_verification_success": domain,
	"organization.domain_dns_verification_failed": domain,
	"user.signup": membership,
	"user.login": session,
	"user.logout": session,
	"user.organization_invitation": membership,
	"user.organization_membership_created": membership,
	"user.organization_membership_deleted": membership,
	"user.organization_membership_updated": membership,
	"organization.directory_enabled": directory,
	"organization.directory_disabled": directory,
	"organization.directory.user_created": directoryUser,
	"organization.directory.user_updated": directoryUser,
	"organization.directory.user_deleted": directoryUser,
	"organization.directory.group_created": directoryGroup,
	"organization.directory.group_updated": directoryGroup,
	"organization.directory.group_deleted": directoryGroup,
	"organization.sso_created": connection,
	"organization.sso_enabled": connection,
	"organization.sso_disabled": connection,
	"organization.sso_deleted": connection,
	"role.created": role,
	"role.updated": role,
	"role.deleted": role,
	"permission.created": permission,
	"permission.updated": permission,
	"permission.deleted": permission,
	"connected_account.created": connectedAccount,
	"connected_account.updated": connectedAccount,
	"connected_account.status_updated": connectedAccountStatus,
	"connected_account.deleted": connectedAccount,
	"connected_account.magic_link_generated": connectedAccount,
	"connected_account.oauth_tokens_fetched": connectedAccount,
	"connected_account.token_refresh_succeeded": connectedAccount,
	"connected_account.token_refresh_failed": connectedAccount,
	"connected_account.oauth_succeeded": connectedAccount,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type EventType = keyof typeof CATALOGUE;

export type DataOf<T extends EventType> = z.infer<(typeof CATALOGUE)[T]>;

export function isKnown(type: string): type is EventType {
	return Object.hasOwn(CATALOGUE, type);
}
