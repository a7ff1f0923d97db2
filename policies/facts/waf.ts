/** AWS WAF Developer Guide, "Logging web ACL traffic: destinations", read 2026-08: a log group, bucket or stream by another name is refused. */
export const LOG_DESTINATION_PREFIX = "aws-waf-logs-";

/** AWS WAF Developer Guide, "Rule actions", read 2026-08: what ends a request, or asks its sender something that only a browser can answer. */
export const STOPPING_ACTIONS = ["block", "captcha", "challenge"] as const;
