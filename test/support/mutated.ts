import { type Example, FORMS, toResourceData } from "../../policies/engine/example";
import type { ResourceData } from "../../policies/engine/resource";
import { parseJson } from "../../policies/engine/wire";
import { allExamples } from "./examples";

/** A source of numbers from 0 to 1: the same for the same seed (Mulberry32). */
export function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

const examples: readonly Example[] = allExamples().map(({ example }) => example);

/** The stacks of some examples, with texts in some of all their fields: names, types, URNs, ids, keys and values at any depth. */
export function mutatedStack(seed: number, texts: readonly string[], count: number): readonly ResourceData[] {
	const next = numbers(seed);
	return Array.from({ length: count }, (_, index) => {
		const example = examples[Math.floor(next() * examples.length)] as Example;
		const form = (example.forms ?? FORMS).find((each) => each !== "preview") ?? "preview";
		return mutated(toResourceData(example, form), index, texts, next);
	}).flat();
}

function mutated(data: readonly ResourceData[], index: number, texts: readonly string[], next: () => number): readonly ResourceData[] {
	const text = () => texts[Math.floor(next() * texts.length)] ?? "";
	const urns = new Map(data.map(({ urn }) => [urn, `${urn}-${index}${next() < 0.7 ? text() : ""}`]));
	const inside = (value: unknown): unknown => {
		if (typeof value === "string") return inText(value);
		if (typeof value !== "object" || value === null) return value;
		if (Array.isArray(value)) return value.map(inside);
		return Object.fromEntries(Object.entries(value).map(([key, child]) => [next() < 0.1 ? `${key}${text()}` : key, inside(child)]));
	};
	const inText = (value: string): string => {
		const document = /^\s*[{[]/.test(value) ? parseJson(value) : undefined;
		if (typeof document === "object" && document !== null) return JSON.stringify(inside(document));
		const dice = next();
		return dice < 0.1 ? text() : dice < 0.2 ? `${value}${text()}` : dice < 0.3 ? `${text()}${value}` : value;
	};
	const plain = JSON.parse(JSON.stringify(data)) as readonly ResourceData[];
	return plain.map((each) => {
		const urn = urns.get(each.urn) ?? each.urn;
		const dependencies = Object.entries(each.propertyDependencies ?? {}).map(([key, on]) => [
			key,
			(on ?? []).map((one) => urns.get(one) ?? one),
		]);
		return {
			...each,
			urn,
			name: urn.split("::").slice(3).join("::"),
			type: next() < 0.05 ? `${each.type}${text()}` : each.type,
			id: `${each.id ?? "id"}${next() < 0.2 ? text() : ""}`,
			inputs: inside(each.inputs ?? {}) as Record<string, unknown>,
			outputs: inside(each.outputs ?? {}) as Record<string, unknown>,
			propertyDependencies: Object.fromEntries(dependencies),
		};
	});
}

/** The same as the output of `pulumi stack export`. */
export function stateOf(resources: readonly ResourceData[]): string {
	return JSON.stringify({ version: 3, deployment: { resources: resources.map((each) => ({ custom: true, ...each })) } });
}
