import { Interpolation, JsonString, OutputReference } from "../../policies/engine/example";
import { decode, SIGNATURE_KEY } from "../../policies/engine/wire";
import { around, type Code, listCode, objectCode } from "./layout";

/** The placeholder for an unknown value. */
const UNKNOWN_CODE = "unknown /* until deployment */";

/** A value of an example as code of a Pulumi program. */
export function valueCode(value: unknown): Code {
	if (value instanceof OutputReference) return referenceCode(value);
	if (value instanceof Interpolation) return textCode(value);
	if (value instanceof JsonString)
		return around(`${refers(value.document) ? "pulumi.jsonStringify" : "JSON.stringify"}(`, valueCode(value.document), ")");
	if (Array.isArray(value)) return listCode(value.map(valueCode));
	if (typeof value === "object" && value !== null && SIGNATURE_KEY in value) return markedCode(value);
	if (decode(value).state === "unknown") return UNKNOWN_CODE;
	if (typeof value === "object" && value !== null) {
		const given = Object.entries(value).filter(([, child]) => child !== undefined);
		return objectCode(given.map(([key, child]) => [key, valueCode(child)]));
	}
	return typeof value === "string" ? quoted(value) : String(value);
}

/** A string literal with the quotes that need fewer escapes. */
function quoted(value: string): string {
	const double = JSON.stringify(value);
	return value.includes('"') && !value.includes("'") ? `'${double.slice(1, -1).replace(/\\"/g, '"')}'` : double;
}

/** The variable name of a resource. */
export function variableOf(name: string): string {
	const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
	const camel = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
	return /^\d/.test(camel) ? `_${camel}` : camel;
}

/** The names of the resources that a value references. */
export function referencesIn(value: unknown): readonly string[] {
	if (value instanceof OutputReference) return [value.name];
	if (value instanceof Interpolation) return value.parts.flatMap(referencesIn);
	if (value instanceof JsonString) return referencesIn(value.document);
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}

function refers(value: unknown): boolean {
	return referencesIn(value).length > 0;
}

function referenceCode(reference: OutputReference): string {
	return `${variableOf(reference.name)}.${reference.property}`;
}

function textCode(text: Interpolation): string {
	const parts = text.parts.map((part) => {
		if (part instanceof OutputReference) return `\${${referenceCode(part)}}`;
		if (decode(part).state === "unknown") return `\${${UNKNOWN_CODE}}`;
		return String(part).replace(/[\\`]|\$(?=\{)/g, "\\$&");
	});
	return `pulumi.interpolate\`${parts.join("")}\``;
}

/** A secret, or another special value. */
function markedCode(marked: object): Code {
	const { state, value, secret } = decode(marked);
	if (state === "unknown") return UNKNOWN_CODE;
	return secret ? around("pulumi.secret(", valueCode(value), ")") : valueCode(value);
}
