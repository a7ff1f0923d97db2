import type { Kind, ResourceData } from "./resource";
import type { Surroundings } from "./rule";
import type { Unknown, Verdict } from "./verdict";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "./wire";

/** A small stack and what a rule says of it: shown on the rule's page, run by its tests in every form that Pulumi gives. */
export interface Example {
	/** What is going on, as a sentence; the heading on the rule's page. */
	readonly title: string;
	readonly verdict: Verdict["verdict"];
	/** Why it is unknown; `later` where left out. */
	readonly because?: Unknown["because"];
	/** What the finding's message has in it, where the words matter. */
	readonly message?: string;
	readonly stack: readonly ExampleResource[];
	/** The resource that the verdict is about: a name in `stack`, or `stack` for the stack as a whole. The first one where left out. */
	readonly about?: string;
	/** The property that the finding names; each one where there are several findings. */
	readonly property?: string | readonly string[];
	readonly options?: Readonly<Record<string, unknown>>;
	readonly surroundings?: Partial<Omit<Surroundings, "holds">> & { readonly holds?: readonly string[] };
	/** The forms in which it holds, where not in all: a preview does not know ARNs, a state does. */
	readonly only?: readonly Form[];
}

/**
 * `preview`: references are unknown and seen as property dependencies. `state`: references are literal and seen as
 * property dependencies. `old-state`: references are literal and nothing else shows them (CLI before 2.0 wrote no property dependencies).
 */
export const FORMS = ["preview", "state", "old-state"] as const;
export type Form = (typeof FORMS)[number];

export interface ExampleResource {
	readonly type: string;
	readonly name: string;
	readonly inputs: Readonly<Record<string, unknown>>;
	/** What AWS answered beyond the inputs, as a state shows it. */
	readonly outputs?: Readonly<Record<string, unknown>>;
	/** Read, not managed. */
	readonly external?: boolean;
	/** The name of the provider that makes it, of those in the stack; the default one where left out. */
	readonly provider?: string;
}

/** A resource of an example. */
export function resource<Args>(kind: Kind<Args>, name: string, inputs: { readonly [K in keyof Args]?: unknown }): ExampleResource {
	return { type: kind.tokens[0] ?? "", name, inputs: inputs as Record<string, unknown> };
}

/** The same resource under the type's other token. */
export function twin(given: ExampleResource, kind: Kind): ExampleResource {
	return { ...given, type: kind.tokens[1] ?? given.type };
}

/** A value not known before the update, whatever the form. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value that Pulumi marks as a secret. */
export function secret(value: unknown): unknown {
	return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

/** What `ref` stands for; the docs show it as code. */
export class Reference {
	constructor(
		readonly name: string,
		readonly property: string,
	) {}
}

/** What `text` stands for. */
export class Text {
	constructor(readonly parts: readonly unknown[]) {}
}

/** What `json` stands for. */
export class Json {
	constructor(readonly document: unknown) {}
}

/** An output of another resource of the example: unknown at a preview, literal in a state. */
export function ref(name: string, property: "arn" | "id" | "name" | "url" = "arn"): unknown {
	return new Reference(name, property);
}

/** Text made of parts, references among them: unknown as a whole where one part is, as `pulumi.interpolate` makes it. */
export function text(...parts: readonly unknown[]): unknown {
	return new Text(parts);
}

/** A document written as JSON text: unknown as a whole where one part of it is, as `pulumi.jsonStringify` makes it. */
export function json(document: unknown): unknown {
	return new Json(document);
}

const PHYSICAL = "1a2b3c4";
const SERVICE_OF_MODULE: Readonly<Record<string, string>> = { lb: "elasticloadbalancing", alb: "elasticloadbalancing", cloudwatch: "logs" };

/** The example as a source would deliver it. */
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
		return typeof given === "string" ? given : `${resource.name}-${PHYSICAL}`;
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
	if (value instanceof Reference) {
		const target = byName.get(value.name);
		if (!target) throw new Error(`the example has no resource "${value.name}"`);
		names.add(value.name);
		return form === "preview" ? UNKNOWN : outputOf(target, value.property, byName);
	}
	if (value instanceof Text) {
		const parts = value.parts.map((part) => render(part, form, byName, names));
		return parts.includes(UNKNOWN) ? UNKNOWN : parts.join("");
	}
	if (value instanceof Json) {
		const document = JSON.stringify(render(value.document, form, byName, names));
		return document.includes(UNKNOWN) ? UNKNOWN : document;
	}
	if (Array.isArray(value)) return value.map((item) => render(item, form, byName, names));
	if (typeof value === "object" && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, render(child, form, byName, names)]));
	}
	return value;
}
