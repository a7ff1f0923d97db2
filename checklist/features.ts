/** What a product may or may not use of Scalekit; the keys of `features:` in `readiness.yaml`, each with what it means. */
export const FEATURES = {
	sso: "Enterprise customers sign in through their own identity provider.",
	scim: "Enterprise customers provision users from their directory.",
	adminPortal: "Customers' administrators set up SSO and SCIM in the admin portal.",
	organizations: "Users belong to organizations that the product manages.",
	rbac: "Roles and permissions decide what a user may do.",
	mcp: "An MCP server authenticates through Scalekit.",
	webhooks: "The product receives Scalekit's webhooks.",
	customDomain: "The hosted login page has a domain of one's own.",
	emailProvider: "Mail goes out through an e-mail provider of one's own.",
	password: "Users sign in with e-mail and password.",
	magicLink: "Users sign in with a magic link or a one-time code.",
	social: "Users sign in with Google, Microsoft, GitHub or another social login.",
	passkeys: "Users sign in with passkeys.",
} as const;

export type Feature = keyof typeof FEATURES;
