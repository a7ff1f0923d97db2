import type * as z from "zod";
import { code, prose } from "../markdown";
import { defaultOf, definitionOf, descriptionOf, isOptional } from "../zod-definition";

/** Options as rows of a table: name, meaning, default. Objects are listed by key; `leave` excludes those with a separate table. */
export function optionRows(schema: z.ZodType, leave: readonly string[] = [], path = ""): readonly (readonly string[])[] {
	return Object.entries(definitionOf(schema).shape ?? {}).flatMap(([name, member]) => {
		const key = `${path}${name}`;
		if (leave.includes(key)) return [];
		const below = definitionOf(member).shape ? optionRows(member, leave, `${key}.`) : [];
		return below.length > 0 ? below : [[code(key), prose(descriptionOf(member) ?? ""), standard(member)]];
	});
}

function standard(schema: z.ZodType): string {
	const value = defaultOf(schema);
	if (value !== undefined) return code(JSON.stringify(value));
	return isOptional(schema) ? "—" : "required";
}
