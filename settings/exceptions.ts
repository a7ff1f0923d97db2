import { type Exception, type Excusable, subjectsOf } from "../policies/engine/exception";
import type { Rule } from "../policies/engine/rule";
import { Glob } from "./glob";
import type { Readiness } from "./schema";

/** Days after which nobody remembers why something was excused. */
const FAR_DAYS = 366;

/** An exception as the file writes it, with what it is about. */
export function exceptionOf(written: NonNullable<Readiness["exceptions"]>[number], placeOf: () => string): Exception {
	const glob = new Glob(written.resource);
	const { rule, resource, owner, reason, expires } = written;
	return {
		...{ rule, resource, owner, reason, expires },
		literal: glob.literal,
		// The place is worked out where it is shown: a file may have thousands of exceptions.
		get source() {
			return placeOf();
		},
		matches: (subject) => formsOf(resource, glob, subject).some((form) => glob.matches(form)),
	};
}

/** What a glob is asked of: one form of what a resource is called, so that what it leaves out by one name is not let in by another. */
function formsOf(pattern: string, glob: Glob, subject: Excusable): readonly string[] {
	const [name, typed, urn] = subjectsOf(subject);
	if (pattern.startsWith("urn:")) return [urn];
	if (!pattern.includes("::")) return [name];
	if (glob.negates) return [typed];
	return name.includes("::") ? [typed, urn, name] : [typed, urn];
}

/** Exceptions from critical rules that are about no single resource and hold for more than a year, each in a sentence. */
export function wideExceptions(exceptions: readonly Exception[], rules: readonly Rule[], today: string): readonly string[] {
	const critical = new Set(rules.filter(({ severity }) => severity === "critical").flatMap(({ id, aliases = [] }) => [id, ...aliases]));
	const far = new Date(Date.parse(today) + FAR_DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
	return exceptions
		.filter((each) => critical.has(each.rule) && each.literal === undefined && each.expires > far)
		.map(
			(each) =>
				`${each.source}: the exception from ${each.rule}, which is critical, is for all of "${each.resource}" and until ${each.expires}`,
		);
}
