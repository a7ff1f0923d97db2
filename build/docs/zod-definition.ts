import type * as z from "zod";

/** What zod knows of a schema, as far as it is read here. */
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

/** What is inside of defaults and optionals. */
export function definitionOf(schema: z.ZodType): Definition {
	const definition = schema.def as unknown as Definition;
	return AROUND.has(definition.type) && definition.innerType ? definitionOf(definition.innerType) : definition;
}

export function mayBeLeftOut(schema: z.ZodType): boolean {
	return schema.safeParse(undefined).success || AROUND.has((schema.def as unknown as Definition).type);
}

/** Of options that are objects their own say it. */
export function defaultOf(schema: z.ZodType): unknown {
	const { type, defaultValue } = schema.def as unknown as Definition;
	return type === "default" ? defaultValue : undefined;
}

export function descriptionOf(schema: z.ZodType): string | undefined {
	const { innerType } = schema.def as unknown as Definition;
	return schema.description ?? (innerType && descriptionOf(innerType));
}
