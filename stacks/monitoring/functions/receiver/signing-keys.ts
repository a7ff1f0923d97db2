import type { SigningKey } from "./signing-key";

/** The valid keys: of the current secret and of the previous one. Empty if the secret has no value. */
export interface SigningKeys {
	/** Fetched at most five minutes ago, or an hour ago if fetching fails. Throws if fetching never succeeded. */
	cached(): Promise<readonly SigningKey[]>;
	/** Fetched again, for a signature that matches none of the cached keys: the secret may have been rotated. At most every 30 seconds. */
	refetched(): Promise<readonly SigningKey[]>;
}

const MINUTE = 60_000;
const CACHE_MS = 5 * MINUTE;
const STALE_LIMIT_MS = 60 * MINUTE;
/** Limits the calls that invalid signatures can cause. */
const REFETCH_INTERVAL_MS = MINUTE / 2;
/** Before the first successful fetch there is no cache to fall back to. */
const FIRST_FETCH_INTERVAL_MS = 1000;

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

	/** Fetches, or returns the result of the last attempt: keys or an error. */
	function fetchAtMostEvery(time: number): Promise<readonly SigningKey[]> {
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
		async cached() {
			if (fetched && isWithin(CACHE_MS, fetched)) return fetched.keys;
			try {
				return await fetchAtMostEvery(fetched ? REFETCH_INTERVAL_MS : FIRST_FETCH_INTERVAL_MS);
			} catch (error) {
				if (fetched && isWithin(STALE_LIMIT_MS, fetched)) return fetched.keys;
				throw error;
			}
		},
		refetched: () => fetchAtMostEvery(REFETCH_INTERVAL_MS),
	};
}
