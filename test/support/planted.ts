import { type Example, FORMS, type Form, secret, toResourceData } from "../../policies/engine/example";
import type { ResourceData } from "../../policies/engine/resource";
import type { Rule } from "../../policies/engine/rule";
import { parseJson } from "../../policies/engine/wire";
import { allExamples } from "./examples";
import { type Place, placesOf, replaceAt } from "./places";

/** Nothing in the repository reads like this; no part of it may be in a finding either. */
export const MARKER = "Zq7PLANTED";

const SECRET = `${MARKER}0123456789`;

/** What is planted in each place; few and rich, because there are thousands of places. */
export const EVERYWHERE = {
	"a plain secret": SECRET,
	"the address of a development environment": `https://${SECRET}.scalekit.dev/${SECRET}`,
	"a script of secrets": [
		"#!/bin/bash",
		`export DB_PASSWORD=${SECRET} SCALEKIT_CLIENT_SECRET=test_${SECRET} SCALEKIT_ENV_URL=http://${SECRET}.scalekit.dev`,
		`export DATABASE_URL=postgres://shop:${SECRET}@db/shop WEBHOOK=whsec_${SECRET}${SECRET}`,
		`curl -H "Authorization: Bearer ${SECRET}" https://shop:${SECRET}@example.com --api-key ${SECRET}`,
	].join("\n"),
	"a document of secrets": JSON.stringify({
		SCALEKIT_CLIENT_SECRET: `test_${SECRET}`,
		SCALEKIT_ENV_URL: `https://${SECRET}.scalekit.dev`,
		database: { password: SECRET, url: `postgres://shop:${SECRET}@db/shop` },
	}),
} as const;

export interface Spot {
	readonly rule: Rule;
	readonly example: Example;
	readonly form: Form;
	readonly data: readonly ResourceData[];
	readonly place: Place;
	/** Where the place holds JSON text: the way to one of its texts. */
	readonly inside?: readonly (string | number)[];
}

/** Every place for a text in every example, but for names. */
export const spots: readonly Spot[] = allExamples().flatMap(({ rule, example }) => {
	const form: Form = (example.forms ?? FORMS).find((each) => each !== "preview") ?? "preview";
	const data = toResourceData(example, form);
	return placesOf(data).flatMap((place): Spot[] => {
		const value = valueAt(data[place.resource]?.inputs, place.path);
		if (typeof value !== "string" || isName(place.path)) return [];
		const here = { rule, example, form, data, place };
		return [here, ...textsIn(value).map((inside) => ({ ...here, inside }))];
	});
});

/** Messages contain names of containers and variables, so names are not places for secrets. */
function isName(path: readonly (string | number)[]): boolean {
	return /^name$/i.test(String(path.at(-1)));
}

function textsIn(text: string): readonly (readonly (string | number)[])[] {
	const document = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
	if (typeof document !== "object" || document === null) return [];
	const places = placesOf([{ urn: "", type: "", name: "", inputs: { document } }]).map(({ path }) => path);
	return places.filter((path) => typeof valueAt({ document }, path) === "string" && !isName(path)).map((path) => path.slice(1));
}

function valueAt(owner: unknown, path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>((each, key) => (each as Record<string | number, unknown> | undefined)?.[key], owner);
}

/** The spot's stack with the text in its place. */
export function plant(spot: Spot, value: string, marked: boolean): ResourceData[] {
	if (spot.inside === undefined) return replaceAt(spot.data, spot.place, marked ? secret(value) : value);
	const document = parseJson(String(valueAt(spot.data[spot.place.resource]?.inputs, spot.place.path)));
	const within = replaceAt(
		[{ urn: "", type: "", name: "", inputs: { document } }],
		{ resource: 0, path: ["document", ...spot.inside] },
		value,
	);
	const text = JSON.stringify(within[0]?.inputs?.["document"]);
	return replaceAt(spot.data, spot.place, marked ? secret(text) : text);
}
