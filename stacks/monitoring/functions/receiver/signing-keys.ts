import type { SigningKey } from "./signing-key";

/** The keys that hold now: of the current secret, and of the one before. None where nobody has filled the secret. */
export interface SigningKeys {
	/** As they were fetched at most five minutes ago, or an hour where they cannot be fetched. Throws where they never could. */
	known(): Promise<readonly SigningKey[]>;
	/** Fetched anew, for a signature that fits none of the known: the secret may just have been changed. At most once in half a minute. */
	renewed(): Promise<readonly SigningKey[]>;
}

const MINUTE = 60_000;
const KNOWN_FOR = 5 * MINUTE;
const USABLE_FOR = 60 * MINUTE;
/** Whoever sends wrong signatures shall not make us ask at each of them. */
const BETWEEN_RENEWALS = MINUTE / 2;
/** Until they were fetched once, there is nothing to live on meanwhile. */
const BETWEEN_FIRST_ATTEMPTS = 1000;

interface Fetched {
	readonly at: number;
	readonly keys: readonly SigningKey[];
}

interface Attempt {
	readonly at: number;
	readonly keys: Promise<readonly SigningKey[]>;
}

export function signingKeys(fetchKeys: () => Promise<readonly SigningKey[]>, now: () => Date): SigningKeys {
	let fetched: Fetched | undefined;
	let attempt: Attempt | undefined;

	function isWithin(time: number, since: { readonly at: number } | undefined): boolean {
		return since !== undefined && now().getTime() - since.at < time;
	}

	/** Fetches, or takes what the last attempt gave or will give, whether that be keys or an error. */
	function fetchAtMostEach(time: number): Promise<readonly SigningKey[]> {
		if (attempt && isWithin(time, attempt)) return attempt.keys;
		const at = now().getTime();
		const keys = fetchKeys().then((found) => {
			fetched = { at, keys: found };
			return found;
		});
		attempt = { at, keys };
		return keys;
	}

	return {
		async known() {
			if (fetched && isWithin(KNOWN_FOR, fetched)) return fetched.keys;
			try {
				return await fetchAtMostEach(fetched ? BETWEEN_RENEWALS : BETWEEN_FIRST_ATTEMPTS);
			} catch (error) {
				if (fetched && isWithin(USABLE_FOR, fetched)) return fetched.keys;
				throw error;
			}
		},
		renewed: () => fetchAtMostEach(BETWEEN_RENEWALS),
	};
}
