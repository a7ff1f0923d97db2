/**
 * Names of Scalekit's environments, variables and credentials. Sources: https://docs.scalekit.com (developer-docs of
 * 2026-08-21: "Set up Scalekit", "Environments", "Custom domain", "Client credentials practices"; Node SDK 2.11), read 2026-08.
 */

/** The domain of development environments, as documented. */
export const DEVELOPMENT_DOMAIN = "scalekit.dev";

/** The domain of production environments, which have one label each. */
export const PRODUCTION_DOMAIN = "scalekit.com";

/** Domains documented for development, staging and, on one page, for production: they do not identify the environment. */
export const AMBIGUOUS_DOMAINS = ["scalekit.cloud", "scalekit.io"] as const;

/** Labels of Scalekit's own services, which are not environments. `auth.eu` is the login of the European dashboard. */
export const SERVICE_LABELS: ReadonlySet<string> = new Set(["", "app", "auth.eu", "cdn", "docs", "mcp", "schedule", "status", "www"]);

/** Words in an environment's label that indicate another environment than production; a documented sample has "-dev" under the production domain. */
export const NON_PRODUCTION_LABEL =
	/(?:^|[-_])(?:dev|develop|development|stag|stage|staging|test|testing|sandbox|qa|uat|demo|preview|local|example)(?:$|[-_\d])/;

/** Placeholder labels in sample URLs. */
export const PLACEHOLDER_LABEL = /(?:^|[-_])(?:your|changeme|placeholder)(?:$|[-_])/;

/** The last words of the names of variables with the environment's URL, from Scalekit's documentation. */
export const ENVIRONMENT_URL_VARIABLES = ["scalekit environment url", "scalekit env url", "sk env url", "auth scalekit issuer"] as const;

/** The last words of keys with the environment's URL whose path contains "scalekit". */
export const ENVIRONMENT_URL_KEYS = ["environment url", "env url"] as const;

/** Words in names of variables or parameters for other environments than production. */
export const OTHER_ENVIRONMENT_WORDS: ReadonlySet<string> = new Set([
	"dev",
	"develop",
	"development",
	"preview",
	"qa",
	"sandbox",
	"stage",
	"staging",
	"test",
	"testing",
	"uat",
]);

/** The variable of the tool SDK; because the name is common, only Scalekit URLs count. */
export const SHARED_URL_VARIABLES = ["tool env url"] as const;

/** The last words of the names of variables with Scalekit secrets that do not contain "scalekit". */
export const OTHER_SECRET_VARIABLES = ["sk client secret", "cookie encryption secret"] as const;

/** A whole test secret: the prefix and random letters and digits, which a parameter name does not contain. */
export const TEST_SECRET = /^test_(?:(?=[A-Za-z]*\d+[A-Za-z]+\d|[A-Za-z]*\d{3})[A-Za-z0-9]{10,}|[A-Za-z0-9]{32,})$/;

/** The prefix of client secrets in test mode: consistent in the documentation, but not guaranteed. */
export const TEST_SECRET_PREFIX = "test_";
