import { uncertaintyOf } from "../../cli/uncertainty";
import { Evaluator } from "../../policies/engine/evaluate";
import { Exceptions } from "../../policies/engine/exception";
import { ResourceGraph } from "../../policies/engine/graph";
import { defaultOptions } from "../../policies/engine/options";
import * as uncoveredTypes from "../../policies/facts/uncovered-types";
import { rules } from "../../policies/rules";
import { projectOf, STACK } from "../../policies/rules/judge";

const URN = "urn:pulumi:prod::shop::aws:lambda/function:Function::webhook";
const remote = (given: readonly string[]) => ({ urn: "urn:kit", type: "acme:index:Kit", name: "kit", given });
const doubt = (part: object, beside: readonly string[] = []) =>
	uncertaintyOf({ kind: "program", path: ".", resources: [], remoteComponents: [], limitations: [], ...part }, beside);
const HIDDEN = { missing: 'the resources of the remote component "kit" are not visible here' };

describe("missing resources are undetermined", () => {
	it.each([
		["nowhere in a whole stack", {}, [{}, {}]],
		[
			"everywhere if unchanged resources are omitted",
			{ omitted: 1 },
			[{ relations: expect.stringContaining("unchanged resources") }, { relations: expect.stringContaining("unchanged resources") }],
		],
		["for the stack, where a component hides what is in it", { remoteComponents: [remote([])] }, [{}, HIDDEN]],
		["for a resource that such a component was given", { remoteComponents: [remote([URN])] }, [HIDDEN, HIDDEN]],
		[
			"everywhere where configuration is not read",
			{ unreadEnvironments: ["shop/production"] },
			[{ missing: expect.stringContaining("shop/production") }, { missing: expect.stringContaining("shop/production") }],
		],
	])("%s", (_where, part, expected) => {
		expect([URN, STACK.urn].map(doubt(part))).toEqual(expected);
	});

	it("if another stack could contain it under a fixed name, and neighboring projects exist", () => {
		expect(doubt({}, ["../base"])(URN)).toEqual({ named: expect.stringContaining("../base") });
	});

	it("so that a rule's failure becomes an unknown, and its other verdicts stay", () => {
		const graph = new ResourceGraph([{ urn: URN, type: "aws:lambda/function:Function", name: "webhook", inputs: { handler: "a" } }]);
		const verdictWith = (part: object) =>
			new Evaluator({
				rules: rules.filter((rule) => rule.id === "lambda-log-group-explicit"),
				settingOf: (rule) => ({ level: "mandatory", levelAt: () => "mandatory", options: defaultOptions(rule) }),
				project: projectOf(),
				exceptions: new Exceptions([], "2026-01-01"),
				uncoveredTypes,
				uncertaintyOf: doubt(part),
			})
				.all(graph, STACK)
				.map(({ verdict, reason }) => [verdict, reason]);
		expect(verdictWith({})).toEqual([["fail", undefined]]);
		expect(verdictWith({ remoteComponents: [remote([URN])] })).toEqual([["undetermined", "other-stack"]]);
	});
});
