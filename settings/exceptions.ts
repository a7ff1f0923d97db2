import { type Exception, type ExceptionSubject, namesOf } from "../policies/engine/exception";
import type { Rule } from "../policies/engine/rule";
import { Glob } from "./glob";
import type { Readiness } from "./schema";

/** A longer exception is reported. */
const LONG_DAYS = 366;

/** An exception from the settings file. */
export function exceptionOf(written: NonNullable<Readiness["exceptions"]>[number], positionOf: () => string): Exception {
	const glob = new Glob(written.resource);
	const { rule, resource, owner, reason, expires } = written;
	return {
		...{ rule, resource, owner, reason, expires },
		literal: glob.literal,
		// Computed on access: a file may have thousands of exceptions.
		get source() {
			return positionOf();
		},
		matches: (subject) => formsOf(resource, glob, subject).some((form) => glob.matches(form)),
	};
}

/** The names that a glob is matched against: one form only, so that a negated glob does not match by another form. */
function formsOf(pattern: string, glob: Glob, subject: ExceptionSubject): readonly string[] {
	const [name, typed, urn] = namesOf(subject);
	if (pattern.startsWith("urn:")) return [urn];
	if (!pattern.includes("::")) return [name];
	if (glob.negates) return [typed];
	return name.includes("::") ? [typed, urn, name] : [typed, urn];
}

/** A notice for each exception from a critical rule that matches several resources and is in force for more than a year. */
export function broadExceptions(exceptions: readonly Exception[], rules: readonly Rule[], today: string): readonly string[] {
	const critical = new Set(rules.filter(({ severity }) => severity === "critical").flatMap(({ id, aliases = [] }) => [id, ...aliases]));
	const limit = new Date(Date.parse(today) + LONG_DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
	return exceptions
		.filter((each) => critical.has(each.rule) && each.literal === undefined && each.expires > limit)
		.map(
			(each) => `${each.source}: the exception from the critical rule ${each.rule} matches all of "${each.resource}" until ${each.expires}`,
		);
}
