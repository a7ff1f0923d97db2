import fc from "fast-check";
import { secret, UNKNOWN } from "../../policies/engine/example";
import { Reading } from "../../policies/engine/reading";
import { OUTPUT_SIGNATURE, RESOURCE_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_SENTINELS } from "../../policies/engine/wire";

const read = (raw: unknown) => new Reading(raw, "property");
const marked = (signature: string, more: object) => ({ [SIGNATURE_KEY]: signature, ...more });

describe("what a wire value means", () => {
	it.each([
		["text", "a", { state: "known", text: "a", secret: false }],
		["zero", 0, { state: "known", text: "0", secret: false }],
		["false", false, { state: "known", text: "false", secret: false }],
		["nothing", undefined, { state: "absent", text: undefined, secret: false }],
		["null", null, { state: "absent", text: undefined, secret: false }],
		["empty text", "", { state: "absent", text: undefined, secret: false }],
		["a secret", secret("s"), { state: "known", text: "s", secret: true }],
		["a secret that is not known yet", secret(UNKNOWN), { state: "unknown", text: undefined, secret: true }],
		["a secret that the CLI hides", "[secret]", { state: "unknown", text: undefined, secret: true }],
		["ciphertext", marked(SECRET_SIGNATURE, { ciphertext: "v1:x" }), { state: "unknown", text: undefined, secret: true }],
		["plaintext", marked(SECRET_SIGNATURE, { plaintext: '"s"' }), { state: "known", text: "s", secret: true }],
		["an output without a value", marked(OUTPUT_SIGNATURE, {}), { state: "unknown", text: undefined, secret: false }],
		["a secret output", marked(OUTPUT_SIGNATURE, { value: "s", secret: true }), { state: "known", text: "s", secret: true }],
		["a resource", marked(RESOURCE_SIGNATURE, { urn: "urn", id: "i-1" }), { state: "known", text: "i-1", secret: false }],
	])("%s", (_what, raw, expected) => {
		const { state, text, secret } = read(raw);
		expect({ state, text, secret }).toEqual(expected);
	});

	it("knows every sentinel for what is not known", () => {
		for (const sentinel of UNKNOWN_SENTINELS) expect(read(sentinel).state).toBe("unknown");
	});
});

describe("reading further", () => {
	const value = read({ a: { b: [{ c: "x" }, UNKNOWN] }, "a b": 1, __defaults: ["a"] });

	it("gives its path as written in code", () => {
		expect(value.read("a").read("b").items[0]?.read("c").path).toBe("property.a.b[0].c");
		expect(value.read("a b").path).toBe('property["a b"]');
	});

	it("hands unknown and secret on to what is inside", () => {
		expect(read(UNKNOWN).read("x").state).toBe("unknown");
		expect(read(secret({ x: "s" })).read("x").secret).toBe(true);
		expect(value.read("a").hasUnknown).toBe(true);
	});

	it("finds nothing in missing values, and never throws", () => {
		expect(read("text").read("x").state).toBe("absent");
		expect(read({}).read("constructor").state).toBe("absent");
		fc.assert(
			fc.property(fc.anything(), (anything) => {
				const reading = read(anything);
				return (
					[reading.read("x").state, reading.json().state, reading.items.length, reading.leaves.length, reading.entries.length].length === 5
				);
			}),
		);
	});

	it("omits the provider's internal properties", () => {
		expect(value.entries.map(([name]) => name)).toEqual(["a", "a b"]);
	});

	it("reads JSON in a text, and an object given in its place", () => {
		expect(read('{"a":"x"}').json().read("a").text).toBe("x");
		expect(read({ a: "x" }).json().read("a").text).toBe("x");
		expect(read("no json").json().state).toBe("absent");
		expect(read(UNKNOWN).json().state).toBe("unknown");
	});

	it("takes a default only for what is absent", () => {
		expect(read(undefined).or("d" as never).text).toBe("d");
		expect(read(UNKNOWN).or("d" as never).state).toBe("unknown");
		expect(read("v").or("d" as never).text).toBe("v");
	});

	it("shows its path and never its value where it ends up in a text by accident", () => {
		const hidden = read("s3cr3t");
		expect(`${hidden} ${JSON.stringify(hidden)}`).not.toContain("s3cr3t");
	});
});
