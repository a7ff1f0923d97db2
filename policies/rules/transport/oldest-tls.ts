import * as z from "zod";
import type { Reading } from "../../engine/reading";
import { fail, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { MINIMUMS, type Minimum, minorOf, type PolicyNames, protocolName } from "../../facts/tls-policies";

/** The option of the rules on TLS versions. */
export const minimum = z.enum(MINIMUMS).default("1.2").describe("The lowest TLS version that is accepted.");

/**
 * Passes if a TLS policy accepts no version below the minimum.
 *
 * @param policy the property with the name of the policy
 */
export function requiresMinimum(policy: Reading, names: PolicyNames, least: Minimum, fix: string): Verdict {
	if (policy.isUnknown) return undetermined(policy);
	const oldest = names.oldest(policy.or(names.unset).text ?? "");
	if (oldest === undefined)
		return notDecidable(
			policy,
			`the TLS versions of the policy in ${policy.path} cannot be derived from its name; see AWS's list of policies`,
		);
	if (oldest >= minorOf(least)) return pass();
	const accepts = `accepts ${protocolName(oldest)}`;
	return fail(policy, policy.isAbsent ? `has no TLS policy, and ${accepts} by default` : accepts, fix);
}
