import { windowTotal } from "./metric";

/** Metric K3: sessions, by webhook. A mean duration is `SESSION_SECONDS / SESSION_ENDED`. */
export const SESSION_STARTED = windowTotal({ name: "SessionStarted", meaning: "A session that started" });
export const SESSION_ENDED = windowTotal({ name: "SessionEnded", meaning: "A session that ended with a known duration" });
export const SESSION_SECONDS = windowTotal({
	name: "SessionSeconds",
	unit: "Seconds",
	meaning: "Total duration of the sessions that ended",
});
