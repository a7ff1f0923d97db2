import { interpolate, ref, resource, toResourceData, UNKNOWN } from "../../policies/engine/example";
import { ResourceGraph } from "../../policies/engine/graph";
import { MetricAlarm, Topic, TopicSubscription } from "../../policies/facts/resource-types";

const topic = (name: string) => resource(Topic, name, {});
const alarm = (alarmActions: unknown) =>
	resource(MetricAlarm, "alarm", { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, alarmActions });

function follow(stack: Parameters<typeof toResourceData>[0]["stack"], form: "preview" | "state" | "old-state") {
	const graph = new ResourceGraph(toResourceData({ stack }, form));
	const [from] = graph.all(MetricAlarm);
	if (!from) throw new Error("no alarm");
	const link = graph.follow(from, from.read("alarmActions"), Topic);
	return { names: link.resources.map((each) => each.name), state: link.state };
}

describe("where a property points to", () => {
	it.each(["preview", "state", "old-state"] as const)("is the resource it refers to (%s)", (form) => {
		expect(follow([alarm([ref("a")]), topic("a"), topic("b")], form)).toEqual({ names: ["a"], state: "in-stack" });
	});

	it.each(["preview", "state", "old-state"] as const)("may be several (%s)", (form) => {
		expect(follow([alarm([ref("a"), ref("b")]), topic("a"), topic("b")], form)).toEqual({ names: ["a", "b"], state: "in-stack" });
	});

	it("is in another stack if an ARN names a resource that this stack does not contain", () => {
		const other = "arn:aws:sns:eu-west-1:123456789012:other";
		expect(follow([alarm([other]), topic("a")], "state")).toEqual({ names: [], state: "other-stack" });
		expect(follow([alarm([ref("a"), other]), topic("a")], "state")).toEqual({ names: ["a"], state: "other-stack" });
	});

	it("is unknown without information, and absent if not set", () => {
		expect(follow([alarm([UNKNOWN]), topic("a")], "preview")).toEqual({ names: [], state: "unknown" });
		expect(follow([alarm([]), topic("a")], "state")).toEqual({ names: [], state: "absent" });
		expect(follow([alarm(undefined), topic("a")], "state")).toEqual({ names: [], state: "absent" });
	});

	it("follows values derived from a resource's ARN", () => {
		expect(follow([alarm([interpolate(ref("a"), ":version")]), topic("a")], "state")).toEqual({ names: ["a"], state: "in-stack" });
	});
});

describe("who points to a resource", () => {
	const stack = [
		topic("a"),
		topic("b"),
		resource(TopicSubscription, "to-a", { topic: ref("a"), protocol: "email", endpoint: "x" }),
		resource(TopicSubscription, "to-somewhere", { topic: UNKNOWN, protocol: "email", endpoint: "x" }),
	];

	it.each(["preview", "state", "old-state"] as const)("is found, with possible referrers separate (%s)", (form) => {
		const graph = new ResourceGraph(toResourceData({ stack }, form));
		const said = graph.all(Topic).map((each) => {
			const { resources, possible } = graph.referrers(each, TopicSubscription, "topic");
			return { topic: each.name, resources: resources.map((from) => from.name), undecided: possible.map((from) => from.name) };
		});
		expect(said).toEqual([
			{ topic: "a", resources: ["to-a"], undecided: ["to-somewhere"] },
			{ topic: "b", resources: [], undecided: ["to-somewhere"] },
		]);
	});
});

describe("what a dependency on a component means", () => {
	const urn = (chain: string, name: string) => `urn:pulumi:s::p::${chain}::${name}`;
	const group = { urn: urn("x:y:Group", "group"), type: "x:y:Group", name: "group", component: true };
	const inner = { ...group, urn: urn("x:y:Group$x:y:Inner", "inner"), type: "x:y:Inner", name: "inner", parent: group.urn };
	const topicIn = (parent: string, name: string) => ({
		urn: urn("x:y:Group$x:y:Inner$aws:sns/topic:Topic", name),
		type: "aws:sns/topic:Topic",
		name,
		inputs: {},
		parent,
	});
	const subscription = (topicArn: string, on: string) => ({
		urn: urn("aws:sns/topicSubscription:TopicSubscription", "to"),
		type: "aws:sns/topicSubscription:TopicSubscription",
		name: "to",
		inputs: { topic: topicArn },
		propertyDependencies: { topic: [on] },
	});
	const one = [topicIn(inner.urn, "a")];
	const two = [...one, topicIn(group.urn, "b")];
	const custom = { ...group, component: false };

	it.each([
		["its only resource of the kind, at any depth", [group, inner, ...one], UNKNOWN, { names: ["a"], state: "in-stack" }],
		["an unknown one where it has several of the kind", [group, inner, ...two], UNKNOWN, { names: [], state: "unknown" }],
		["nothing where it has none of the kind", [group, inner], UNKNOWN, { names: [], state: "unknown" }],
		["no children of a resource that is not a component", [custom, inner, ...one], UNKNOWN, { names: [], state: "unknown" }],
		[
			"nothing new where parents are cyclic",
			[{ ...group, parent: inner.urn }, inner, ...one],
			UNKNOWN,
			{ names: ["a"], state: "in-stack" },
		],
	])("is %s", (_, stack, topicArn, expected) => {
		const graph = new ResourceGraph([...stack, subscription(topicArn, group.urn)]);
		const [from] = graph.all(TopicSubscription);
		if (!from) throw new Error("no subscription");
		const link = graph.follow(from, from.read("topic"), Topic);
		expect({ names: link.resources.map((each) => each.name), state: link.state }).toEqual(expected);
		const [first] = graph.all(Topic);
		if (first)
			expect(graph.referrers(first, TopicSubscription, "topic").resources.map((each) => each.name)).toEqual(expected.names.map(() => "to"));
	});
});

it("holds stacks with cyclic parents, null inputs and resources of no known type", () => {
	const data = [
		{ urn: "urn:pulumi:s::p::a:b:C$a:b:C::x", type: "a:b:C", name: "x", parent: "urn:pulumi:s::p::a:b:C$a:b:C::x", inputs: { a: null } },
		{
			urn: "urn:pulumi:s::p::aws:sns/topic:Topic::t",
			type: "aws:sns/topic:Topic",
			name: "t",
			inputs: {},
			propertyDependencies: { name: null },
		},
	];
	expect(new ResourceGraph(data).all(Topic).map((each) => each.name)).toEqual(["t"]);
});
