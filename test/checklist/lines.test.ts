import { itemOf, items, sections } from "../../checklist";
import { FEATURES, switchedOffBy } from "../../checklist/features";
import { VERIFICATION_METHODS } from "../../checklist/item";
import { METRICS } from "../../signals";
import { vendorWording } from "./vendor-wording";
import { digestsOf } from "./wording";

/** `L1` to `L3`: three ids. */
const span = (letter: string, from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);

describe("the checklist", () => {
	it("has the vendor's 86 lines in the vendor's order", () => {
		expect(items.map((line) => line.id)).toEqual([
			...span("L", 1, 49),
			...span("D", 1, 3),
			...span("L", 50, 74),
			...span("K", 1, 5),
			...span("L", 75, 78),
		]);
	});

	it("has the vendor's sections in the vendor's order, each with its lines", () => {
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
		for (const section of sections) for (const line of section.items) expect(line.section).toBe(section.id);
	});

	it("finds a line by its id", () => {
		for (const line of items) expect(itemOf(line.id)).toBe(line);
		expect(itemOf("L79")).toBeUndefined();
	});
});

describe.each(items.map((line) => [line.id, line] as const))("%s", (_id, line) => {
	it("is told in a short sentence of its own, without a full stop", () => {
		expect(line.title.length).toBeLessThanOrEqual(70);
		expect(line.title).toMatch(/^[A-Z].*[^.\s]$/);
		expect(items.filter((other) => other.title === line.title)).toEqual([line]);
	});

	it("does not repeat the vendor's wording", () => {
		expect(digestsOf(line.title).filter((digest) => vendorWording.has(digest))).toEqual([]);
	});

	it("can be settled by something", () => {
		expect(line.verifiedBy.length).toBeGreaterThan(0);
		expect(new Set(line.verifiedBy).size).toBe(line.verifiedBy.length);
		for (const channel of line.verifiedBy) expect(Object.keys(VERIFICATION_METHODS)).toContain(channel);
	});

	it("says what it takes beyond the rules exactly where rules look at it and do not suffice", () => {
		const looked = line.verifiedBy.includes("rule");
		if (line.rulesSuffice) expect(looked).toBe(true);
		if (looked && !line.rulesSuffice) expect(line.verifiedBy.length).toBeGreaterThan(1);
		expect(line.remainingEvidence !== undefined).toBe(looked && !line.rulesSuffice);
		if (line.remainingEvidence) expect(line.remainingEvidence).toMatch(/^(a|an|each) .*[^.]$/);
	});

	it("depends on no feature that is not known", () => {
		if (line.feature) expect(Object.keys(FEATURES)).toContain(line.feature);
	});
});

describe("what the monitoring brings", () => {
	it("is told of the lines on observing and of the metrics", () => {
		const told = items.filter((line) => line.monitoring).map((line) => line.id);
		expect(told).toEqual([...span("L", 71, 74), ...span("K", 1, 5), ...span("L", 75, 78)]);
	});

	it("names metrics that there are", () => {
		const named = items.flatMap((line) => line.monitoring?.match(/\b(?:[A-Z][a-z]+){2}\b/g) ?? []);
		expect(named.length).toBeGreaterThan(10);
		expect(named.filter((name) => !METRICS.some((metric) => metric.name === name))).toEqual([]);
	});
});

describe("a feature", () => {
	it("matters to some line", () => {
		const used = new Set(items.map((line) => line.feature));
		expect(Object.keys(FEATURES).filter((feature) => !used.has(feature as keyof typeof FEATURES))).toEqual([]);
	});

	it("is off where it is said to be, or where nothing is said of it and the whole is off", () => {
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
