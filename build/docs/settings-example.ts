import type * as z from "zod";
import type { readinessSchema } from "../../settings/schema";

/** An example of every setting in `readiness.yaml`; its comments come from the schema. */
export const settingsExample: z.input<ReturnType<typeof readinessSchema>> = {
	stacks: {
		"acme/shop/prod-*": { profile: "production", components: ["app", "webhook"] },
		"acme/edge/prod": { profile: "production", components: ["edge", "monitoring", "dns"] },
		"acme/*/dev-*": { profile: "development" },
		"acme/network-*/*": { excluded: "The network stacks have no authentication." },
	},
	scalekit: { environment: "https://acme.scalekit.com", customDomain: "auth.acme.example" },
	features: {
		sso: true,
		jit: true,
		scim: false,
		adminPortal: true,
		firewalledCustomers: false,
		userManagement: true,
		organizations: true,
		emailDomainRules: false,
		rbac: true,
		mcp: false,
		mcpCustomAuth: false,
		webhooks: true,
		customDomain: true,
		emailProvider: false,
		password: false,
		magicLink: true,
		social: true,
		passkeys: true,
	},
	egress: { browsers: false },
	rules: {
		"log-group-retention": { minimumDays: 90, maximumDays: 400 },
		hsts: { level: "mandatory" },
	},
	profiles: { development: { rules: { "log-group-retention": { level: "disabled" } } } },
	exceptions: [
		{
			rule: "listener-tls-version",
			resource: "kiosk-*",
			owner: "identity team",
			reason: "Kiosks in the shops support TLS 1.1 only and are replaced in spring.",
			expires: "2027-06-30",
		},
	],
};
