import type { Reading } from "./reading";

/** What a rule says of one resource, or of one part of it. */
export type Verdict = Pass | Fail | NotApplicable | Unknown;

export interface Pass {
	readonly verdict: "pass";
}

export interface Fail {
	readonly verdict: "fail";
	/** The property that is wrong; absent where the resource as a whole is. */
	readonly property?: string;
	/** What is wrong, in one sentence without the resource's name. Holds a value only of an enum-like setting. */
	readonly message: string;
	/** The checklist's lines that it is about, where they are not all of the rule's. */
	readonly lines?: readonly string[];
	/** What to do about it, where it differs from the rule's own `fix`. */
	readonly fix?: string;
	/**
	 * Present where something is missing: a property of the resource, another resource that does something for it, or such a
	 * one that another stack could hold under the name that is given here.
	 */
	readonly missing?: "property" | "resource" | "named";
	/** What beside the resource itself something else would use that is what is missing. */
	readonly use?: { readonly urns?: readonly string[]; readonly names?: readonly string[]; readonly thing?: Thing };
}

/** What a resource that no rule understands could be, or make. */
export type Thing = "anything" | "log group" | "monitoring";

export interface NotApplicable {
	readonly verdict: "not-applicable";
	readonly reason: string;
}

export interface Unknown {
	readonly verdict: "unknown";
	readonly property?: string;
	readonly reason: string;
	/**
	 * Why it cannot be seen: `later` is known after the update, `hidden` is a secret that is not shown, `elsewhere` is
	 * decided outside this stack (the pack never prints it), `beyond` cannot be told from infrastructure at all.
	 */
	readonly because: "later" | "hidden" | "elsewhere" | "beyond";
	/** True where it would fail if another stack has what it most likely has: the stack's note counts these. */
	readonly wouldFail?: true;
	/** True where a whole document is unknown, which a run of the program with predicted outputs opens. */
	readonly document?: true;
}

export function pass(): Pass {
	return { verdict: "pass" };
}

/** @param where the reading that is wrong, or its path, or undefined for the resource as a whole */
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
 * Something is missing, such as a subscriber or a log group. A source that does not show everything leaves that open, and so
 * does a resource that no rule understands.
 */
export function missing(where: Reading | string | undefined, message: string, fix?: string): Fail {
	return { ...fail(where, message, fix), missing: "resource" };
}

/** The same of something that another stack could hold, since its name is fixed here. */
export function missingByName(where: Reading | string | undefined, message: string, fix?: string): Fail {
	return { ...fail(where, message, fix), missing: "named" };
}

export function notApplicable(reason: string): NotApplicable {
	return { verdict: "not-applicable", reason };
}

/** The reading cannot be seen, or what it means cannot, so the rule cannot decide. */
export function unknown(reading: Reading): Unknown {
	const [reason, because] = whyUnknown(reading);
	return { verdict: "unknown", property: reading.path, reason: `${reading.path} ${reason}`, because };
}

function whyUnknown(reading: Reading): readonly [reason: string, because: Unknown["because"]] {
	if (reading.secret) return ["is a secret that is not shown here", "hidden"];
	if (reading.isAbsent) return ["is not said here, and what holds without it is not seen", "beyond"];
	if (!reading.hasUnknown)
		return ["is a name, and which resource it means cannot be told here: Regions, or accounts, are not known", "beyond"];
	return ["is not known before the update", "later"];
}

/** A whole document is unknown since a part of it is, as JSON made of outputs is at a preview. */
export function unknownDocument(reading: Reading): Unknown {
	return reading.isUnknown ? { ...unknown(reading), document: true } : unknown(reading);
}

/** The other half would be in another stack, or is made by hand: nothing here says whether it exists. */
export function elsewhere(reason: string): Unknown {
	return { verdict: "unknown", reason, because: "elsewhere" };
}

/** The same of what would fail, so that it is not lost on the way from one stack to the other. */
export function wouldFailElsewhere(reason: string): Unknown {
	return { ...elsewhere(reason), wouldFail: true };
}

/** What fails where the resource exists, which is known only after deployment: a callback creates it. */
export function ifCreated({ property, message }: Fail): Unknown {
	const reason = `is created in a callback that runs only at deployment, and would fail: it ${message}`;
	return { verdict: "unknown", reason, because: "later", ...(property ? { property } : {}) };
}

/** Infrastructure alone cannot tell; the reason says what would. */
export function beyond(where: Reading | undefined, reason: string): Unknown {
	return { verdict: "unknown", reason, because: "beyond", ...(where ? { property: where.path } : {}) };
}

/**
 * All of it must hold. What is wrong is wrong whatever else is unknown; what is unknown keeps a pass away.
 * Every failing and every unknown part is kept, so that each becomes a finding of its own.
 *
 * @param otherwise what an empty list means
 */
export function allOf(verdicts: readonly Verdict[], otherwise: Verdict): readonly Verdict[] {
	const open = verdicts.filter((each) => each.verdict === "fail" || each.verdict === "unknown");
	if (open.length > 0) return open;
	return [verdicts.find((each) => each.verdict === "pass") ?? verdicts[0] ?? otherwise];
}

/** One of it is enough: a pass settles it, an unknown leaves it open, and only then does a failure count. */
export function anyOf(verdicts: readonly Verdict[], otherwise: Verdict): Verdict {
	for (const wanted of ["pass", "unknown", "fail"] as const) {
		const found = verdicts.find((each) => each.verdict === wanted);
		if (found) return found;
	}
	return verdicts[0] ?? otherwise;
}
