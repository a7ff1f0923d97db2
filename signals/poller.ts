import { happening, level } from "./metric";

/** How far the reading of authentication logs is behind, in seconds. */
export const POLLER_LAG = level({
	name: "PollerLag",
	unit: "Seconds",
	meaning: "Seconds since the time up to which the logs were read",
});

export const POLLER_THROTTLED = happening("poller", { name: "PollerThrottled", meaning: "A request that Scalekit answered with 429" });
