import { CALLBACK_FAILED, TOKEN_REFRESH_FAILED, TOKEN_REFRESHED } from "./application";
import { type Metric, NAMESPACE, SERVICE } from "./metric";
import { SIGNUP_STARTED } from "./signups";

/** Events that only the application can count; each call counts one. */
export interface AuthEvents {
	/** A user was redirected to Scalekit to sign up. */
	signupStarted(): void;
	/** An access token was refreshed. */
	tokenRefreshed(): void;
	/** An access token could not be refreshed. */
	tokenRefreshFailed(): void;
	/** A callback from Scalekit created no session. */
	callbackFailed(): void;
}

/**
 * Counts the application's own events, each as one line in CloudWatch embedded metric format (CloudWatch, User Guide: Embedded metric format
 * specification). The line must reach CloudWatch Logs unchanged, without a logger's prefix. Never throws.
 *
 * @param service name of the monitoring: the dimension that its alarms use
 * @param write receives a line without line break; default: stdout
 */
export function authEvents(service: string, write: (line: string) => unknown = toStdout): AuthEvents {
	const counting = (metric: Metric) => () => {
		try {
			Promise.resolve(write(lineOf(metric, service))).catch(ignore);
		} catch {
			// A failure to count must not fail the login.
		}
	};
	return {
		signupStarted: counting(SIGNUP_STARTED),
		tokenRefreshed: counting(TOKEN_REFRESHED),
		tokenRefreshFailed: counting(TOKEN_REFRESH_FAILED),
		callbackFailed: counting(CALLBACK_FAILED),
	};
}

function lineOf({ name, unit, dimensionSets }: Metric, service: string): string {
	return JSON.stringify({
		_aws: {
			Timestamp: Date.now(),
			CloudWatchMetrics: [{ Namespace: NAMESPACE, Dimensions: dimensionSets, Metrics: [{ Name: name, Unit: unit }] }],
		},
		[SERVICE]: service,
		[name]: 1,
	});
}

/** Not `console.log`: with the JSON log format, Lambda wraps its lines. */
function toStdout(line: string): void {
	process.stdout.write(`${line}\n`);
}

function ignore(): void {}
