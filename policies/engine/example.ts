import type { ResourceData, ResourceType } from "./resource";
import type { ProjectContext } from "./rule";
import type { Undetermined, Verdict } from "./verdict";
import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_SENTINEL } from "./wire";

/** A small stack and a rule's verdict on it: shown on the rule's page and tested in every form that Pulumi produces. */
export interface Example {
	/** The situation, as the heading on the rule's page. */
	readonly title: string;
	readonly verdict: Verdict["verdict"];
	/** Why the verdict is undetermined; defaults to `known-after-deployment`. */
	readonly reason?: Undetermined["reason"];
	/** A text that the finding's message contains. */
	readonly message?: string;
	readonly stack: readonly ExampleResource[];
	/** The name of the resource that the verdict is about, or `stack` for the stack as a whole; defaults to the first one. */
	readonly subject?: string;
	/** The property of the finding, or of each finding. */
	readonly property?: string | readonly string[];
	readonly options?: Readonly<Record<string, unknown>>;
	readonly project?: Partial<Omit<ProjectContext, "hasComponent">> & { readonly components?: readonly string[] };
	/** The forms to which the example applies, if not all: ARNs are known in a state, but not in a preview. */
	readonly forms?: readonly Form[];
}

/**
 * `preview`: references are unknown values with property dependencies. `state`: references are literals with property
 * dependencies. `old-state`: references are literals only (the CLI before 2.0 wrote no property dependencies).
 */
export const FORMS = ["preview", "state", "old-state"] as const;
export type Form = (typeof FORMS)[number];

export interface ExampleResource {
	readonly type: string;
	readonly name: string;
	readonly inputs: Readonly<Record<string, unknown>>;
	/** Outputs that a state has besides the inputs. */
	readonly outputs?: Readonly<Record<string, unknown>>;
	/** Only read, not managed. */
	readonly external?: boolean;
	/** The name of the resource's provider in the stack, if not the default provider. */
	readonly provider?: string;
}

/** A resource of an example. */
export function resource<Args>(type: ResourceType<Args>, name: string, inputs: { readonly [K in keyof Args]?: unknown }): ExampleResource {
	return { type: type.tokens[0] ?? "", name, inputs: inputs as Record<string, unknown> };
}

/** The resource with the legacy token of its type. */
export function withLegacyToken(given: ExampleResource, type: ResourceType): ExampleResource {
	return { ...given, type: type.tokens[1] ?? given.type };
}

/** A value that is unknown in every form. */
export const UNKNOWN = UNKNOWN_SENTINEL;

/** A value that Pulumi marks as a secret. */
export function secret(value: unknown): unknown {
	return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

/** The result of `ref`, which docs pages render as code. */
export class OutputReference {
	constructor(
		readonly name: string,
		readonly property: string,
	) {}
}

/** The result of `interpolate`. */
export class Interpolation {
	constructor(readonly parts: readonly unknown[]) {}
}

/** The result of `jsonStringify`. */
export class JsonString {
	constructor(readonly document: unknown) {}
}

/** An output of another resource of the example: unknown in a preview, a literal in a state. */
export function ref(name: string, property: "arn" | "id" | "name" | "url" = "arn"): unknown {
	return new OutputReference(name, property);
}

/** A string with references, unknown as a whole if a part is unknown, like the result of `pulumi.interpolate`. */
export function interpolate(...parts: readonly unknown[]): unknown {
	return new Interpolation(parts);
}

/** A JSON string, unknown as a whole if a part is unknown, like the result of `pulumi.jsonStringify`. */
export function jsonStringify(document: unknown): unknown {
	return new JsonString(document);
}

const RANDOM_SUFFIX = "1a2b3c4";
const SERVICE_OF_MODULE: Readonly<Record<string, string>> = { lb: "elasticloadbalancing", alb: "elasticloadbalancing", cloudwatch: "logs" };

/** The resources of an example as a source describes them. */
export function toResourceData(example: Pick<Example, "stack">, form: Form): ResourceData[] {
	const byName = new Map(example.stack.map((each) => [each.name, each]));
	return example.stack.map((each) => {
		const dependencies: Record<string, string[]> = {};
		const inputs: Record<string, unknown> = {};
		for (const [property, value] of Object.entries(each.inputs)) {
			const names = new Set<string>();
			inputs[property] = render(value, form, byName, names);
			dependencies[property] = [...names].map((name) => urnOf(byName.get(name) as ExampleResource));
		}
		const known = form !== "preview";
		return {
			urn: urnOf(each),
			type: each.type,
			name: each.name,
			...(each.external ? { external: true } : { inputs }),
			outputs: known
				? {
						...inputs,
						...each.outputs,
						id: outputOf(each, "id", byName),
						arn: outputOf(each, "arn", byName),
						name: inputs["name"] ?? outputOf(each, "name", byName),
					}
				: {},
			...(each.provider ? { provider: urnOf(byName.get(each.provider) as ExampleResource) } : {}),
			dependencies: Object.values(dependencies).flat(),
			...(form === "old-state" ? {} : { propertyDependencies: dependencies }),
		};
	});
}

function urnOf(resource: ExampleResource): string {
	return `urn:pulumi:prod::shop::${resource.type}::${resource.name}`;
}

function outputOf(resource: ExampleResource, property: string, byName: ReadonlyMap<string, ExampleResource>): string {
	if (property === "name") {
		const given = resource.inputs["name"];
		return typeof given === "string" ? given : `${resource.name}-${RANDOM_SUFFIX}`;
	}
	if (property === "url") return `https://${resource.name}.example.com`;
	const module = resource.type.split(":")[1]?.split("/")[0] ?? "";
	const physical = outputOf(resource, "name", byName);
	const region = [resource, byName.get(resource.provider ?? "")]
		.map((each) => each?.inputs["region"])
		.find((each) => typeof each === "string");
	return property === "id"
		? physical
		: `arn:aws:${SERVICE_OF_MODULE[module] ?? module}:${region ?? "eu-west-1"}:123456789012:${resource.type.split(":")[2]}/${physical}`;
}

function render(value: unknown, form: Form, byName: ReadonlyMap<string, ExampleResource>, names: Set<string>): unknown {
	if (value instanceof OutputReference) {
		const target = byName.get(value.name);
		if (!target) throw new Error(`the example has no resource "${value.name}"`);
		names.add(value.name);
		return form === "preview" ? UNKNOWN : outputOf(target, value.property, byName);
	}
	if (value instanceof Interpolation) {
		const parts = value.parts.map((part) => render(part, form, byName, names));
		return parts.includes(UNKNOWN) ? UNKNOWN : parts.join("");
	}
	if (value instanceof JsonString) {
		const document = JSON.stringify(render(value.document, form, byName, names));
		return document.includes(UNKNOWN) ? UNKNOWN : document;
	}
	if (Array.isArray(value)) return value.map((item) => render(item, form, byName, names));
	if (typeof value === "object" && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, render(child, form, byName, names)]));
	}
	return value;
}
