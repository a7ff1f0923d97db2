import * as aws from "@pulumi/aws";
import { firewallSubnet, vpc } from "./network";
import { settings } from "./settings";

/** The hosts that the application may reach: Scalekit's API, and AWS APIs. */
const admitted = new aws.networkfirewall.RuleGroup("admitted", {
	type: "STATEFUL",
	capacity: 100,
	ruleGroup: {
		statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
		rulesSource: {
			rulesSourceList: {
				generatedRulesType: "ALLOWLIST",
				targetTypes: ["TLS_SNI", "HTTP_HOST"],
				targets: [new URL(settings.scalekitUrl).host, "cdn.scalekit.com", "fonts.googleapis.com", "fonts.gstatic.com", ".amazonaws.com"],
			},
		},
	},
});

const policy = new aws.networkfirewall.FirewallPolicy("egress", {
	firewallPolicy: {
		statelessDefaultActions: ["aws:forward_to_sfe"],
		statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
		statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
		statefulDefaultActions: ["aws:drop_established", "aws:alert_established"],
		statefulRuleGroupReferences: [{ priority: 1, resourceArn: admitted.arn }],
	},
});

new aws.networkfirewall.Firewall("egress", {
	vpcId: vpc.id,
	firewallPolicyArn: policy.arn,
	subnetMappings: [{ subnetId: firewallSubnet.id }],
});
