import { counter } from "./metric";

/** Metric K4: Scalekit publishes no event for token refreshes, so the application counts them. */
export const TOKEN_REFRESHED = counter("application", { name: "TokenRefreshed", meaning: "The application refreshed an access token" });
export const TOKEN_REFRESH_FAILED = counter("application", {
	name: "TokenRefreshFailed",
	meaning: "The application could not refresh an access token",
});

/** Item L74: failures between Scalekit's redirect and the application's session. */
export const CALLBACK_FAILED = counter("application", {
	name: "CallbackFailed",
	meaning: "A callback from Scalekit that created no session: an error response, an invalid state or a rejected code",
});
