import { CALLBACK_FAILED, TOKEN_REFRESH_FAILED, TOKEN_REFRESHED } from "./application";
import { type Metric, NAMESPACE, SERVICE } from "./metric";
import { SIGNUP_STARTED } from "./signups";

/** What only the application can tell; each call counts one. */
export interface AuthEvents {
	/** Somebody was sent to Scalekit to sign up. */
	signupStarted(): void;
	/** An access token was refreshed. */
	tokenRefreshed(): void;
	/** An access token could not be refreshed. */
	tokenRefreshFailed(): void;
	/** Somebody came back from Scalekit and got no session. */
	callbackFailed(): void;
}

/**
 * Counts what only the application can tell, one line of CloudWatch's embedded metric format each (CloudWatch, User Guide: Embedded metric format
 * specification). The line must reach CloudWatch Logs as it is, without a logger's own frame around it. Never throws.
 *
 * @param service the name of the monitoring, by which its alarms find the metrics
 * @param write takes a line without its end; standard output where left out
 */
export function authEvents(service: string, write: (line: string) => unknown = toStandardOutput): AuthEvents {
	const counting = (metric: Metric) => () => {
		try {
			Promise.resolve(write(lineOf(metric, service))).catch(ignore);
		} catch {
			// A login matters more than its being counted.
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

/** Not `console.log`, to which Lambda adds a frame where its log format is JSON. */
function toStandardOutput(line: string): void {
	process.stdout.write(`${line}\n`);
}

function ignore(): void {}
