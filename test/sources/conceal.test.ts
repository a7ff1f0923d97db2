import fc from "fast-check";
import { understand } from "../../policies/engine/wire";
import { Concealer, secretsIn } from "../../policies/sources/program/conceal";

const PLACEHOLDER = "712345678901234";
const concealer = new Concealer([PLACEHOLDER], ["a-declared-secret", "short"]);
const isHidden = (value: unknown) => {
	const { state, secret } = understand(concealer.value(value));
	return state === "unknown" && secret;
};

describe("what stands for an encrypted value", () => {
	it("is found wherever it stands in a text, also in one that is base64-encoded", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (before, after) => {
				const text = before + PLACEHOLDER + after;
				return isHidden(text) && isHidden(Buffer.from(text).toString("base64")) && isHidden(JSON.stringify({ key: text }));
			}),
		);
	});

	it("is found as a number, in lists and in objects", () => {
		expect(isHidden(Number(PLACEHOLDER))).toBe(true);
		expect(JSON.stringify(concealer.value({ a: [{ b: PLACEHOLDER }], [`k${PLACEHOLDER}`]: 1 }))).not.toContain(PLACEHOLDER);
	});

	it("is masked in texts for people, as are other secrets that are long enough", () => {
		expect(concealer.text(`say ${PLACEHOLDER}, a-declared-secret and short`)).toBe("say [secret], [secret] and short");
	});

	it("leaves every other value as it is", () => {
		fc.assert(fc.property(fc.jsonValue(), (value) => expect(concealer.value(value)).toEqual(value)));
	});

	it("is unknown, but no secret, where a program put an unknown value into a text", () => {
		expect(understand(concealer.value(`zone/${{}}`))).toMatchObject({ state: "unknown", secret: false });
	});
});

it("takes secrets from the environment by their variables' names", () => {
	expect(secretsIn({ API_TOKEN: "a", db_password: "b", HOME: "c", AWS_SECRET_ACCESS_KEY: "d", EMPTY_SECRET: "" })).toEqual(["a", "b", "d"]);
});
