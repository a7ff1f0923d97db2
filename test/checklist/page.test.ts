import { items, sections } from "../../checklist";
import { checklistPage } from "../../checklist/page";
import { RULES } from "./findings";

const page = checklistPage(RULES);
const rows = page.split("\n").filter((each) => /^\| [LDK]\d/.test(each));

describe("the checklist's page", () => {
	it("has every line once, in order, in tables of four columns", () => {
		expect(rows.map((row) => row.split(" | ")[0])).toEqual(items.map((line) => `| ${line.id}`));
		for (const row of rows) expect(row.replace(/\\\|/g, "").split("|").length).toBe(6);
	});

	it("has every section once, in order", () => {
		expect(page.match(/^## .*/gm)).toEqual(sections.map((section) => `## ${section.title}`));
	});

	it("shows the feature, verification methods and rules of an item", () => {
		expect(rows).toContain(
			"| L11 | The webhook endpoint accepts events with a valid signature and rejects all others (`webhooks`) | infrastructure rules, an external probe | [webhook-let-through](rules/webhook-let-through.md) |",
		);
		expect(rows).toContain("| L6 | The login page carries the product's logo, colors and styling | an attestation | — |");
		expect(rows.find((row) => row.startsWith("| L75"))).toContain(
			"| infrastructure rules | [log-group-expires](rules/log-group-expires.md), [log-bucket-expires](rules/log-bucket-expires.md) |",
		);
	});

	it("shows placeholders as they are written", () => {
		expect(rows.find((row) => row.startsWith("| D1"))).toContain("\\<env\\>.scalekit.com");
	});

	it("is the same whenever it is written", () => {
		expect(checklistPage(RULES)).toBe(page);
	});
});
