import type { z } from "zod";
import { optionsSchema } from "../../stacks/monitoring/options";

interface Definition {
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

/** The type of the monitoring's options as TypeScript, with a comment for each: what editors show, without zod. */
export function argsTypeFile(): string {
	return [
		"// Written by `npm run docs` from options.ts.",
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
		const optional = member.safeParse(undefined).success || isOptional(member) ? "?" : "";
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
			throw new Error(`There is no type for what zod calls ${type}`);
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

const AROUND = new Set(["optional", "default", "prefault"]);

/** What is inside of defaults and optionals. */
function definitionOf(schema: z.ZodType): Definition {
	const definition = schema.def as unknown as Definition;
	return AROUND.has(definition.type) && definition.innerType ? definitionOf(definition.innerType) : definition;
}

function isOptional(schema: z.ZodType): boolean {
	return AROUND.has((schema.def as unknown as Definition).type);
}

/** Of options that are objects their own say it. */
function defaultOf(schema: z.ZodType): unknown {
	const { type, defaultValue } = schema.def as unknown as Definition;
	return type === "default" ? defaultValue : undefined;
}

export function descriptionOf(schema: z.ZodType): string | undefined {
	const { innerType } = schema.def as unknown as Definition;
	return schema.description ?? (innerType && descriptionOf(innerType));
}
