import type { EventType } from "../../../stacks/monitoring/functions/worker/events/catalogue";

/** Personal data in the examples: none may be counted, logged or used as key. */
export const PERSONAL = [
	"ada@example.com",
	"Lovelace",
	"203.0.113.7",
	"+44 20 7946 0000",
	"Mozilla/5.0",
	"usr_",
	"London",
	"txt-record-secret",
];

const ORGANIZATION_ID = "org_102701193188409609";

const organization = {
	id: ORGANIZATION_ID,
	display_name: "Acme",
	external_id: null,
	region_code: "US",
	create_time: "2025-12-09T09:25:02.02Z",
	update_time: "2025-12-09T09:25:02.025330364Z",
	metadata: null,
	settings: { features: [{ name: "sso", enabled: true }] },
};

const domain = {
	id: "dom_1234567890",
	domain: "example.com",
	domain_type: "ORGANIZATION_DOMAIN",
	organization_id: ORGANIZATION_ID,
	environment_id: "env_96736846679245078",
	txt_record_key: "scalekit-domain-verification",
	txt_record_secret: "txt-record-secret",
	verification_status: "PENDING",
	verification_method: "DNS",
	updated_at: "2025-12-09T11:00:00.123456789Z",
};

const user = {
	id: "usr_102701193205121289",
	email: "ada@example.com",
	external_id: "",
	create_time: "2025-12-09T12:04:41.39Z",
	update_time: "2025-12-09T12:04:41.391988278Z",
	metadata: {},
	user_profile: {
		id: "usp_102701193205186825",
		family_name: "Lovelace",
		groups: null,
		custom_attributes: null,
		phone_number: "+44 20 7946 0000",
	},
};

/** As documented: also in the example of a logout, `logout_at` is null and `updated_at` lies at the login. */
const userSession = {
	session_id: "ses_102701193356116233",
	user_id: "usr_102701193205121289",
	organization_id: ORGANIZATION_ID,
	status: "ACTIVE",
	created_at: "2025-12-09T12:04:41.48Z",
	updated_at: "2025-12-09T12:04:41.748512Z",
	last_active_at: "2025-12-09T12:04:41.747206Z",
	absolute_expires_at: "2026-01-08T12:04:41.737394Z",
	idle_expires_at: "2025-12-16T12:04:41.737395Z",
	expired_at: null,
	logout_at: null,
	authenticated_organizations: [ORGANIZATION_ID],
	device: {
		ip: "203.0.113.7",
		user_agent: "Mozilla/5.0 (Macintosh)",
		browser: "Chrome",
		browser_version: "142.0.0.0",
		os: "macOS",
		os_version: "10.15.7",
		device_type: "Desktop",
		location: { region: "GB", region_subdivision: "GBLND", city: "London", latitude: "51.5", longitude: "-0.1" },
	},
};

const membership = { organization, user };
const session = { user, user_session: userSession };

const directory = {
	id: "dir_55135622825771522",
	organization_id: ORGANIZATION_ID,
	directory_type: "SCIM",
	provider: "OKTA",
	enabled: true,
	updated_at: "2025-12-09T08:55:22.792993454Z",
};

const directoryUser = {
	id: "diruser_53891546960887884",
	organization_id: ORGANIZATION_ID,
	active: true,
	email: "ada@example.com",
	family_name: "Lovelace",
	phone_number: "+44 20 7946 0000",
	dp_id: "00u1",
	address: { locality: "London" },
	groups: [{ id: "dirgroup_12312312312312", name: "Analysts" }],
	roles: [{ role_name: "billing_admin" }],
	custom_attributes: { mobile_phone_number: "+44 20 7946 0000" },
	raw_attributes: {},
};

/** All that the documented example of `user_deleted` has. */
const directoryUserDeleted = { id: directoryUser.id, organization_id: ORGANIZATION_ID, dp_id: "00u1", email: "ada@example.com" };

const directoryGroup = {
	id: "dirgroup_38862741498233423",
	organization_id: ORGANIZATION_ID,
	directory_id: "dir_38610496391217780",
	display_name: "Analysts",
	external_id: null,
	raw_attributes: {},
};

const connection = { id: "conn_94567862424830277", organization_id: ORGANIZATION_ID, connection_type: "OIDC", provider: "OKTA" };
const role = { id: "role_1234567890", name: "viewer", display_name: "Viewer", description: "Reads", extends: "member" };
const permission = { id: "perm_1234567890", name: "data:manage", description: "Manages data" };

const connectedAccount = {
	id: "ca_101531404000559370",
	identifier: "ada@example.com",
	connection_id: "conn_100668583155073286",
	provider: "CANVA",
	authorization_type: "OAUTH",
	status: "ACTIVE",
	token_expires_at: "2025-12-09T13:59:57.237447778Z",
	last_used_at: "2025-12-09T11:00:01.374253Z",
};

/** `object` and `data` of each type, as Scalekit's OpenAPI document shows them (Scalekit API reference, webhooks: https://docs.scalekit.com/apis/). */
const EXAMPLES: Readonly<Record<EventType, readonly [object: string, data: object]>> = {
	"organization.created": ["Organization", organization],
	"organization.updated": ["Organization", organization],
	"organization.deleted": ["Organization", { ...organization, deleted_at: "2025-12-09T10:25:45.337417Z" }],
	"organization.domain_created": ["Organization", domain],
	"organization.domain_deleted": ["Organization", domain],
	"organization.domain_dns_verification_success": ["Organization", { ...domain, verification_status: "VERIFIED" }],
	"organization.domain_dns_verification_failed": ["Organization", { ...domain, verification_status: "FAILED" }],
	"user.signup": ["OrgMembership", membership],
	"user.login": ["User", session],
	"user.logout": ["User", session],
	"user.organization_invitation": ["OrgMembership", membership],
	"user.organization_membership_created": ["OrgMembership", membership],
	"user.organization_membership_deleted": ["OrgMembership", membership],
	"user.organization_membership_updated": ["OrgMembership", membership],
	"organization.directory_enabled": ["Directory", directory],
	"organization.directory_disabled": ["Directory", { ...directory, enabled: false }],
	"organization.directory.user_created": ["DirectoryUser", directoryUser],
	"organization.directory.user_updated": ["DirectoryUser", directoryUser],
	"organization.directory.user_deleted": ["DirectoryUser", directoryUserDeleted],
	"organization.directory.group_created": ["DirectoryGroup", directoryGroup],
	"organization.directory.group_updated": ["DirectoryGroup", directoryGroup],
	"organization.directory.group_deleted": ["DirectoryGroup", { ...directoryGroup, dp_id: "7c66a173" }],
	"organization.sso_created": ["Connection", connection],
	"organization.sso_enabled": ["Connection", { ...connection, enabled: true, status: "COMPLETED" }],
	"organization.sso_disabled": ["Connection", { ...connection, enabled: false, status: "COMPLETED" }],
	"organization.sso_deleted": ["Connection", connection],
	"role.created": ["Role", role],
	"role.updated": ["Role", role],
	"role.deleted": ["Role", role],
	"permission.created": ["Permission", permission],
	"permission.updated": ["Permission", permission],
	"permission.deleted": ["Permission", permission],
	"connected_account.created": ["ConnectedAccount", connectedAccount],
	"connected_account.updated": ["ConnectedAccount", connectedAccount],
	"connected_account.status_updated": ["ConnectedAccount", { ...connectedAccount, status: "EXPIRED", old_status: "ACTIVE" }],
	"connected_account.deleted": ["ConnectedAccount", connectedAccount],
	"connected_account.magic_link_generated": ["ConnectedAccount", { ...connectedAccount, status: "PENDING_AUTH" }],
	"connected_account.oauth_tokens_fetched": ["ConnectedAccount", connectedAccount],
	"connected_account.token_refresh_succeeded": ["ConnectedAccount", connectedAccount],
	"connected_account.token_refresh_failed": ["ConnectedAccount", connectedAccount],
	"connected_account.oauth_succeeded": ["ConnectedAccount", connectedAccount],
};

export const EVENT_TYPES = Object.keys(EXAMPLES) as readonly EventType[];

/** Of a person's session in the examples, so that tests can change a part of it. */
export const SESSION = session;

/** A whole event of a type, an hour and ten minutes after its session began. */
export function exampleOf(type: EventType, differences: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
	const [object, data] = EXAMPLES[type];
	const ofNoOrganization = /^(role|permission|connected_account)\./.test(type);
	return {
		spec_version: "1",
		id: "evt_102701193859432713",
		type,
		object,
		occurred_at: "2025-12-09T13:14:35.722070822Z",
		environment_id: "env_96736846679245078",
		...(ofNoOrganization ? {} : { organization_id: ORGANIZATION_ID }),
		data,
		display_name: type,
		...differences,
	};
}
