import { counter, gauge } from "./metric";

/** How far the poller is behind the authentication logs, in seconds. */
export const POLLER_LAG = gauge({
	name: "PollerLag",
	unit: "Seconds",
	meaning: "Seconds since the time up to which the authentication logs have been read",
});

export const POLLER_THROTTLED = counter("poller", { name: "PollerThrottled", meaning: "A request that Scalekit answered with 429" });
