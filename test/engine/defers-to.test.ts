import { Evaluator } from "../../policies/engine/evaluate";
import { resource, toResourceData, UNKNOWN } from "../../policies/engine/example";
import { Exceptions } from "../../policies/engine/exception";
import type { Finding } from "../../policies/engine/finding";
import { ResourceGraph } from "../../policies/engine/graph";
import { type Rule, stackRule } from "../../policies/engine/rule";
import { fail, pass, undetermined } from "../../policies/engine/verdict";
import { LogGroup, Topic } from "../../policies/facts/resource-types";
import * as uncoveredTypes from "../../policies/facts/uncovered-types";
import { projectOf, STACK } from "../../policies/rules/judge";

const METADATA = {
	title: "Log groups have a name",
	checklistItems: ["L75"],
	severity: "high",
	since: "1.0.0",
	why: "why",
	fix: "fix",
	whenNotToUse: "never",
	references: [],
} as const;

/** Fails for the log group "first" because of the topic "cause"; undetermined while the name is. */
const path = stackRule({
	...METADATA,
	id: "path",
	resources: [LogGroup],
	mayReport: ({ name }) => name !== "unrelated",
	check(group, { graph }) {
		const name = group.read("name");
		if (name.isUnknown) return undetermined(name);
		const causes = graph.all(Topic).filter((topic) => topic.name === "cause");
		return { ...fail(name, "leads nowhere"), causes: causes.map(({ urn }) => urn) };
	},
});

/** Fails for every topic, unless "path" reports it. */
const topics = stackRule({
	...METADATA,
	id: "topics",
	resources: [Topic],
	defersTo: ["path"],
	check: () => fail(undefined, "has no subscriber"),
});

/** Fails with a lower severity than its own. */
const lowered = stackRule({
	...METADATA,
	id: "lowered",
	resources: [Topic],
	check: ({ name }) => (name === "cause" ? { ...fail(undefined, "is minor"), severity: "low" } : pass()),
});

function findings(rules: readonly Rule[], groupName: unknown, disabled: readonly string[] = []): readonly Finding[] {
	const evaluator = new Evaluator({
		rules,
		settingOf: ({ id }) => ({
			level: disabled.includes(id) ? "disabled" : "mandatory",
			levelAt: (severity) => (severity === "low" ? "advisory" : "mandatory"),
			options: {},
		}),
		project: projectOf(),
		exceptions: new Exceptions([], "2026-01-01"),
		uncoveredTypes,
	});
	const stack = [
		resource(LogGroup, "first", { name: groupName }),
		resource(Topic, "cause", {}),
		resource(Topic, "other", {}),
		resource(Topic, "unrelated", {}),
	];
	return evaluator.all(new ResourceGraph(toResourceData({ stack }, "state")), STACK).filter(({ rule }) => rule !== "path");
}

const gist = (all: readonly Finding[]) =>
	all.map(({ name, verdict, message }) => [name, verdict, message.replace(/^SNS topic "\w+":? /, "")]);

describe("a rule that defers to another", () => {
	it("does not report what the other reports as the cause", () => {
		expect(gist(findings([path, topics], "a"))).toEqual([
			["cause", "not-applicable", "reported by path"],
			["other", "fail", "has no subscriber"],
			["unrelated", "fail", "has no subscriber"],
		]);
	});

	it("is undetermined while the other is, except for resources that the other cannot report", () => {
		const open = 'path is undetermined for "first": name is not known until deployment';
		expect(gist(findings([path, topics], UNKNOWN))).toEqual([
			["cause", "undetermined", open],
			["other", "undetermined", open],
			["unrelated", "fail", "has no subscriber"],
		]);
	});

	it("reports all of it if the other is disabled", () => {
		expect(findings([path, topics], "a", ["path"]).map(({ verdict }) => verdict)).toEqual(["fail", "fail", "fail"]);
	});
});

it("a failure with a lower severity has the level of that severity", () => {
	expect(findings([lowered], "a").map(({ name, verdict, severity, level }) => [name, verdict, severity, level])).toEqual([
		["cause", "fail", "low", "advisory"],
		["other", "pass", "high", "mandatory"],
		["unrelated", "pass", "high", "mandatory"],
	]);
});
