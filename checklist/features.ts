/** What a product may or may not use of Scalekit; the keys of `features:` in `readiness.yaml`, each with what it means. */
export const FEATURES = {
	sso: "Enterprise customers sign in through their own identity provider.",
	jit: "People get an account when they first sign in through SSO. Part of sso.",
	scim: "Enterprise customers provision users from their directory.",
	adminPortal: "Customers' administrators set up SSO and SCIM in the admin portal.",
	firewalledCustomers: "Some customers' networks let through only the domains on a list.",
	userManagement: "Users are kept in Scalekit: their profiles, invitations and deletion.",
	organizations: "Users belong to organizations that the product manages.",
	emailDomainRules: "Only listed e-mail domains may sign up to an organization. Part of organizations.",
	rbac: "Roles and permissions decide what a user may do.",
	mcp: "An MCP server authenticates through Scalekit.",
	mcpCustomAuth: "Users of the MCP server sign in on the product's own page. Part of mcp.",
	webhooks: "The product receives Scalekit's webhooks.",
	customDomain: "The hosted login page has a domain of one's own.",
	emailProvider: "Mail goes out through an e-mail provider of one's own; only then can its templates be one's own.",
	password: "Users sign in with e-mail and password.",
	magicLink: "Users sign in with a magic link or a one-time code.",
	social: "Users sign in with Google, Microsoft, GitHub or another social login.",
	passkeys: "Users sign in with passkeys.",
} as const;

export type Feature = keyof typeof FEATURES;

/** What is said of the features; one of which nothing is said counts as in use. */
export type Features = Readonly<Partial<Record<Feature, boolean>>>;

const PART_OF: Readonly<Partial<Record<Feature, Feature>>> = { jit: "sso", emailDomainRules: "organizations", mcpCustomAuth: "mcp" };

/** The feature whose setting switches this one off: itself, or the one that it is part of where nothing is said of it. */
export function switchedOffBy(feature: Feature, features: Features): Feature | undefined {
	if (features[feature] !== undefined) return features[feature] ? undefined : feature;
	const whole = PART_OF[feature];
	return whole && features[whole] === false ? whole : undefined;
}
