import type { FirewallArgs as NetworkFirewallArgs } from "@pulumi/aws/networkfirewall/firewall";
import type { FirewallPolicyArgs as NetworkFirewallPolicyArgs } from "@pulumi/aws/networkfirewall/firewallPolicy";
import type { RuleGroupArgs as NetworkFirewallRuleGroupArgs } from "@pulumi/aws/networkfirewall/ruleGroup";
import type { ResolverFirewallDomainListArgs as DnsFirewallDomainListArgs } from "@pulumi/aws/route53/resolverFirewallDomainList";
import type { ResolverFirewallRuleArgs as DnsFirewallRuleArgs } from "@pulumi/aws/route53/resolverFirewallRule";
import type { ResolverFirewallRuleGroupArgs as DnsFirewallRuleGroupArgs } from "@pulumi/aws/route53/resolverFirewallRuleGroup";
import type { ResolverFirewallRuleGroupAssociationArgs as DnsFirewallAssociationArgs } from "@pulumi/aws/route53/resolverFirewallRuleGroupAssociation";
import { resourceType } from "../../engine/resource";

/** Network Firewall and DNS Firewall: Pulumi type tokens of @pulumi/aws 7, with the older module's token where a type has two. */

export const NetworkFirewallRuleGroup = resourceType<NetworkFirewallRuleGroupArgs>(
	"Network Firewall rule group",
	"aws:networkfirewall/ruleGroup:RuleGroup",
);
export const NetworkFirewallPolicy = resourceType<NetworkFirewallPolicyArgs>(
	"Network Firewall policy",
	"aws:networkfirewall/firewallPolicy:FirewallPolicy",
);
export const NetworkFirewall = resourceType<NetworkFirewallArgs>("Network Firewall", "aws:networkfirewall/firewall:Firewall");
export const DnsFirewallDomainList = resourceType<DnsFirewallDomainListArgs>(
	"DNS Firewall domain list",
	"aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
);
export const DnsFirewallRuleGroup = resourceType<DnsFirewallRuleGroupArgs>(
	"DNS Firewall rule group",
	"aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup",
);
export const DnsFirewallRule = resourceType<DnsFirewallRuleArgs>(
	"DNS Firewall rule",
	"aws:route53/resolverFirewallRule:ResolverFirewallRule",
);
export const DnsFirewallAssociation = resourceType<DnsFirewallAssociationArgs>(
	"DNS Firewall rule group association",
	"aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
);
