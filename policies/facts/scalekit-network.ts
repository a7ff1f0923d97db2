/** Scalekit's hosts and addresses as networks see them. */

/** A Scalekit host that no customer has: it is admitted only where every environment of Scalekit's cloud is. */
export const ANY_ENVIRONMENT_HOST = "any-environment.scalekit.com";

/**
 * What the hosted login pages load in a browser. Scalekit documentation, "Launch checklist": network and firewall
 * configuration, read 2026-08.
 */
export const LOGIN_ASSET_HOSTS = ["cdn.scalekit.com", "fonts.googleapis.com"] as const;
