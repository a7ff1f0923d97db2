import { loginEvents } from "./login-events";

/** What the application asks of Scalekit's SDK here. */
interface Scalekit {
	authenticateWithCode(code: string, redirectUri: string): Promise<{ readonly idToken: string }>;
}

const REDIRECT_URI = "https://shop.example.com/auth/callback";

/**
 * Ends a login: makes of Scalekit's code a session, and counts where none comes of it.
 *
 * @returns where to send the browser
 */
export async function callback(
	scalekit: Scalekit,
	query: URLSearchParams,
	expectedState: string,
	begin: (idToken: string) => void,
): Promise<string> {
	try {
		const code = query.get("code");
		if (code === null || query.get("state") !== expectedState) throw new Error("came back without a code, or with another state");
		const { idToken } = await scalekit.authenticateWithCode(code, REDIRECT_URI);
		begin(idToken);
		return "/";
	} catch {
		loginEvents.callbackFailed();
		return "/login?again=1";
	}
}
