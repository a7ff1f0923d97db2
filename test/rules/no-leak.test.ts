import fc from "fast-check";
import { type Example, FORMS, type Form, secret, toResourceData } from "../../policies/engine/example";
import type { Finding } from "../../policies/engine/finding";
import type { ResourceData } from "../../policies/engine/resource";
import type { Rule } from "../../policies/engine/rule";
import { parseJson } from "../../policies/engine/wire";
import { allExamples } from "../support/examples";
import { judge } from "../support/judge";
import { type Place, placesOf, replaceAt } from "../support/places";

/** Nothing in the repository reads like this; no part of it may be in a finding either. */
const MARKER = "Zq7PLANTED";

/** A secret in the shapes in which people hand it over; the marker is in the part that is secret. */
const planted = fc
	.tuple(
		fc.stringMatching(/^[A-Za-z0-9]{12,24}$/),
		fc.constantFrom(
			(text: string) => text,
			(text: string) => `postgres://shop:${text}@db.shop.internal:5432/shop`,
			(text: string) => `https://${text}.scalekit.dev`,
			(text: string) => `https://shop:${text}@example.com/`,
			(text: string) => `whsec_${text}`,
			(text: string) => `test_${text}`,
			(text: string) => `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----\n`,
			(text: string) => JSON.stringify({ SCALEKIT_CLIENT_SECRET: text, database: { password: text } }),
			(text: string) => `#!/bin/bash\nexport DB_PASSWORD=${text} SCALEKIT_CLIENT_SECRET=${text}\nserver --api-key ${text}\n`,
			(text: string) => `#!/bin/bash\nexport DATABASE_URL=postgres://shop:${text}@db/shop SCALEKIT_ENV_URL=https://${text}.scalekit.dev\n`,
			(text: string) => Buffer.from(`#!/bin/bash\nexport DB_PASSWORD=${text}\n`).toString("base64"),
			(text: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${text}`,
			(text: string) => `changeme-${text}`,
			(text: string) => `{{resolve:ssm:${text}}}`,
		),
		fc.boolean(),
	)
	.map(([text, shape, marked]) => ({ value: shape(`${MARKER}${text}`), marked }));

const SECRET = `${MARKER}0123456789`;

/** What is planted in each place; few and rich, because there are thousands of places. */
const EVERYWHERE = {
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

interface Spot {
	readonly rule: Rule;
	readonly example: Example;
	readonly form: Form;
	readonly data: readonly ResourceData[];
	readonly place: Place;
	/** Where the place holds JSON text: the way to one of its texts. */
	readonly inside?: readonly (string | number)[];
}

const spots: readonly Spot[] = allExamples().flatMap(({ rule, example }) => {
	const form: Form = (example.only ?? FORMS).find((each) => each !== "preview") ?? "preview";
	const data = toResourceData(example, form);
	return placesOf(data).flatMap((place): Spot[] => {
		const value = valueAt(data[place.resource]?.inputs, place.path);
		if (typeof value !== "string" || isName(place.path)) return [];
		const here = { rule, example, form, data, place };
		return [here, ...textsIn(value).map((inside) => ({ ...here, inside }))];
	});
});

/** Messages call containers and variables by their names, so that a name is no place for a secret. */
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

function plant(spot: Spot, value: string, marked: boolean): ResourceData[] {
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

function leaks(findings: readonly Finding[]): readonly Finding[] {
	return findings.filter((finding) => JSON.stringify(finding).toLowerCase().includes(MARKER.toLowerCase()));
}

describe("a planted secret is in no finding", () => {
	it("has places to plant it in, also inside JSON text", () => {
		expect(spots.length).toBeGreaterThan(500);
		expect(spots.some((spot) => spot.inside)).toBe(true);
	});

	it.each(Object.entries(EVERYWHERE))("%s, in every place of every example", (_what, value) => {
		for (const spot of spots) {
			const { rule, example, form, place, inside } = spot;
			const leaked = leaks(judge(rule, plant(spot, value, false), example)).map((finding) => finding.message);
			expect({ rule: rule.id, example: example.title, form, place, inside, leaked }).toEqual({
				rule: rule.id,
				example: example.title,
				form,
				place,
				inside,
				leaked: [],
			});
		}
	});

	it("in whatever shape it comes, marked as a Pulumi secret or not", () => {
		fc.assert(
			fc.property(fc.nat(), planted, (which, { value, marked }) => {
				const spot = spots[which % spots.length] as Spot;
				expect(leaks(judge(spot.rule, plant(spot, value, marked), spot.example))).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});
});
