import { givenPreview } from "../support/given";

const TYPE = "aws:s3/bucket:Bucket";
const ROOT = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
const urn = (name: string) => `urn:pulumi:prod::shop::${TYPE}::${name}`;
const state = (name: string, version = "new") => ({ urn: urn(name), type: TYPE, custom: true, inputs: { version } });
const step = (op: string, name: string, states: object = { newState: state(name) }) => ({ op, urn: urn(name), ...states });
const provider = (name: string) => `urn:pulumi:prod::shop::pulumi:providers:aws::${name}::id`;

describe("a preview holds", () => {
	it.each([
		"create",
		"update",
		"same",
		"replace",
		"create-replacement",
		"import",
		"import-replacement",
		"read",
		"read-replacement",
		"refresh",
	])("what is there after the step %s", (op) => {
		expect(givenPreview([step(op, "a")]).resources.map((each) => each.name)).toEqual(["a"]);
	});

	it.each(["delete", "delete-replaced", "discard", "discard-replaced", "remove-pending-replace", "read-discard"])(
		"nothing of what the step %s takes away",
		(op) => {
			expect(givenPreview([step(op, "a"), step(op, "b", { oldState: state("b") })]).resources).toEqual([]);
		},
	);

	it("one resource for a replacement, as it will be", () => {
		const { resources } = givenPreview([
			step("create-replacement", "a", { oldState: state("a", "old"), newState: state("a") }),
			step("replace", "a", { oldState: state("a", "old"), newState: state("a") }),
			step("delete-replaced", "a", { oldState: state("a", "old") }),
		]);
		expect(resources.map((each) => each.inputs?.["version"])).toEqual(["new"]);
	});

	it("the last word on a resource that is refreshed first", () => {
		const { resources } = givenPreview([
			step("refresh", "a", { newState: state("a", "refreshed") }),
			step("update", "a"),
			step("refresh", "gone", { oldState: state("gone") }),
		]);
		expect(resources.map((each) => [each.name, each.inputs?.["version"]])).toEqual([["a", "new"]]);
	});

	it.each<[string, unknown]>([
		["null", null],
		["a number", 3],
		["empty", {}],
		["without a state", { op: "create", newState: null }],
	])("nothing of a step that is %s", (_what, broken) => {
		expect(givenPreview([broken, step("create", "a")])).toMatchObject({ resources: [{ name: "a" }], limitations: [] });
	});
});

describe("a preview says", () => {
	it("that a state in it is damaged", () => {
		expect(givenPreview([step("create", "a", { newState: { urn: urn("a") } })]).limitations).toEqual([
			expect.stringContaining("1 entry has no URN or no type"),
		]);
	});

	it("that resources may be missing if its state may be corrupt", () => {
		expect(givenPreview([step("create", "a")], { maybeCorrupt: true }).limitations).toEqual([
			expect.stringContaining("resources may be missing"),
		]);
	});

	it.each([
		["a program that throws", [{ severity: "error", message: "error: Running program failed" }]],
		[
			"a refused input",
			[{ severity: "warning" }, { severity: "error", message: "error: preview failed" }, { severity: "error", message: "no" }],
		],
		["an interruption", [{ severity: "error", message: "error: preview canceled" }]],
		["an error without a message", [{ severity: "error" }]],
	])("that it is not whole after %s", (_what, diagnostics) => {
		expect(() => givenPreview([step("create", "a")], { diagnostics })).toThrow(
			/: the preview failed, so its resources are incomplete; check the program itself, or a successful preview$/,
		);
	});

	it.each<[string, unknown]>([
		["policies alone made it fail", [{ severity: "error", message: "error: preview failed" }]],
		[
			"it warns",
			[
				{ severity: "warning", message: "careful" },
				{ severity: "info#err", message: "error: printed" },
			],
		],
		["its diagnostics are damaged", [null, 3]],
		["its diagnostics are not a list", "error"],
	])("nothing where %s", (_what, diagnostics) => {
		expect(givenPreview([step("create", "a")], { diagnostics })).toMatchObject({ resources: [{ name: "a" }], limitations: [] });
	});

	it("its stack by a step that only takes something away", () => {
		expect(givenPreview([step("delete", "a", { oldState: state("a") })])).toMatchObject({ project: "shop", stack: "prod" });
	});
});

describe("a preview omits", () => {
	const root = { op: "same", urn: ROOT, newState: { urn: ROOT, type: "pulumi:pulumi:Stack" } };

	it.each<[string, object[], object, number]>([
		["nothing where it has no summary", [step("create", "a")], {}, 0],
		["nothing where every unchanged resource is listed", [root, step("same", "a"), step("same", "b")], { same: 3 }, 0],
		["the unchanged resources that it counts but does not list", [root, step("create", "a")], { same: 8, create: 1 }, 7],
		["not the root stack, which changes nothing", [step("create", "a")], { same: 1 }, 0],
		[
			"not an explicit provider, which no rule evaluates",
			[root, { ...step("create", "a"), provider: provider("ireland") }],
			{ same: 2 },
			0,
		],
		[
			"not default providers, which are not counted",
			[root, { ...step("create", "a"), provider: provider("default_7_1_0") }],
			{ same: 2 },
			1,
		],
		["nothing if its summary is not a number", [root], { same: "many" }, 0],
	])("%s", (_what, steps, changeSummary, omitted) => {
		expect(givenPreview(steps, { changeSummary }).omitted).toBe(omitted);
	});
});
