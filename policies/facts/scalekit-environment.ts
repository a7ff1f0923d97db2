/**
 * How Scalekit's environments, variables and credentials are called: Scalekit, documentation and SDKs (developer-docs of
 * 2026-08-21: "Set up Scalekit", "Environments", "Custom domain", "Client credentials practices"; Node SDK 2.11), read 2026-08.
 */

/** Where development environments live; stated outright. */
export const DEVELOPMENT_DOMAIN = "scalekit.dev";

/** Where production environments live, one label each. */
export const PRODUCTION_DOMAIN = "scalekit.com";

/** Seen for development, for staging and, on one page, for production: nothing follows from them. */
export const UNDECIDED_DOMAINS = ["scalekit.cloud", "scalekit.io"] as const;

/** Scalekit's own services, never an environment. `auth.eu` signs people up for the European dashboard. */
export const SERVICE_LABELS: ReadonlySet<string> = new Set(["", "app", "auth.eu", "cdn", "docs", "mcp", "schedule", "status", "www"]);

/** Words in an environment's label that speak against production; one documented sample has "-dev" under the production domain. */
export const DOUBTFUL_LABEL =
	/(?:^|[-_])(?:dev|develop|development|stag|stage|staging|test|testing|sandbox|qa|uat|demo|preview|local|example)(?:$|[-_\d])/;

/** What stands in an address for the label that people are to put there. */
export const PLACEHOLDER_LABEL = /(?:^|[-_])(?:your|changeme|placeholder)(?:$|[-_])/;

/** Variables that hold the environment's address, as the ends of their names in words. First-party pages use each of them. */
export const ENVIRONMENT_URL_VARIABLES = ["scalekit environment url", "scalekit env url", "sk env url", "auth scalekit issuer"] as const;

/** The same as keys of a document, or ends of a name, that says "scalekit" further up. */
export const ENVIRONMENT_URL_KEYS = ["environment url", "env url"] as const;

/** Words in the name of a variable or a parameter for another environment than production. */
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

/** The same of the tool SDK; the name is common, so that only an address of Scalekit's counts there. */
export const SHARED_URL_VARIABLES = ["tool env url"] as const;

/** Variables that hold one of Scalekit's secrets though their names do not say "scalekit", as the ends of their names in words. */
export const OTHER_SECRET_VARIABLES = ["sk client secret", "cookie encryption secret"] as const;

/** The same with what is behind it: letters and digits without order, as no name of a parameter has them. */
export const TEST_SECRET = /^test_(?:(?=[A-Za-z]*\d+[A-Za-z]+\d|[A-Za-z]*\d{3})[A-Za-z0-9]{10,}|[A-Za-z0-9]{32,})$/;

/** How client secrets of test mode start. Consistent over the documentation, and promised nowhere. */
export const TEST_SECRET_PREFIX = "test_";
