/** The Scalekit features that a product may use: the keys under `features` in `readiness.yaml`, each with its description. */
export const FEATURES = {
	sso: "Enterprise customers log in through their own identity provider.",
	jit: "Users are created at their first SSO login (JIT provisioning). Part of sso.",
	scim: "Enterprise customers provision users from their directory.",
	adminPortal: "Customers' administrators configure SSO and SCIM in the admin portal.",
	firewalledCustomers: "Some customers' networks allow only listed domains.",
	userManagement: "Scalekit manages the users: profiles, invitations and deletion.",
	organizations: "Users belong to organizations that the product manages.",
	emailDomainRules: "Organization sign-up is limited to allowed e-mail domains. Part of organizations.",
	rbac: "Roles and permissions control what a user may do.",
	mcp: "An MCP server authenticates through Scalekit.",
	mcpCustomAuth: "Users of the MCP server log in on the product's own page. Part of mcp.",
	webhooks: "The product receives Scalekit webhooks.",
	customDomain: "The hosted login page uses a custom domain.",
	emailProvider: "E-mails are sent through the product's own e-mail provider, which custom templates require.",
	password: "Users log in with e-mail and password.",
	magicLink: "Users log in with a magic link or a one-time code.",
	social: "Users log in with Google, Microsoft, GitHub or another social login.",
	passkeys: "Users log in with passkeys.",
} as const;

export type Feature = keyof typeof FEATURES;

/** The features that are declared to be in use or not; an undeclared feature counts as in use. */
export type Features = Readonly<Partial<Record<Feature, boolean>>>;

const PART_OF: Readonly<Partial<Record<Feature, Feature>>> = { jit: "sso", emailDomainRules: "organizations", mcpCustomAuth: "mcp" };

/** The feature whose setting switches this one off: itself, or, if it is undeclared, the feature it is part of. */
export function switchedOffBy(feature: Feature, features: Features): Feature | undefined {
	if (features[feature] !== undefined) return features[feature] ? undefined : feature;
	const whole = PART_OF[feature];
	return whole && features[whole] === false ? whole : undefined;
}
