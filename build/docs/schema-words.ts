import { code } from "./markdown";

/** JSON Schema, as far as the settings use it. */
export interface SchemaNode {
	readonly description?: string;
	readonly type?: string;
	readonly enum?: readonly unknown[];
	readonly const?: unknown;
	readonly anyOf?: readonly SchemaNode[];
	readonly format?: string;
	readonly pattern?: string;
	readonly minimum?: number;
	readonly exclusiveMinimum?: number;
	readonly maximum?: number;
	readonly items?: SchemaNode;
	readonly properties?: Readonly<Record<string, SchemaNode>>;
	readonly additionalProperties?: SchemaNode | boolean;
	readonly required?: readonly string[];
	readonly default?: unknown;
}

const FORMATS: Readonly<Record<string, string>> = {
	uri: "URL",
	hostname: "host name",
	date: "date, `YYYY-MM-DD`",
	email: "e-mail address",
};

/** The values that a schema allows, as text. */
export function allowedValues(schema: SchemaNode): string {
	if (schema.enum) return schema.enum.map(literal).join(", ");
	if (schema.const !== undefined) return literal(schema.const);
	if (schema.anyOf) return schema.anyOf.map(allowedValues).join(" or ");
	switch (schema.type) {
		case "boolean":
			return "`true`, `false`";
		case "integer":
			return `integer${range(schema)}`;
		case "number":
			return `number${range(schema)}`;
		case "array":
			return `list of ${allowedValues(schema.items ?? {}).replace(/^(?:string|integer|number|mapping)/, "$&s")}`;
		case "object":
			return "mapping";
		case "string":
			return stringText(schema);
		default:
			return "anything";
	}
}

function stringText({ format, pattern }: SchemaNode): string {
	if (format) return FORMATS[format] ?? format;
	return pattern ? `string matching ${code(pattern)}` : "string";
}

function range({ minimum, exclusiveMinimum, maximum }: SchemaNode): string {
	const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
	const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
	if (exclusiveMinimum !== undefined) return ` above ${exclusiveMinimum}${most === undefined ? "" : `, ${most} at most`}`;
	if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
	if (least !== undefined) return `, ${least} or more`;
	return most === undefined ? "" : `, ${most} or less`;
}

function literal(value: unknown): string {
	return code(typeof value === "string" ? value : JSON.stringify(value));
}
