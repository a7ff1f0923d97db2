import * as z from "zod";
import type { CredentialsSource } from "./credentials";
import { ScalekitFailure } from "./failure";
import { requestJson } from "./request";
import type { TimeLeft } from "./time-left";

const WHAT = "POST /oauth/token";
/** Milliseconds before its end from which on a token is not used any more. */
const SPARE = 60_000;

/** Statuses that mean wrong credentials: OAuth lets a server choose (RFC 6749 §5.2). */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403]);

const answer = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() });

export interface Tokens {
	/** A token that lasts, from the cache where it can be. */
	current(left: TimeLeft): Promise<string>;
	/** Forgets the cached token, because Scalekit refused it. */
	forget(): void;
}

/**
 * Tokens of the environment's client credentials (reference/scalekit.md §6.2: about 24 hours). Credentials that are refused are fetched anew once, since
 * they may just have been rotated.
 */
export function tokensOf(environmentUrl: string, credentials: CredentialsSource): Tokens {
	let cached: { token: string; until: number } | undefined;

	async function ask(anew: boolean, left: TimeLeft): Promise<string> {
		const { clientId, clientSecret } = await credentials({ anew });
		const body = new URLSearchParams({ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret });
		const read = answer.safeParse(await requestJson(WHAT, new URL("/oauth/token", environmentUrl), { method: "POST", body }, left));
		if (!read.success) throw new ScalekitFailure("malformed", WHAT);
		cached = { token: read.data.access_token, until: Date.now() + read.data.expires_in * 1000 - SPARE };
		return cached.token;
	}

	return {
		async current(left) {
			if (cached && Date.now() < cached.until) return cached.token;
			return ask(false, left).catch((error) => {
				if (error instanceof ScalekitFailure && REFUSALS.has(error.status ?? 0)) return ask(true, left);
				throw error;
			});
		},
		forget() {
			cached = undefined;
		},
	};
}
