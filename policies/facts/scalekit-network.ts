/** Scalekit's hosts and addresses as networks see them. */

/** A Scalekit host that no customer has: it is admitted only where every environment of Scalekit's cloud is. */
export const ANY_ENVIRONMENT_HOST = "any-environment.scalekit.com";

/**
 * What the hosted login pages load in a browser. Scalekit documentation, "Launch checklist": network and firewall
 * configuration, read 2026-08.
 */
export const LOGIN_ASSET_HOSTS = ["cdn.scalekit.com", "fonts.googleapis.com"] as const;

/**
 * Named in only one of Scalekit's lists, so asked of nobody: `docs.scalekit.com` in "Launch checklist", `fonts.gstatic.com` (the font
 * files that the style sheets of fonts.googleapis.com load) in the content security policy of the self-hosted installer, read 2026-08.
 */
export const LIKELY_ASSET_HOSTS = ["fonts.gstatic.com", "docs.scalekit.com"] as const;

/**
 * Scalekit documentation, "Outbound IP addresses", read 2026-08: US and EU. They are said to be those of requests on a customer's
 * behalf; that webhooks leave from them is not said, and they may change.
 */
export const PUBLISHED_OUTBOUND_ADDRESSES = ["34.94.129.140", "35.198.115.68"] as const;
