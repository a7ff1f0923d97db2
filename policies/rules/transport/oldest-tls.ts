import * as z from "zod";
import type { Reading } from "../../engine/reading";
import { fail, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { MINIMUMS, type Minimum, minorOf, type PolicyNames, protocolName } from "../../facts/tls-policies";

/** The option that the rules on TLS versions share. */
export const minimum = z.enum(MINIMUMS).default("1.2").describe("The oldest TLS version that clients may connect with.");

/**
 * Is the oldest protocol that a TLS policy accepts new enough?
 *
 * @param policy the setting that names the policy
 */
export function acceptsNothingOlder(policy: Reading, names: PolicyNames, least: Minimum, fix: string): Verdict {
	if (policy.isUnknown) return undetermined(policy);
	const oldest = names.oldest(policy.or(names.unset).text ?? "");
	if (oldest === undefined)
		return notDecidable(
			policy,
			`the name in ${policy.path} does not tell which TLS versions the policy accepts; AWS's list of policies would`,
		);
	if (oldest >= minorOf(least)) return pass();
	const accepts = `still accepts ${protocolName(oldest)}`;
	return fail(policy, policy.isAbsent ? `names no TLS policy, and with AWS's default ${accepts}` : accepts, fix);
}
