import { distance } from "fastest-levenshtein";
import type * as z from "zod";

/** Invalid options: a line for each invalid key. */
export class OptionsError extends Error {
	override readonly name = "OptionsError";

	constructor(readonly problems: readonly string[]) {
		super(problems.length === 1 ? problems[0] : [`${problems.length} options are invalid:`, ...problems].join("\n"));
	}
}

/**
 * Validates options.
 *
 * @throws OptionsError with a line for each invalid key
 */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, given: unknown, prefix = ""): z.output<Schema> {
	const parsed = schema.safeParse(given, { reportInput: true });
	if (parsed.success) return parsed.data;
	throw new OptionsError(parsed.error.issues.flatMap((issue) => linesOf(issue, schema, prefix)));
}

function linesOf(issue: z.core.$ZodIssue, schema: z.ZodType, prefix: string): readonly string[] {
	const keyAt = (path: readonly PropertyKey[]) => prefix + path.map(String).join(".");
	if (issue.code === "unrecognized_keys") {
		const valid = keysAt(schema, issue.path);
		return issue.keys.map((key) => `${keyAt([...issue.path, key])}: unknown option${suggestion(key, valid)}`);
	}
	const name = keyAt(issue.path) || "the options";
	return [`${name}: ${isMissing(issue) ? missing(issue) : issue.message}`];
}

/** False for refinements across several keys, whose messages are complete. */
function isMissing({ code, input, message }: z.core.$ZodIssue): boolean {
	return input === undefined && (code === "invalid_type" || message.startsWith("must be"));
}

/** The message for a missing key, with what it must be. */
function missing(issue: z.core.$ZodIssue): string {
	return issue.message.startsWith("must be") ? `is missing; it ${issue.message}` : "is missing";
}

/** `; did you mean "x"?` if a name is similar, otherwise all valid names. */
function suggestion(written: string, valid: readonly string[]): string {
	const [best] = valid.map((name) => ({ name, far: distance(written.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.far - b.far);
	if (best && best.far <= Math.max(2, Math.floor(best.name.length / 2))) return `; did you mean "${best.name}"?`;
	return valid.length > 0 ? `; valid are ${valid.join(", ")}` : "";
}

interface Definition {
	readonly innerType?: z.ZodType;
	readonly shape?: Readonly<Record<string, z.ZodType>>;
	readonly keyType?: { readonly options?: readonly string[] };
}

/** The keys of the object at a path of a schema. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
	const definition = definitionOf(schema);
	const [first, ...rest] = path;
	if (first === undefined) return Object.keys(definition.shape ?? {}).concat(definition.keyType?.options ?? []);
	const next = definition.shape?.[String(first)];
	return next ? keysAt(next, rest) : [];
}

/** The schema inside defaults and optionals. */
function definitionOf(schema: z.ZodType): Definition {
	const definition = schema.def as Definition;
	return definition.innerType ? definitionOf(definition.innerType) : definition;
}
