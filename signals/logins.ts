import { windowTotal } from "./metric";

/** The dimension for the way in which a person logs in. */
export const CONNECTION_TYPE = "connectionType";

/** Values of `CONNECTION_TYPE`: Scalekit's connection types (reference/scalekit.md §5, L5), and one for all that may come. */
export const CONNECTION_TYPES = ["OIDC", "SAML", "PASSWORD", "OAUTH", "PASSWORDLESS", "WEBAUTHN", "OTHER"] as const;

export type ConnectionType = (typeof CONNECTION_TYPES)[number];

/**
 * Minutes after which a login that is open stays so. A link or a code lasts 3600 s at most (reference/scalekit.md §6.2), counted from when it is sent, which is after the login
 * began.
 */
export const SETTLED_AFTER_MINUTES = 90;

/** Metric K2: what becomes of logins, read from Scalekit's authentication logs. */
export const LOGIN_STARTED = windowTotal({ name: "LoginStarted", by: CONNECTION_TYPE, meaning: "A login that began in the window" });
export const LOGIN_SUCCEEDED = windowTotal({ name: "LoginSucceeded", by: CONNECTION_TYPE, meaning: "A login that succeeded" });
export const LOGIN_FAILED = windowTotal({ name: "LoginFailed", by: CONNECTION_TYPE, meaning: "A login that failed" });
export const LOGIN_SETTLED = windowTotal({
	name: "LoginSettled",
	by: CONNECTION_TYPE,
	meaning: `A login that began ${SETTLED_AFTER_MINUTES} minutes before the window, whatever became of it`,
});
export const LOGIN_ABANDONED = windowTotal({
	name: "LoginAbandoned",
	by: CONNECTION_TYPE,
	meaning: `A login that ${SETTLED_AFTER_MINUTES} minutes after it began had neither succeeded nor failed; counted in the window that lies so much later`,
});

/** Bursts: the largest number, so that no dimension names an account or an organization. */
export const ACCOUNT_FAILURES = windowTotal({ name: "AccountFailures", meaning: "Failed logins of the account that failed most" });
export const ORGANIZATION_FAILURES = windowTotal({
	name: "OrganizationFailures",
	meaning: "Failed logins of the organization that failed most",
});

/** Successful logins only: a failed one tells no place (reference/scalekit.md §4.1). */
export const NEW_COUNTRY_LOGIN = windowTotal({
	name: "NewCountryLogin",
	meaning: "A session of a known user from a country where that user was not seen before",
});
