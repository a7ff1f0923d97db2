import { happening, windowTotal } from "./metric";

/** How far the reading of authentication logs is behind, in seconds: of the present, though told like a window's total. */
export const POLLER_LAG = windowTotal({
	name: "PollerLag",
	unit: "Seconds",
	meaning: "Seconds since the time up to which the logs were read",
});

export const POLLER_THROTTLED = happening("poller", { name: "PollerThrottled", meaning: "A request that Scalekit answered with 429" });
