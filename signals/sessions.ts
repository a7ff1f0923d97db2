import { windowTotal } from "./metric";

/** Metric K3: sessions, by webhook. A mean duration is `SESSION_SECONDS / SESSION_ENDED`. */
export const SESSION_STARTED = windowTotal({ name: "SessionStarted", meaning: "A session that began" });
export const SESSION_ENDED = windowTotal({ name: "SessionEnded", meaning: "A session that was ended and whose duration is known" });
export const SESSION_SECONDS = windowTotal({
	name: "SessionSeconds",
	unit: "Seconds",
	meaning: "How long the sessions lasted that ended, together",
});
