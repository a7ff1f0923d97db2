import type * as z from "zod";
import { optionsSchema } from "../../stacks/monitoring/options";
import { type Definition, defaultOf, definitionOf, descriptionOf, isOptional } from "./zod-definition";

/** The TypeScript type of AuthMonitoring's options with their descriptions, without a dependency on zod. */
export function argsTypeFile(): string {
	return [
		"// Generated from options.ts by `npm run docs`. Do not edit.",
		'import type * as pulumi from "@pulumi/pulumi";',
		"",
		"/** Options of {@link AuthMonitoring}. */",
		`export interface AuthMonitoringArgs ${objectType(optionsSchema, 0)}`,
		"",
	].join("\n");
}

function objectType(schema: z.ZodType, depth: number): string {
	const indent = "\t".repeat(depth + 1);
	const members = Object.entries(definitionOf(schema).shape ?? {}).map(([name, member]) => {
		const key = /^[A-Za-z]\w*$/.test(name) ? name : JSON.stringify(name);
		const optional = isOptional(member) ? "?" : "";
		return `${indent}${comment(member)}\n${indent}${key}${optional}: ${typeOf(member, depth + 1)};`;
	});
	return `{\n${members.join("\n")}\n${"\t".repeat(depth)}}`;
}

function comment(schema: z.ZodType): string {
	const standard = defaultOf(schema);
	const said = standard === undefined ? "" : ` @default ${JSON.stringify(standard)}`;
	return `/** ${(descriptionOf(schema) ?? "").replaceAll("*/", "*\\/")}.${said} */`;
}

function typeOf(schema: z.ZodType, depth: number): string {
	const definition = definitionOf(schema);
	const { type, element, entries = {}, values = [], keyType, valueType } = definition;
	switch (type) {
		case "object":
			return objectType(schema, depth);
		case "array":
			return `readonly ${bracketed(typeOf(element as z.ZodType, depth))}[]`;
		case "enum":
			return Object.values(entries).map(quoted).join(" | ");
		case "literal":
			return values.map(quoted).join(" | ");
		case "record":
			return recordType(definitionOf(keyType as z.ZodType), typeOf(valueType as z.ZodType, depth));
		case "custom":
			return "pulumi.Input<string>";
		case "string":
		case "number":
		case "boolean":
			return type;
		default:
			throw new Error(`no TypeScript type for zod type ${type}`);
	}
}

function recordType({ entries }: Definition, value: string): string {
	return entries ? `Partial<Record<${Object.values(entries).map(quoted).join(" | ")}, ${value}>>` : `Readonly<Record<string, ${value}>>`;
}

function bracketed(type: string): string {
	return /[ |]/.test(type) ? `(${type})` : type;
}

function quoted(value: unknown): string {
	return JSON.stringify(value);
}
