import { distance } from "fastest-levenshtein";
import type * as z from "zod";

/** Thrown where options are wrong: a line for each wrong key. */
export class OptionsError extends Error {
	override readonly name = "OptionsError";

	constructor(readonly problems: readonly string[]) {
		super(problems.length === 1 ? problems[0] : [`${problems.length} options are wrong:`, ...problems].join("\n"));
	}
}

/**
 * Checks options.
 *
 * @throws OptionsError that tells every wrong key
 */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, given: unknown, prefix = ""): z.output<Schema> {
	const parsed = schema.safeParse(given, { reportInput: true });
	if (parsed.success) return parsed.data;
	throw new OptionsError(parsed.error.issues.flatMap((issue) => linesOf(issue, schema, prefix)));
}

function linesOf(issue: z.core.$ZodIssue, schema: z.ZodType, prefix: string): readonly string[] {
	const place = (path: readonly PropertyKey[]) => prefix + path.map(String).join(".");
	if (issue.code === "unrecognized_keys") {
		const valid = keysAt(schema, issue.path);
		return issue.keys.map((key) => `${place([...issue.path, key])}: there is no such option${suggestion(key, valid)}`);
	}
	const name = place(issue.path) || "the options";
	return [`${name}: ${isMissing(issue) ? missing(issue) : issue.message}`];
}

/** Of rules on several keys together nothing is said about one that is missing: they say it themselves. */
function isMissing({ code, input, message }: z.core.$ZodIssue): boolean {
	return input === undefined && (code === "invalid_type" || message.startsWith("has to be"));
}

/** A key that is missing is told with what it has to be. */
function missing(issue: z.core.$ZodIssue): string {
	return issue.message.startsWith("has to be") ? `is missing; it ${issue.message}` : "is missing";
}

/** `; did you mean "x"?` where a name is near, else the names that there are. */
function suggestion(written: string, valid: readonly string[]): string {
	const [best] = valid.map((name) => ({ name, far: distance(written.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.far - b.far);
	if (best && best.far <= Math.max(2, Math.floor(best.name.length / 2))) return `; did you mean "${best.name}"?`;
	return valid.length > 0 ? `; there are ${valid.join(", ")}` : "";
}

interface Definition {
	readonly innerType?: z.ZodType;
	readonly shape?: Readonly<Record<string, z.ZodType>>;
	readonly keyType?: { readonly options?: readonly string[] };
}

/** The keys that the object at a path of a schema has. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
	const definition = definitionOf(schema);
	const [first, ...rest] = path;
	if (first === undefined) return Object.keys(definition.shape ?? {}).concat(definition.keyType?.options ?? []);
	const next = definition.shape?.[String(first)];
	return next ? keysAt(next, rest) : [];
}

/** What is inside of defaults and optionals. */
function definitionOf(schema: z.ZodType): Definition {
	const definition = schema.def as Definition;
	return definition.innerType ? definitionOf(definition.innerType) : definition;
}
