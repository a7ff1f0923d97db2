import * as aws from "@pulumi/aws";

// An allow-list without Scalekit: logins fail once it applies.
const admitted = new aws.networkfirewall.RuleGroup("admitted", {
	type: "STATEFUL",
	capacity: 100,
	ruleGroup: {
		statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
		rulesSource: {
			rulesSourceList: { generatedRulesType: "ALLOWLIST", targetTypes: ["TLS_SNI"], targets: [".amazonaws.com", "api.stripe.com"] },
		},
	},
});

new aws.networkfirewall.FirewallPolicy("egress", {
	firewallPolicy: {
		statelessDefaultActions: ["aws:forward_to_sfe"],
		statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
		statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
		statefulDefaultActions: ["aws:drop_established"],
		statefulRuleGroupReferences: [{ priority: 1, resourceArn: admitted.arn }],
	},
});

const names = new aws.route53.ResolverFirewallDomainList("admitted", { domains: ["*.amazonaws.com", "api.stripe.com"] });
const everything = new aws.route53.ResolverFirewallDomainList("everything", { domains: ["*"] });
const group = new aws.route53.ResolverFirewallRuleGroup("egress");

new aws.route53.ResolverFirewallRule("admitted", {
	name: "admitted",
	firewallRuleGroupId: group.id,
	firewallDomainListId: names.id,
	priority: 100,
	action: "ALLOW",
});

new aws.route53.ResolverFirewallRule("everything-else", {
	name: "everything-else",
	firewallRuleGroupId: group.id,
	firewallDomainListId: everything.id,
	priority: 200,
	action: "BLOCK",
	blockResponse: "NXDOMAIN",
});
