import { happening } from "./metric";

/** Metric K4: Scalekit tells nobody of token refreshes, so the application does. */
export const TOKEN_REFRESHED = happening("application", { name: "TokenRefreshed", meaning: "The application refreshed an access token" });
export const TOKEN_REFRESH_FAILED = happening("application", {
	name: "TokenRefreshFailed",
	meaning: "The application could not refresh an access token",
});

/** Line L74: what goes wrong between Scalekit and the application's session. */
export const CALLBACK_FAILED = happening("application", {
	name: "CallbackFailed",
	meaning: "Somebody came back from Scalekit and got no session: an error, a wrong state, a code that was refused",
});
