import { CALLBACK_FAILED, TOKEN_REFRESH_FAILED, TOKEN_REFRESHED } from "./application";
import * as logins from "./logins";
import type { Metric } from "./metric";
import { POLLER_LAG, POLLER_THROTTLED } from "./poller";
import { SESSION_ENDED, SESSION_SECONDS, SESSION_STARTED } from "./sessions";
import { MEMBERSHIP_CREATED, SIGNUP_COMPLETED, SIGNUP_STARTED } from "./signups";
import * as webhooks from "./webhooks";

/** All metrics that this project publishes. */
export const METRICS: readonly Metric[] = [
	logins.LOGIN_STARTED,
	logins.LOGIN_SUCCEEDED,
	logins.LOGIN_FAILED,
	logins.LOGIN_SETTLED,
	logins.LOGIN_ABANDONED,
	logins.ACCOUNT_FAILURES,
	logins.ORGANIZATION_FAILURES,
	logins.NEW_COUNTRY_LOGIN,
	SIGNUP_STARTED,
	SIGNUP_COMPLETED,
	MEMBERSHIP_CREATED,
	SESSION_STARTED,
	SESSION_ENDED,
	SESSION_SECONDS,
	TOKEN_REFRESHED,
	TOKEN_REFRESH_FAILED,
	CALLBACK_FAILED,
	webhooks.WEBHOOK_ACCEPTED,
	webhooks.WEBHOOK_DUPLICATE,
	webhooks.WEBHOOK_REJECTED,
	webhooks.WEBHOOK_FAILED,
	webhooks.WEBHOOK_THROTTLED,
	webhooks.EVENT_HANDLED,
	webhooks.EVENT_UNKNOWN,
	webhooks.EVENT_MALFORMED,
	POLLER_LAG,
	POLLER_THROTTLED,
];
