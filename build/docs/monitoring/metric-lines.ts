import { METRICS } from "../../../signals";
import * as application from "../../../signals/application";
import * as logins from "../../../signals/logins";
import type { Metric } from "../../../signals/metric";
import * as poller from "../../../signals/poller";
import * as sessions from "../../../signals/sessions";
import * as signups from "../../../signals/signups";

/** The checklist items of a metric; all others belong to webhooks. */
const LINES = new Map<Metric, readonly string[]>([
	[logins.LOGIN_STARTED, ["K2", "L71"]],
	[logins.LOGIN_SUCCEEDED, ["K2", "L71"]],
	[logins.LOGIN_FAILED, ["K2", "L71", "L72"]],
	[logins.LOGIN_SETTLED, ["K2", "L71"]],
	[logins.LOGIN_ABANDONED, ["K2", "L71"]],
	[logins.ACCOUNT_FAILURES, ["L72"]],
	[logins.ORGANIZATION_FAILURES, ["L72"]],
	[logins.NEW_COUNTRY_LOGIN, ["L72"]],
	[signups.SIGNUP_STARTED, ["K1"]],
	[signups.SIGNUP_COMPLETED, ["K1"]],
	[signups.MEMBERSHIP_CREATED, ["K1"]],
	[sessions.SESSION_STARTED, ["K3"]],
	[sessions.SESSION_ENDED, ["K3"]],
	[sessions.SESSION_SECONDS, ["K3"]],
	[application.TOKEN_REFRESHED, ["K4"]],
	[application.TOKEN_REFRESH_FAILED, ["K4"]],
	[application.CALLBACK_FAILED, ["L74"]],
	[poller.POLLER_LAG, ["L71"]],
	[poller.POLLER_THROTTLED, ["L71"]],
]);

const OF_WEBHOOKS = ["K5", "L73"];

/** All metrics with their checklist items. */
export const METRIC_ITEMS: readonly (readonly [Metric, readonly string[]])[] = METRICS.map((metric) => [
	metric,
	LINES.get(metric) ?? OF_WEBHOOKS,
]);
