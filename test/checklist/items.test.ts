import { itemOf, items, sections } from "../../checklist";
import { FEATURES, switchedOffBy } from "../../checklist/features";
import { VERIFICATION_METHODS } from "../../checklist/item";
import { METRICS } from "../../signals";
import { vendorWording } from "./vendor-wording";
import { digestsOf } from "./wording";

/** `L1` to `L3`: three ids. */
const span = (letter: string, from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);

describe("the checklist", () => {
	it("has the vendor's 86 items in the vendor's order", () => {
		expect(items.map((item) => item.id)).toEqual([
			...span("L", 1, 49),
			...span("D", 1, 3),
			...span("L", 50, 74),
			...span("K", 1, 5),
			...span("L", 75, 78),
		]);
	});

	it("has the vendor's sections in the vendor's order, with their items", () => {
		expect(sections.map(({ id, items: its }) => `${id} ${its[0]?.id}-${its.at(-1)?.id}`)).toEqual([
			"quick-checks L1-L5",
			"customization L6-L11",
			"core-auth-flows L12-L19",
			"auth-methods L20-L25",
			"error-handling L26-L29",
			"sso L30-L34",
			"jit L35-L39",
			"scim L40-L46",
			"admin-portal L47-L49",
			"network D1-L51",
			"user-flows L52-L54",
			"organization-flows L55-L59",
			"rbac L60-L65",
			"mcp L66-L70",
			"observability L71-L74",
			"key-metrics K1-K5",
			"reliability L75-L78",
		]);
		for (const section of sections) for (const item of section.items) expect(item.section).toBe(section.id);
	});

	it("finds an item by its id", () => {
		for (const item of items) expect(itemOf(item.id)).toBe(item);
		expect(itemOf("L79")).toBeUndefined();
	});
});

describe.each(items.map((item) => [item.id, item] as const))("%s", (_id, item) => {
	it("has a short title without a period", () => {
		expect(item.title.length).toBeLessThanOrEqual(125);
		expect(item.title).toMatch(/^[A-Z].*[^.\s]$/);
		expect(items.filter((other) => other.title === item.title)).toEqual([item]);
	});

	it("does not repeat the vendor's wording", () => {
		expect(digestsOf(item.title).filter((digest) => vendorWording.has(digest))).toEqual([]);
	});

	it("can be verified", () => {
		expect(item.verifiedBy.length).toBeGreaterThan(0);
		expect(new Set(item.verifiedBy).size).toBe(item.verifiedBy.length);
		for (const method of item.verifiedBy) expect(Object.keys(VERIFICATION_METHODS)).toContain(method);
	});

	it("states the remaining evidence exactly if rules cover it but do not suffice", () => {
		const looked = item.verifiedBy.includes("rule");
		if (item.rulesSuffice) expect(looked).toBe(true);
		if (looked && !item.rulesSuffice) expect(item.verifiedBy.length).toBeGreaterThan(1);
		expect(item.remainingEvidence !== undefined).toBe(looked && !item.rulesSuffice);
		if (item.remainingEvidence) expect(item.remainingEvidence).toMatch(/^(a|an|each) .*[^.]$/);
	});

	it("depends on known features only", () => {
		if (item.feature) expect(Object.keys(FEATURES)).toContain(item.feature);
	});
});

describe("what AuthMonitoring provides", () => {
	it("is stated for the items on monitoring and metrics", () => {
		const stated = items.filter((item) => item.monitoring).map((item) => item.id);
		expect(stated).toEqual([...span("L", 71, 74), ...span("K", 1, 5), ...span("L", 75, 78)]);
	});

	it("lists existing metrics", () => {
		const named = items.flatMap((item) => item.monitoring?.match(/\b(?:[A-Z][a-z]+){2}\b/g) ?? []);
		expect(named.length).toBeGreaterThan(10);
		expect(named.filter((name) => !METRICS.some((metric) => metric.name === name))).toEqual([]);
	});
});

describe("a feature", () => {
	it("is used by an item", () => {
		const used = new Set(items.map((item) => item.feature));
		expect(Object.keys(FEATURES).filter((feature) => !used.has(feature as keyof typeof FEATURES))).toEqual([]);
	});

	it("is off if it is declared unused, or if it is undeclared and its parent feature is off", () => {
		expect(switchedOffBy("scim", { scim: false })).toBe("scim");
		expect(switchedOffBy("scim", { scim: true })).toBeUndefined();
		expect(switchedOffBy("scim", { sso: false })).toBeUndefined();
		expect(switchedOffBy("scim", {})).toBeUndefined();
		expect(switchedOffBy("jit", { sso: false })).toBe("sso");
		expect(switchedOffBy("jit", { sso: true, jit: false })).toBe("jit");
		expect(switchedOffBy("jit", { sso: false, jit: true })).toBeUndefined();
		expect(switchedOffBy("sso", { jit: false })).toBeUndefined();
	});
});
