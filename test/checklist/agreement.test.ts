import { lineOf, lines } from "../../checklist";
import { rules } from "../../policies/rules";

/** Lines that rules could look at and for which there may be none yet, each with what is to come. */
const awaitingRules: Readonly<Record<string, string>> = {
	L1: "secrets: workloads with staging credentials",
	L3: "edge: CORS that lets in every origin",
	L4: "secrets: credentials written into workloads",
	L8: "dns: the record of the login page's own domain",
	L9: "mail: an identity of one's own at the provider",
	L10: "mail: SPF, DKIM and DMARC",
	L11: "edge: a webhook endpoint that lets Scalekit through",
	L13: "secrets: callback addresses in workloads",
	L40: "edge: a webhook endpoint that lets Scalekit through",
	L41: "edge: a webhook endpoint that knows its secret",
	D1: "edge: egress filters",
	D2: "edge: egress filters",
	D3: "edge: egress filters",
	L50: "edge: egress filters",
	L65: "edge: routes without an authorizer",
	L66: "edge: a firewall that turns agents away",
	L71: "alarms: the poller that reads the auth logs",
	L72: "alarms: failed logins that reach someone",
	L73: "alarms: failed webhooks that reach someone",
	L74: "alarms: errors of the login routes that reach someone",
	L75: "logging: log groups that expire",
	L77: "alarms: a runbook that alarms point to",
	L78: "rollback: deployments and flags that can be taken back",
};

const named = new Set(rules.flatMap((rule) => rule.lines));
const unnamed = lines.filter((line) => line.channels.includes("rule") && !named.has(line.id)).map((line) => line.id);

describe("rules and lines agree", () => {
	it.each(rules.map((rule) => [rule.id, rule] as const))("%s names lines that rules can settle, in the checklist's order", (_id, rule) => {
		expect(rule.lines.length).toBeGreaterThan(0);
		for (const id of rule.lines) expect({ id, channels: lineOf(id)?.channels }).toEqual({ id, channels: expect.arrayContaining(["rule"]) });
		expect(rule.lines).toEqual(lines.map((line) => line.id as string).filter((id) => rule.lines.includes(id)));
	});

	it(`has rules for every line that rules can settle, but for those still to come: ${unnamed.join(", ") || "none"}`, () => {
		expect(unnamed.filter((id) => !(id in awaitingRules))).toEqual([]);
	});

	it("awaits rules only for lines that rules can settle", () => {
		for (const id of Object.keys(awaitingRules))
			expect({ id, channels: lineOf(id)?.channels }).toEqual({ id, channels: expect.arrayContaining(["rule"]) });
	});
});
