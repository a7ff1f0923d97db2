import { Random } from "../../bench/faults/random";
import { fuzz } from "../../fuzz/fuzz";
import { relationsFor } from "../../fuzz/relations";
import { Shapes } from "../../fuzz/shapes";
import { shrunk } from "../../fuzz/shrink";
import type { Stack } from "../../fuzz/stack";
import { JsonString } from "../../policies/engine/example";
import type { Finding } from "../../policies/engine/finding";
import { ROOT } from "../support/pack-client";

it("finds no problem in 2,000 evaluations", async () => {
	const { evaluations, verdicts, checks, problems } = await fuzz({ root: ROOT, seed: 12, count: 2000 });
	expect(problems.map(({ check, details }) => [check, details])).toEqual([]);
	expect(evaluations).toBeGreaterThanOrEqual(2000);
	expect(Object.keys(verdicts).sort()).toEqual(["fail", "not-applicable", "pass", "undetermined"]);
	expect(Object.keys(checks).sort()).toEqual(["agreement", "error", "hide", "irrelevant", "region", "rename", "shuffle"]);
});

it("reads the inputs of resource types from the type declarations", () => {
	const shapes = new Shapes(ROOT);
	expect(shapes.propertiesOf("aws:lb/listener:Listener")).toMatchObject({
		port: { kind: "number" },
		defaultActions: { kind: "list", of: { kind: "object", name: "lb.ListenerDefaultAction" } },
		tags: { kind: "map", of: { kind: "string" } },
	});
	expect(shapes.propertiesOf("lb.ListenerDefaultAction")).toMatchObject({ type: { kind: "string" } });
	expect(shapes.propertiesOf("aws:lb/unknown:Unknown")).toEqual({});
});

const LISTENER = "aws:lb/listener:Listener";
const finding = (verdict: Finding["verdict"], name = "http") =>
	({
		rule: "http-listener-redirects",
		urn: `urn:pulumi:prod::shop::${LISTENER}::${name}`,
		type: LISTENER,
		name,
		verdict,
		message: "m",
	}) as Finding;

describe("the relations", () => {
	const [hide, shuffle, irrelevant, rename, region] = ["hide", "shuffle", "irrelevant", "rename", "region"].map((kind) =>
		relationsFor(new Random(1)).find((each) => each.kind === kind),
	);

	it.each([
		["fail", "fail", true],
		["fail", "undetermined", true],
		["fail", "pass", false],
		["fail", "not-applicable", false],
		["pass", "undetermined", true],
		["pass", "fail", false],
		["pass", "not-applicable", false],
		["not-applicable", "pass", true],
		["not-applicable", "fail", false],
		["undetermined", "fail", false],
		["undetermined", "pass", false],
	] as const)("permit that a hidden value makes %s %s: %s", (before, after, permitted) => {
		expect(hide?.differences([finding(before)], [finding(after)]).length === 0).toBe(permitted);
	});

	it.each([
		["shuffle", shuffle],
		["irrelevant", irrelevant],
		["rename", rename],
		["region", region],
	])("permit no other verdict after %s", (_kind, relation) => {
		expect(relation?.differences([finding("fail")], [finding("fail")])).toEqual([]);
		expect(relation?.differences([finding("fail")], [finding("undetermined")])).toHaveLength(2);
	});

	it("compare renamed resources under their names before, and only the first of two copies", () => {
		expect(rename?.differences([finding("fail")], [finding("fail", "zq-http")])).toEqual([]);
		expect(region?.differences([finding("fail")], [finding("fail"), finding("pass", "http-copy")])).toEqual([]);
	});
});

it("reduces a stack to what a problem needs", async () => {
	const stack: Stack = [
		{ type: "aws:sns/topic:Topic", name: "oncall", inputs: { name: "oncall" } },
		{
			type: "aws:sqs/queue:Queue",
			name: "jobs",
			inputs: { policy: new JsonString({ Statement: [{ Effect: "Allow", Action: "*" }] }), tags: {} },
		},
	];
	const stays = async (smaller: Stack) => JSON.stringify(smaller).includes('"Action":"*"');
	expect(await shrunk(stack, stays)).toEqual([
		{ type: "aws:sqs/queue:Queue", name: "jobs", inputs: { policy: new JsonString({ Statement: [{ Action: "*" }] }) } },
	]);
});
