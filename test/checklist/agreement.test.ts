import { itemOf, items } from "../../checklist";
import { rules } from "../../policies/rules";

/** Items that rules could cover but do not yet, each with the plan. */
const awaitingRules: Readonly<Record<string, string>> = {
	L9: "mail: a custom identity at the provider",
	L10: "mail: SPF, DKIM and DMARC",
	L13: "secrets: callback addresses in workloads",
	L41: "edge: a webhook endpoint that knows its secret",
	L65: "edge: routes without an authorizer",
	L66: "edge: a firewall that turns agents away",
	L77: "alarms: a runbook that alarms point to",
	L78: "rollback: deployments and flags that can be taken back",
};

const named = new Set(rules.flatMap((rule) => rule.checklistItems));
const unnamed = items.filter((line) => line.verifiedBy.includes("rule") && !named.has(line.id)).map((line) => line.id);

describe("rules and lines agree", () => {
	it.each(rules.map((rule) => [rule.id, rule] as const))("%s has items that rules can verify, in the checklist's order", (_id, rule) => {
		expect(rule.checklistItems.length).toBeGreaterThan(0);
		for (const id of rule.checklistItems)
			expect({ id, channels: itemOf(id)?.verifiedBy }).toEqual({ id, channels: expect.arrayContaining(["rule"]) });
		expect(rule.checklistItems).toEqual(items.map((line) => line.id as string).filter((id) => rule.checklistItems.includes(id)));
	});

	it("have rules for every item that rules can verify, except planned ones", () => {
		expect(unnamed).toEqual(items.map((line) => line.id as string).filter((id) => id in awaitingRules));
	});
});
