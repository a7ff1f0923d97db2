import type { Reading } from "./reading";
import type { Severity } from "./severity";

/** The verdict of a rule on one resource, or on one part of it. */
export type Verdict = Pass | Fail | NotApplicable | Undetermined;

export interface Pass {
	readonly verdict: "pass";
}

export interface Fail {
	readonly verdict: "fail";
	/** The path of the failing property; absent if the resource as a whole fails. */
	readonly property?: string;
	/** A predicate whose subject is the resource: "serves requests over plain HTTP". Contains property values of enum-like settings only. */
	readonly message: string;
	/** The checklist items that the failure concerns, if not all of the rule's. */
	readonly checklistItems?: readonly string[];
	/** The severity, if this failure is less severe than the rule's others. */
	readonly severity?: Severity;
	/** The fix, if it differs from the rule's own. */
	readonly fix?: string;
	/**
	 * Set if something is missing: a property of the resource, a resource that the rule requires, or such a resource under a
	 * fixed name, which another stack may contain.
	 */
	readonly missing?: "property" | "resource" | "named";
	/** What another resource would refer to, or provide, if it is the missing one. */
	readonly references?: { readonly urns?: readonly string[]; readonly names?: readonly string[]; readonly capability?: Capability };
	/** The URNs of the resources at fault, if not the one that the rule evaluates: rules that defer to this one do not report them. */
	readonly causes?: readonly string[];
}

/** What a resource that no rule covers may provide. */
export type Capability = "anything" | "log group" | "monitoring";

export interface NotApplicable {
	readonly verdict: "not-applicable";
	readonly message: string;
}

export interface Undetermined {
	readonly verdict: "undetermined";
	readonly property?: string;
	/** A clause that says what is unknown. */
	readonly message: string;
	/**
	 * `known-after-deployment`: an output that a preview does not show. `secret`: an encrypted value. `other-stack`: decided
	 * outside this stack; the policy pack does not print it. `not-decidable`: infrastructure does not show it. `internal-error`:
	 * the rule threw an error; the pack reports it at the rule's level, and the command exits with status 2.
	 */
	readonly reason: "known-after-deployment" | "secret" | "other-stack" | "not-decidable" | "internal-error";
	/** True if the rule fails in the most likely case, such as a public load balancer; the pack's summary counts these. */
	readonly likelyFails?: true;
	/** For an internal error, its message and stack frames, by line. */
	readonly errorStack?: readonly string[];
	/** True if a whole document is unknown; running the program with predicted outputs shows it. */
	readonly wholeDocument?: true;
}

export function pass(): Pass {
	return { verdict: "pass" };
}

/** @param where the failing value, its path, or undefined for the resource as a whole */
export function fail(where: Reading | string | undefined, message: string, fix?: string): Fail {
	const property = typeof where === "object" ? where.path : where;
	const isMissing = typeof where === "object" && (where.isAbsent || where.isDefault);
	return {
		verdict: "fail",
		message,
		...(property ? { property } : {}),
		...(fix ? { fix } : {}),
		...(isMissing ? { missing: "property" } : {}),
	};
}

/**
 * A required resource is missing, such as a subscription or a log group. The engine makes it undetermined if the source does
 * not show all resources, or if a resource that no rule covers may be the missing one.
 */
export function failMissing(where: Reading | string | undefined, message: string, fix?: string): Fail {
	return { ...fail(where, message, fix), missing: "resource" };
}

/** Like {@link failMissing}, for a resource with a fixed name, which another stack may contain. */
export function failMissingByName(where: Reading | string | undefined, message: string, fix?: string): Fail {
	return { ...fail(where, message, fix), missing: "named" };
}

export function notApplicable(message: string): NotApplicable {
	return { verdict: "not-applicable", message };
}

/** The value is unknown, or does not identify one resource, and the verdict depends on it. */
export function undetermined(reading: Reading): Undetermined {
	const [message, reason] = whyUndetermined(reading);
	return { verdict: "undetermined", property: reading.path, message: `${reading.path} ${message}`, reason };
}

function whyUndetermined(reading: Reading): readonly [message: string, reason: Undetermined["reason"]] {
	if (reading.secret) return [ENCRYPTED, "secret"];
	if (reading.isAbsent) return ["is not set, and its default is not visible here", "not-decidable"];
	if (!reading.hasUnknown) return ["is a name that may match several resources: their Regions or accounts are unknown", "not-decidable"];
	return [KNOWN_AFTER_DEPLOYMENT, "known-after-deployment"];
}

const ENCRYPTED = "is an encrypted value and cannot be read here";
const KNOWN_AFTER_DEPLOYMENT = "is not known until deployment";

/** Like {@link undetermined}, for a value of a resource other than the one that is judged: the message names that resource. */
export function undeterminedIn(label: string, owner: { readonly name: string }, reading: Reading): Undetermined {
	const value = `${reading.path} of ${label} "${owner.name}"`;
	return reading.secret
		? { verdict: "undetermined", message: `${value} ${ENCRYPTED}`, reason: "secret" }
		: { verdict: "undetermined", message: `${value} ${KNOWN_AFTER_DEPLOYMENT}`, reason: "known-after-deployment" };
}

/** A document that is unknown as a whole because one part of it is, such as JSON that contains outputs during a preview. */
export function undeterminedDocument(reading: Reading): Undetermined {
	return reading.isUnknown ? { ...undetermined(reading), wholeDocument: true } : undetermined(reading);
}

/** The deciding resource would be in another stack, or is created manually: this stack does not show whether it exists. */
export function inOtherStack(message: string): Undetermined {
	return { verdict: "undetermined", message, reason: "other-stack" };
}

/** Like {@link inOtherStack}, if the rule fails in the most likely case. */
export function likelyFailsInOtherStack(message: string): Undetermined {
	return { ...inOtherStack(message), likelyFails: true };
}

/** A failure of a resource that a callback creates: whether it exists is known only after deployment. */
export function failsIfCreated({ property, message }: Fail): Undetermined {
	return {
		verdict: "undetermined",
		message: `is created in a callback that runs only at deployment, and then fails: it ${message}`,
		reason: "known-after-deployment",
		...(property ? { property } : {}),
	};
}

/** Infrastructure does not show it; the message says what does. */
export function notDecidable(where: Reading | undefined, message: string): Undetermined {
	return { verdict: "undetermined", message, reason: "not-decidable", ...(where ? { property: where.path } : {}) };
}

/**
 * Every part must pass. Returns all failing and undetermined parts, each of which becomes a finding; else one pass.
 *
 * @param otherwise the verdict for an empty list
 */
export function allOf(verdicts: readonly Verdict[], otherwise: Verdict): readonly Verdict[] {
	const notPassed = verdicts.filter((each) => each.verdict === "fail" || each.verdict === "undetermined");
	if (notPassed.length > 0) return notPassed;
	return [verdicts.find((each) => each.verdict === "pass") ?? verdicts[0] ?? otherwise];
}

/**
 * One part that passes is enough; otherwise an undetermined part makes the result undetermined, and only then a failure counts.
 *
 * @param otherwise the verdict for an empty list
 */
export function anyOf(verdicts: readonly Verdict[], otherwise: Verdict): Verdict {
	for (const wanted of ["pass", "undetermined", "fail"] as const) {
		const found = verdicts.find((each) => each.verdict === wanted);
		if (found) return found;
	}
	return verdicts[0] ?? otherwise;
}
