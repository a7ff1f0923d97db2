import type { Reading } from "../engine/reading";
import type { Unknown } from "../engine/verdict";

/** A reading of a resource other than the one that is judged cannot be seen: says whose it is. */
export function unknownOf(what: string, owner: { readonly name: string }, reading: Reading): Unknown {
	const said = `${reading.path} of ${what} "${owner.name}"`;
	return reading.secret
		? { verdict: "unknown", reason: `${said} is a secret that is not shown here`, because: "hidden" }
		: { verdict: "unknown", reason: `${said} is not known before the update`, because: "later" };
}
