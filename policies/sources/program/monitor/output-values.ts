import { OUTPUT_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_SENTINEL as UNKNOWN, UNKNOWN_SENTINELS } from "../../../engine/wire";

/** By property, the URNs of the resources that its value depends on. */
export type Dependencies = Readonly<Record<string, readonly string[]>>;

type Properties = Readonly<Record<string, unknown>>;

/**
 * Properties for a transform: unknown and secret values become output values, which programs see as outputs.
 *
 * @param dependencies given to attach each property's dependencies, as the engine does for resources with transforms
 */
export function asOutputValues(properties: Properties, dependencies?: Dependencies): Record<string, unknown> {
	return mapValues(properties, (value, property) => {
		const upgraded = upgrade(value);
		const on = dependencies?.[property] ?? [];
		if (on.length === 0) return upgraded;
		return isMarked(upgraded, OUTPUT_SIGNATURE)
			? { ...upgraded, dependencies: on }
			: { [SIGNATURE_KEY]: OUTPUT_SIGNATURE, value: upgraded, dependencies: on };
	});
}

/** The inverse: properties as in a registration. */
export function withoutOutputValues(properties: Properties): Record<string, unknown> {
	return mapValues(properties, downgrade);
}

/** The dependencies of the output values in a value. */
export function dependenciesIn(value: unknown): readonly string[] {
	if (typeof value !== "object" || value === null) return [];
	const own = isMarked(value, OUTPUT_SIGNATURE) && Array.isArray(value["dependencies"]) ? (value["dependencies"] as string[]) : [];
	return [...own, ...Object.values(value).flatMap(dependenciesIn)];
}

function upgrade(value: unknown): unknown {
	if (typeof value === "string" && UNKNOWN_SENTINELS.has(value)) return { [SIGNATURE_KEY]: OUTPUT_SIGNATURE };
	if (isMarked(value, SECRET_SIGNATURE)) {
		const inner = upgrade(value["value"]);
		return isMarked(inner, OUTPUT_SIGNATURE)
			? { ...inner, secret: true }
			: { [SIGNATURE_KEY]: OUTPUT_SIGNATURE, value: inner, secret: true };
	}
	return inside(value, upgrade);
}

function downgrade(value: unknown): unknown {
	if (!isMarked(value, OUTPUT_SIGNATURE)) return inside(value, downgrade);
	const inner = "value" in value ? downgrade(value["value"]) : UNKNOWN;
	return value["secret"] === true ? { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: inner } : inner;
}

function inside(value: unknown, change: (value: unknown) => unknown): unknown {
	if (Array.isArray(value)) return value.map(change);
	return typeof value === "object" && value !== null ? mapValues(value as Properties, change) : value;
}

function isMarked(value: unknown, signature: string): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && (value as Properties)[SIGNATURE_KEY] === signature;
}

function mapValues(properties: Properties, change: (value: unknown, key: string) => unknown): Record<string, unknown> {
	return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value, key)]));
}
