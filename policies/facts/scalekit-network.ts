/** Scalekit's hosts. */

/** A host that no customer has: an allow-list includes it only if it includes every Scalekit environment. */
export const ANY_ENVIRONMENT_HOST = "any-environment.scalekit.com";

/**
 * The hosts of the login pages' assets. Source: https://docs.scalekit.com, launch checklist: network and firewall
 * configuration, read 2026-08.
 */
export const LOGIN_ASSET_HOSTS = ["cdn.scalekit.com", "fonts.googleapis.com"] as const;
