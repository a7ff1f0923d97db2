import { ref, resource, text, toResourceData, UNKNOWN } from "../../policies/engine/example";
import { ResourceGraph } from "../../policies/engine/graph";
import { MetricAlarm, Topic, TopicSubscription } from "../../policies/facts/kinds";

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
		expect(follow([alarm([ref("a")]), topic("a"), topic("b")], form)).toEqual({ names: ["a"], state: "here" });
	});

	it.each(["preview", "state", "old-state"] as const)("may be several (%s)", (form) => {
		expect(follow([alarm([ref("a"), ref("b")]), topic("a"), topic("b")], form)).toEqual({ names: ["a", "b"], state: "here" });
	});

	it("is elsewhere where an ARN names what this stack does not hold, beside what it does", () => {
		const other = "arn:aws:sns:eu-west-1:123456789012:other";
		expect(follow([alarm([other]), topic("a")], "state")).toEqual({ names: [], state: "elsewhere" });
		expect(follow([alarm([ref("a"), other]), topic("a")], "state")).toEqual({ names: ["a"], state: "elsewhere" });
	});

	it("is unknown where nothing tells, and absent where nothing is said", () => {
		expect(follow([alarm([UNKNOWN]), topic("a")], "preview")).toEqual({ names: [], state: "unknown" });
		expect(follow([alarm([]), topic("a")], "state")).toEqual({ names: [], state: "absent" });
		expect(follow([alarm(undefined), topic("a")], "state")).toEqual({ names: [], state: "absent" });
	});

	it("follows what is made of a resource's ARN", () => {
		expect(follow([alarm([text(ref("a"), ":version")]), topic("a")], "state")).toEqual({ names: ["a"], state: "here" });
	});
});

describe("who points to a resource", () => {
	const stack = [
		topic("a"),
		topic("b"),
		resource(TopicSubscription, "to-a", { topic: ref("a"), protocol: "email", endpoint: "x" }),
		resource(TopicSubscription, "to-somewhere", { topic: UNKNOWN, protocol: "email", endpoint: "x" }),
	];

	it.each(["preview", "state", "old-state"] as const)("is found, and who may is told apart (%s)", (form) => {
		const graph = new ResourceGraph(toResourceData({ stack }, form));
		const said = graph.all(Topic).map((each) => {
			const { resources, undecided } = graph.referrers(each, TopicSubscription, "topic");
			return { topic: each.name, resources: resources.map((from) => from.name), undecided: undecided.map((from) => from.name) };
		});
		expect(said).toEqual([
			{ topic: "a", resources: ["to-a"], undecided: ["to-somewhere"] },
			{ topic: "b", resources: [], undecided: ["to-somewhere"] },
		]);
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
