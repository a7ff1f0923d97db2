import { Resource } from "../../policies/engine/resource";
import { FLOAT_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY } from "../../policies/engine/wire";
import { findingsOf } from "../support/findings-of";
import { givenState } from "../support/given";

const TYPE = "aws:s3/bucket:Bucket";
const urn = (name: string, type = TYPE) => `urn:pulumi:prod::shop::${type}::${name}`;
const bucket = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({ urn: urn(name), type: TYPE, custom: true, ...more });

describe("a state", () => {
	it("names its project and stack by its URNs", () => {
		expect(givenState([bucket("a")])).toMatchObject({
			kind: "state",
			project: "shop",
			stack: "prod",
			remoteComponents: [],
			limitations: [],
		});
	});

	it("omits resources pending deletion, and keeps their replacements", () => {
		const { resources } = givenState([bucket("a", { delete: true, id: "old" }), bucket("a", { id: "new" })]);
		expect(resources.map((each) => each.id)).toEqual(["new"]);
	});

	it("marks what was only read", () => {
		const { resources } = givenState([bucket("read", { external: true, inputs: {} }), bucket("own")]);
		expect(resources.map((each) => each.external ?? false)).toEqual([true, false]);
	});

	it("takes the type from its own property, not from the chain in the URN", () => {
		const type = "aws:lb/listener:Listener";
		const { resources } = givenState([{ urn: urn("web", `awsx:lb:ApplicationLoadBalancer$${type}`), type, custom: true }]);
		expect(resources[0]).toMatchObject({ type, name: "web" });
	});

	it("keeps names that hold the mark between the parts of a URN", () => {
		expect(givenState([bucket("a::b")]).resources[0]?.name).toBe("a::b");
	});

	it.each([
		["nothing", null],
		["a number", 12],
		["a list", []],
		["no URN", { type: TYPE }],
		["no type", { urn: urn("a") }],
		["an empty URN", { urn: "", type: TYPE }],
		["a URN that is not a string", { urn: {}, type: TYPE }],
	])("says that an entry with %s cannot be evaluated", (_what, entry) => {
		const { resources, limitations } = givenState([entry, bucket("a")]);
		expect(resources).toHaveLength(1);
		expect(limitations).toEqual([expect.stringMatching(/: 1 entry has no URN or no type, and cannot be evaluated\.$/)]);
	});

	it.each<[string, Readonly<Record<string, unknown>>]>([
		["inputs that are null", { inputs: null }],
		["inputs that are a list", { inputs: [] }],
		["outputs that are text", { outputs: "none" }],
		["dependencies that are null", { inputs: { policy: "{}" }, propertyDependencies: null }],
		["dependencies of the wrong kind", { inputs: { policy: "{}" }, propertyDependencies: { policy: null, acl: "urn", tags: [1, null] } }],
		["a parent that is itself", { parent: urn("a") }],
		["a parent that is not there", { parent: urn("missing") }],
		["a stack trace of holes", { stackTrace: [null, {}, { sourcePosition: 3 }], sourcePosition: "nowhere" }],
		["a source position that does not decode", { sourcePosition: "project:///%E0%A4%A.ts#1,1" }],
		["an unknown type", { type: "acme:index:Widget", inputs: { a: { b: [null, { c: 1 }] } } }],
		["a type of no parts", { type: "widget" }],
	])("survives a resource with %s", (_what, more) => {
		const description = givenState([bucket("a", more), bucket("b", { parent: urn("a") })]);
		expect(description.resources).toHaveLength(2);
		expect(() => findingsOf(description)).not.toThrow();
	});

	it("survives parents in a circle", () => {
		const description = givenState([bucket("a", { parent: urn("b") }), bucket("b", { parent: urn("a") })]);
		expect(() => findingsOf(description)).not.toThrow();
	});

	it("finds the program's own line behind a package's", () => {
		const frames = ["project:///node_modules/@acme/kit/index.js#9,1", "project:///infra/web%20app.ts#12,5"];
		const { resources } = givenState([
			bucket("a", { sourcePosition: frames[0], stackTrace: frames.map((sourcePosition) => ({ sourcePosition })) }),
			bucket("b", { sourcePosition: frames[0] }),
		]);
		expect(resources[0]?.location).toEqual({ file: "infra/web app.ts", line: 12, column: 5 });
		expect(resources[1]?.location).toBeUndefined();
	});
});

describe("a value in a state", () => {
	const read = (value: unknown) =>
		new Resource(givenState([bucket("a", { inputs: { value } })]).resources[0] as never).inputs.read("value");
	const secret = (rest: object) => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, ...rest });
	const float = (bits: string) => ({ [SIGNATURE_KEY]: FLOAT_SIGNATURE, value: bits });

	it.each([
		["an encrypted secret is an unknown one", secret({ ciphertext: "v1:abc" }), { state: "unknown", secret: true, text: undefined }],
		["a secret shown with --show-secrets is read", secret({ plaintext: '"open"' }), { state: "known", secret: true, text: "open" }],
		["a secret whose plain text is not JSON is absent", secret({ plaintext: "open" }), { state: "absent", secret: false }],
		["infinity is not a number to compare with", float("7ff0000000000000"), { state: "known", text: "Infinity", number: undefined }],
		["NaN is not a number", float("7ff8000000000001"), { state: "known", text: "NaN", number: undefined }],
		["invalid bits are NaN", float("zz"), { state: "known", text: "NaN" }],
		["null is absent", null, { state: "absent" }],
		["empty text is absent", "", { state: "absent" }],
	])("%s", (_what, value, expected) => {
		expect(read(value)).toMatchObject(expected);
	});
});

it("reads 50,000 resources within seconds", () => {
	const listener = (index: number) => ({
		urn: urn(`l${index}`, "aws:lb/listener:Listener"),
		type: "aws:lb/listener:Listener",
		custom: true,
		inputs: { port: 80, protocol: "HTTP", loadBalancerArn: `arn:${index}`, defaultActions: [{ type: "forward" }] },
	});
	const state = Array.from({ length: 50_000 }, (_, index) => (index % 10 === 0 ? listener(index) : bucket(`b${index}`, { inputs: {} })));
	const start = Date.now();
	const description = givenState(state);
	const open = findingsOf(description).filter((each) => each.rule === "http-listener-redirects" && each.verdict === "undetermined");
	expect(open).toHaveLength(5000);
	expect(Date.now() - start).toBeLessThan(20_000);
});
