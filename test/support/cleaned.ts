import { SIGNATURE_KEY } from "../../policies/engine/wire";

type Properties = Readonly<Record<string, unknown>>;

/**
 * A recorded state as written by hand: without provider defaults and internal properties, without
 * the empty values that AWS answers with, and without a trace of components.
 */
export function cleaned(document: { deployment: { resources: readonly Properties[] } }): unknown {
	const resources = document.deployment.resources.map((resource) => ({
		urn: shortUrn(resource["urn"]),
		type: resource["type"],
		custom: resource["custom"],
		...(resource["id"] ? { id: resource["id"] } : {}),
		...(resource["delete"] ? { delete: true } : {}),
		...(resource["external"] ? { external: true } : {}),
		inputs: withoutDefaults(resource["inputs"]),
		outputs: withoutEmpty(resource["outputs"]),
		propertyDependencies: Object.fromEntries(
			Object.entries((resource["propertyDependencies"] ?? {}) as Record<string, string[] | null>).map(([property, urns]) => [
				property,
				(urns ?? []).map(shortUrn),
			]),
		),
		...(resource["sourcePosition"] ? { sourcePosition: resource["sourcePosition"] } : {}),
	}));
	return { version: 3, deployment: { resources } };
}

/** The type alone in place of the chain of its parents' types. */
function shortUrn(urn: unknown): string {
	const [stack, project, chain = "", ...name] = String(urn).split("::");
	return [stack, project, chain.split("$").pop(), ...name].join("::");
}

function withoutDefaults(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutDefaults);
	if (!isProperties(value)) return value;
	const filledIn = (value["__defaults"] ?? []) as readonly string[];
	const written = Object.entries(value).filter(([key, child]) => key !== "__defaults" && child !== null && !filledIn.includes(key));
	return Object.fromEntries(written.map(([key, child]) => [key, withoutDefaults(child)]));
}

function withoutEmpty(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutEmpty);
	if (!isProperties(value)) return value;
	const filled = Object.entries(value)
		.filter(([key]) => !key.startsWith("__"))
		.map(([key, child]) => [key, withoutEmpty(child)] as const)
		.filter(([, child]) => child !== null && child !== "" && !(Array.isArray(child) && child.length === 0));
	return Object.fromEntries(filled);
}

function isProperties(value: unknown): value is Properties {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(SIGNATURE_KEY in value);
}
