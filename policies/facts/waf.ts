/** The required prefix of log destinations (https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html, read 2026-08). */
export const LOG_DESTINATION_PREFIX = "aws-waf-logs-";

/** Actions that reject a request, or require a challenge that only browsers can solve (https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html, read 2026-08). */
export const STOPPING_ACTIONS = ["block", "captcha", "challenge"] as const;

/** The evaluation window of a rate-based rule without `evaluationWindowSec`, and the shortest and longest one, in seconds (https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html, read 2026-11). */
export const RATE_WINDOW = { default: 300, shortest: 60, longest: 600 } as const;

/**
 * Requests per second above which a rate limit stops no client: more than one client sends to guess credentials, and for a
 * limit on all requests together, more than a regional endpoint accepts.
 */
export const HIGHEST_RATE = { perClient: 10_000, together: 1_000_000 } as const;

/** ISO 3166 codes of territories without residents, and of a country with about a thousand addresses (KP). */
export const COUNTRIES_WITHOUT_CLIENTS: ReadonlySet<string> = new Set(["AQ", "BV", "GS", "HM", "KP", "TF", "UM"]);
