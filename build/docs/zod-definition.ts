import type * as z from "zod";

/** The fields of zod schema definitions in use. */
export interface Definition {
	readonly type: string;
	readonly innerType?: z.ZodType;
	readonly shape?: Readonly<Record<string, z.ZodType>>;
	readonly element?: z.ZodType;
	readonly entries?: Readonly<Record<string, string>>;
	readonly values?: readonly unknown[];
	readonly keyType?: z.ZodType;
	readonly valueType?: z.ZodType;
	readonly defaultValue?: unknown;
}

const AROUND = new Set(["optional", "default", "prefault"]);

/** The schema inside defaults and optionals. */
export function definitionOf(schema: z.ZodType): Definition {
	const definition = schema.def as unknown as Definition;
	return AROUND.has(definition.type) && definition.innerType ? definitionOf(definition.innerType) : definition;
}

export function isOptional(schema: z.ZodType): boolean {
	return schema.safeParse(undefined).success || AROUND.has((schema.def as unknown as Definition).type);
}

/** For options that are objects, their own keys have the defaults. */
export function defaultOf(schema: z.ZodType): unknown {
	const { type, defaultValue } = schema.def as unknown as Definition;
	return type === "default" ? defaultValue : undefined;
}

export function descriptionOf(schema: z.ZodType): string | undefined {
	const { innerType } = schema.def as unknown as Definition;
	return schema.description ?? (innerType && descriptionOf(innerType));
}
