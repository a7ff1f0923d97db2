import * as z from "zod";
import type { CredentialsSource } from "./credentials";
import { ScalekitFailure } from "./failure";
import { requestJson } from "./request";
import type { TimeLeft } from "./time-left";

const WHAT = "POST /oauth/token";
/** Milliseconds before its expiry at which a token is no longer used. */
const EXPIRY_MARGIN_MS = 60_000;

/** Statuses for invalid credentials: servers may choose (RFC 6749 §5.2). */
const INVALID_CREDENTIALS: ReadonlySet<number> = new Set([400, 401, 403]);

const responseSchema = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() });

export interface Tokens {
	/** A valid token, cached if possible. */
	current(left: TimeLeft): Promise<string>;
	/** Clears the cached token, because Scalekit rejected it. */
	forget(): void;
}

/**
 * Access tokens by client credentials (RFC 6749 §4.4); Scalekit's are valid for about 24 hours. Rejected credentials are fetched again once, because they
 * may have been rotated.
 */
export function tokensOf(environmentUrl: string, credentials: CredentialsSource): Tokens {
	let cached: { token: string; until: number } | undefined;

	async function requestToken(refresh: boolean, left: TimeLeft): Promise<string> {
		const { clientId, clientSecret } = await credentials({ refresh });
		const body = new URLSearchParams({ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret });
		const read = responseSchema.safeParse(await requestJson(WHAT, new URL("/oauth/token", environmentUrl), { method: "POST", body }, left));
		if (!read.success) throw new ScalekitFailure("malformed", WHAT);
		cached = { token: read.data.access_token, until: Date.now() + read.data.expires_in * 1000 - EXPIRY_MARGIN_MS };
		return cached.token;
	}

	return {
		async current(left) {
			if (cached && Date.now() < cached.until) return cached.token;
			return requestToken(false, left).catch((error) => {
				if (error instanceof ScalekitFailure && INVALID_CREDENTIALS.has(error.status ?? 0)) return requestToken(true, left);
				throw error;
			});
		},
		forget() {
			cached = undefined;
		},
	};
}
