import { loginEvents } from "./login-events";

/** The part of Scalekit's SDK in use. */
interface Scalekit {
	authenticateWithCode(code: string, redirectUri: string): Promise<{ readonly idToken: string }>;
}

const REDIRECT_URI = "https://shop.example.com/auth/callback";

/**
 * Completes a login: exchanges Scalekit's code for a session, and counts failures.
 *
 * @returns the URL to redirect to
 */
export async function callback(
	scalekit: Scalekit,
	query: URLSearchParams,
	expectedState: string,
	begin: (idToken: string) => void,
): Promise<string> {
	try {
		const code = query.get("code");
		if (code === null || query.get("state") !== expectedState) throw new Error("the callback has no code, or another state");
		const { idToken } = await scalekit.authenticateWithCode(code, REDIRECT_URI);
		begin(idToken);
		return "/";
	} catch {
		loginEvents.callbackFailed();
		return "/login?again=1";
	}
}
