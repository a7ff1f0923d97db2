import { doubtOf } from "../../cli/doubt";
import { Evaluator } from "../../policies/engine/evaluate";
import { Exceptions } from "../../policies/engine/exception";
import { ResourceGraph } from "../../policies/engine/graph";
import { defaultOptions } from "../../policies/engine/options";
import * as notUnderstood from "../../policies/facts/not-understood";
import { rules } from "../../policies/rules";
import { STACK, surroundingsOf } from "../support/judge";

const URN = "urn:pulumi:prod::shop::aws:lambda/function:Function::webhook";
const opaque = (given: readonly string[]) => ({ urn: "urn:kit", type: "acme:index:Kit", name: "kit", given });
const doubt = (part: object, beside: readonly string[] = []) =>
	doubtOf({ kind: "program", path: ".", resources: [], opaque: [], gaps: [], ...part }, beside);
const HIDDEN = { missing: 'what the component "kit" holds is not visible here' };

describe("what seems to be missing is doubted", () => {
	it.each([
		["nowhere in a whole stack", {}, [{}, {}]],
		[
			"everywhere where unchanged resources are left out",
			{ omitted: 1 },
			[{ relations: expect.stringContaining("only a part") }, { relations: expect.stringContaining("only a part") }],
		],
		["for the stack, where a component hides what is in it", { opaque: [opaque([])] }, [{}, HIDDEN]],
		["for a resource that such a component was given", { opaque: [opaque([URN])] }, [HIDDEN, HIDDEN]],
		[
			"everywhere where configuration is not read",
			{ unreadEnvironments: ["shop/production"] },
			[{ missing: expect.stringContaining("shop/production") }, { missing: expect.stringContaining("shop/production") }],
		],
	])("%s", (_where, part, expected) => {
		expect([URN, STACK.urn].map(doubt(part))).toEqual(expected);
	});

	it("where another stack could hold it under a fixed name, and other projects are beside this one", () => {
		expect(doubt({}, ["../base"])(URN)).toEqual({ named: expect.stringContaining("../base") });
	});

	it("so that a rule's failure becomes an unknown, and its other verdicts stay", () => {
		const graph = new ResourceGraph([{ urn: URN, type: "aws:lambda/function:Function", name: "webhook", inputs: { handler: "a" } }]);
		const verdictWith = (part: object) =>
			new Evaluator({
				rules: rules.filter((rule) => rule.id === "lambda-log-group-explicit"),
				settingOf: (rule) => ({ level: "mandatory", options: defaultOptions(rule) }),
				surroundings: surroundingsOf(),
				exceptions: new Exceptions([], "2026-01-01"),
				notUnderstood,
				doubt: doubt(part),
			})
				.everything(graph, STACK)
				.map(({ verdict, because }) => [verdict, because]);
		expect(verdictWith({})).toEqual([["fail", undefined]]);
		expect(verdictWith({ opaque: [opaque([URN])] })).toEqual([["unknown", "elsewhere"]]);
	});
});
