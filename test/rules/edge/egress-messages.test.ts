import type { ExampleResource } from "../../../policies/engine/example";
import { ref, resource, toResourceData } from "../../../policies/engine/example";
import type { Rule } from "../../../policies/engine/rule";
import {
	DnsFirewallDomainList,
	DnsFirewallRule,
	DnsFirewallRuleGroup,
	IpSet,
	LambdaFunction,
	WebAcl,
	WebAclLogging,
} from "../../../policies/facts/resource-types";
import { rules } from "../../../policies/rules";
import { allowListOf, namesOnly } from "../../../policies/rules/edge/egress/example-filters";
import { judge } from "../../../policies/rules/judge";

function ruleOf(id: string): Rule {
	const rule = rules.find((each) => each.id === id);
	if (!rule) throw new Error(`no rule ${id}`);
	return rule;
}

/** What a rule says and advises of what fails. */
function saidOf(id: string, stack: readonly ExampleResource[], project: object = {}): string[] {
	const findings = judge(ruleOf(id), toResourceData({ stack }, "state"), { project });
	return findings.flatMap((each) => (each.verdict === "fail" ? [`${each.message} | ${each.fix}`] : []));
}

const calling = (url: string) =>
	resource(LambdaFunction, "callback", {
		vpcConfig: { subnetIds: ["subnet-0a1"], securityGroupIds: ["sg-0a1"] },
		environment: { variables: { SCALEKIT_ENVIRONMENT_URL: url } },
	});

describe("the advice of network-firewall-allows-scalekit", () => {
	const advice = (project: object, ...more: ExampleResource[]) =>
		saidOf("network-firewall-allows-scalekit", [...allowListOf([".amazonaws.com"]), ...more], project);
	const end = 'to the targets of an ALLOWLIST group whose targetTypes include "TLS_SNI".';
	const message =
		'Network Firewall policy "egress" drops HTTPS to the host of the Scalekit environment: not on an allow-list with target type TLS_SNI';

	it.each([
		[["acme.scalekit.com"], '"acme.scalekit.com", or ".scalekit.com",'],
		[["acme.scalekit.dev"], '"acme.scalekit.dev"'],
		[["acme.scalekit.com", "auth.acme.example"], '"acme.scalekit.com" and "auth.acme.example"'],
	])("names the hosts %p of readiness.yaml", (scalekitHosts, entries) => {
		expect(advice({ scalekitHosts })).toEqual([`${message} | Add ${entries} ${end}`]);
	});

	it("names no host that only a variable's value names", () => {
		expect(advice({}, calling("https://acme.scalekit.dev"))).toEqual([`${message} | Add the environment's host ${end}`]);
	});

	it("names the host where readiness.yaml names it, too", () => {
		expect(advice({ scalekitHosts: ["acme.scalekit.dev"] }, calling("https://acme.scalekit.dev"))).toEqual([
			`${message} | Add "acme.scalekit.dev" ${end}`,
		]);
	});
});

it.each([
	[true, "high"],
	[false, "low"],
])("missing login assets, with browsers behind the filter %p, have the severity %s", (browsersBehindEgress, severity) => {
	const project = { scalekitHosts: ["acme.scalekit.com"], browsersBehindEgress };
	const rule = ruleOf("egress-allows-login-assets");
	const findings = judge(rule, toResourceData({ stack: allowListOf(["acme.scalekit.com"]) }, "state"), { project });
	expect(findings).toMatchObject([{ verdict: "fail", severity }]);
});

it("the advice for a blocked domain list is to remove the entry", () => {
	const stack = [
		resource(DnsFirewallRuleGroup, "resolver", { name: "resolver" }),
		resource(DnsFirewallRule, "blocked", {
			action: "BLOCK",
			priority: 100,
			firewallDomainListId: ref("names", "id"),
			firewallRuleGroupId: ref("resolver", "id"),
		}),
		resource(DnsFirewallDomainList, "names", { domains: ["acme.scalekit.com"] }),
	];
	const said = saidOf("dns-firewall-allows-scalekit", stack, { scalekitHosts: ["acme.scalekit.com"] });
	expect(said).toEqual([expect.stringContaining("| Remove it from the blocked domain list.")]);
});

it("DNS Firewall is advised in its own spelling", () => {
	const [said] = saidOf("dns-firewall-allows-scalekit", namesOnly(["*.amazonaws.com"]), { scalekitHosts: ["acme.scalekit.com"] });
	expect(said).toContain('a list with "acme.scalekit.com", or "*.scalekit.com", before the rule that blocks.');
});

describe("one finding for all that is missing", () => {
	it("of what the login pages load", () => {
		const project = { scalekitHosts: ["acme.scalekit.com"] };
		const through = saidOf("egress-allows-login-assets", allowListOf(["acme.scalekit.com"]), project);
		expect(through).toHaveLength(1);
		expect(through[0]).toContain("drops HTTPS to cdn.scalekit.com and fonts.googleapis.com: not on an allow-list");
		const looked = saidOf("egress-allows-login-assets", namesOnly(["*.scalekit.com"]), project);
		expect(looked).toEqual([expect.stringContaining("blocks DNS queries for fonts.googleapis.com: ")]);
	});

	const logging = (...names: string[]) => [
		resource(WebAclLogging, "logging", { resourceArn: ref("acl"), redactedFields: names.map((name) => ({ singleHeader: { name } })) }),
		resource(WebAcl, "acl", { scope: "REGIONAL" }),
	];
	it.each([
		[logging(), 'authorization and cookie headers unredacted | Add { singleHeader: { name: "authorization" } } and { singleHeader'],
		[logging("Authorization"), 'logs the cookie header unredacted | Add { singleHeader: { name: "cookie" } } to redactedFields.'],
	])("of the headers in a web ACL's log", (stack, words) => {
		expect(saidOf("web-acl-logs-redacted", stack)).toEqual([expect.stringContaining(words)]);
	});
});

it("addresses before the rate rules get no advice to allow the webhook's path", () => {
	const path = { fieldToMatch: { uriPath: {} }, positionalConstraint: "EXACTLY", searchString: "/webhooks/scalekit" };
	const [said] = saidOf("web-acl-allows-webhooks", [
		resource(WebAcl, "shop", {
			defaultAction: { allow: {} },
			rules: [
				{ name: "office", priority: 0, action: { allow: {} }, statement: { ipSetReferenceStatement: { arn: ref("office") } } },
				{ name: "rate", priority: 1, action: { block: {} }, statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: "IP" } } },
				{ name: "webhook", priority: 2, action: { allow: {} }, statement: { byteMatchStatement: path } },
			],
		}),
		resource(IpSet, "office", { addresses: ["203.0.113.0/24"] }),
	]);
	expect(said).toMatch(/ allows addresses for any path in .* \| Move the rule behind the rate-based rules, or limit it to a path/);
});
