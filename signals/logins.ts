import { windowTotal } from "./metric";

/** The dimension for the login method. */
export const CONNECTION_TYPE = "connectionType";

/** Values of `CONNECTION_TYPE`: the connection types of the authentication logs (https://docs.scalekit.com/apis/), and one for types added later. */
export const CONNECTION_TYPES = ["OIDC", "SAML", "PASSWORD", "OAUTH", "PASSWORDLESS", "WEBAUTHN", "OTHER"] as const;

export type ConnectionType = (typeof CONNECTION_TYPES)[number];

/**
 * Minutes after which an open login counts as abandoned: magic links and codes expire after 3600 s at most, counted from when they are sent, which is
 * after the login began (Scalekit, Passwordless: https://docs.scalekit.com/authenticate/auth-methods/passwordless/).
 */
export const SETTLED_AFTER_MINUTES = 90;

/** Metric K2: login outcomes, from Scalekit's authentication logs. */
export const LOGIN_STARTED = windowTotal({ name: "LoginStarted", by: CONNECTION_TYPE, meaning: "A login that started in the window" });
export const LOGIN_SUCCEEDED = windowTotal({ name: "LoginSucceeded", by: CONNECTION_TYPE, meaning: "A login that succeeded" });
export const LOGIN_FAILED = windowTotal({ name: "LoginFailed", by: CONNECTION_TYPE, meaning: "A login that failed" });
export const LOGIN_SETTLED = windowTotal({
	name: "LoginSettled",
	by: CONNECTION_TYPE,
	meaning: `A login that started ${SETTLED_AFTER_MINUTES} minutes before the window, with any outcome`,
});
export const LOGIN_ABANDONED = windowTotal({
	name: "LoginAbandoned",
	by: CONNECTION_TYPE,
	meaning: `A login that had neither succeeded nor failed ${SETTLED_AFTER_MINUTES} minutes after it started; counted in the window ${SETTLED_AFTER_MINUTES} minutes later`,
});

/** Bursts: the highest count of any account or organization, so that no dimension identifies one. */
export const ACCOUNT_FAILURES = windowTotal({ name: "AccountFailures", meaning: "Failed logins of the account with the most" });
export const ORGANIZATION_FAILURES = windowTotal({
	name: "OrganizationFailures",
	meaning: "Failed logins of the organization with the most",
});

/** Successful logins only: Scalekit reports no location for failed ones (Scalekit API reference: https://docs.scalekit.com/apis/). */
export const NEW_COUNTRY_LOGIN = windowTotal({
	name: "NewCountryLogin",
	meaning: "A session of a known user from a country that is new for this user",
});
