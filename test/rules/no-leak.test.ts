import fc from "fast-check";
import type { Finding } from "../../policies/engine/finding";
import { judge } from "../../policies/rules/judge";
import { EVERYWHERE, MARKER, plant, type Spot, spots } from "../support/planted";

/** A secret in common formats; the marker is in the secret part. */
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

	it("in any format, marked as a Pulumi secret or not", () => {
		fc.assert(
			fc.property(fc.nat(), planted, (which, { value, marked }) => {
				const spot = spots[which % spots.length] as Spot;
				expect(leaks(judge(spot.rule, plant(spot, value, marked), spot.example))).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});
});
