/** The required prefix of log destinations (https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html, read 2026-08). */
export const LOG_DESTINATION_PREFIX = "aws-waf-logs-";

/** Actions that reject a request, or require a challenge that only browsers can solve (https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html, read 2026-08). */
export const STOPPING_ACTIONS = ["block", "captcha", "challenge"] as const;
