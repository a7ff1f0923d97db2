import { Exceptions } from "../../policies/engine/exception";
import { defaultLevel } from "../../policies/engine/level";
import { allOf, anyOf, fail, inOtherStack, notApplicable, pass } from "../../policies/engine/verdict";

describe("the default level of a failing rule", () => {
	it.each([
		["critical", "production", "1.0.0", undefined, "mandatory"],
		["high", "production", "1.0.0", undefined, "mandatory"],
		["medium", "production", "1.0.0", undefined, "mandatory"],
		["low", "production", "1.0.0", undefined, "advisory"],
		["critical", "staging", "1.0.0", undefined, "advisory"],
		["high", "production", "1.0.0", "advisory", "advisory"],
		["low", "production", "1.0.0", "mandatory", "mandatory"],
		["high", "production", "1.2.0", undefined, "advisory"],
		["high", "production", "0.9.0", undefined, "mandatory"],
	] as const)("%s in %s, in the pack since %s, own level %s: %s", (severity, profile, since, productionLevel, expected) => {
		expect(defaultLevel({ severity, since, ...(productionLevel ? { productionLevel } : {}) }, profile, "1.4.0")).toBe(expected);
	});
});

describe("exceptions", () => {
	const exception = (resource: string, expires: string) => ({
		rule: "r",
		resource,
		owner: "o",
		reason: "why",
		expires,
		literal: resource,
		matches: () => true,
	});
	const finding = { rule: "r", urn: "urn:x", type: "t", name: "n" };

	it("hold up to and including their last day", () => {
		const day = exception("n", "2026-06-30");
		expect(new Exceptions([day], "2026-06-30").of(finding)).toEqual({ exception: day });
		expect(new Exceptions([day], "2026-07-01").of(finding)).toEqual({ expired: day });
	});

	it("prefer an active one to an expired one", () => {
		const [late, current] = [exception("n", "2020-01-01"), exception("t::n", "2999-01-01")];
		expect(new Exceptions([late, current], "2026-07-01").of(finding)).toEqual({ exception: current });
	});

	it("report which of them matched nothing", () => {
		const [used, unused] = [exception("n", "2999-01-01"), exception("m", "2999-01-01")];
		const exceptions = new Exceptions([used, unused], "2026-07-01");
		exceptions.of(finding);
		expect(exceptions.unused).toEqual([unused]);
	});
});

describe("verdicts together", () => {
	const [wrong, open, not] = [fail("p", "is wrong"), inOtherStack("who knows"), notApplicable("no")];

	it("all of it: what is wrong and what is open are kept, and keep a pass away", () => {
		expect(allOf([pass(), wrong, open, not], not)).toEqual([wrong, open]);
		expect(allOf([not, pass()], not)).toEqual([pass()]);
		expect(allOf([not], pass())).toEqual([not]);
		expect(allOf([], not)).toEqual([not]);
	});

	it("one of them: a pass is enough, an undetermined one leaves it undetermined", () => {
		expect(anyOf([wrong, open, pass()], not)).toEqual(pass());
		expect(anyOf([wrong, open, not], not)).toEqual(open);
		expect(anyOf([not, wrong], not)).toEqual(wrong);
		expect(anyOf([], not)).toEqual(not);
	});
});
