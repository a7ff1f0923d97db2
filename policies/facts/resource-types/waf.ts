import type { IpSetArgs } from "@pulumi/aws/wafv2/ipSet";
import type { RuleGroupArgs as WafRuleGroupArgs } from "@pulumi/aws/wafv2/ruleGroup";
import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import type { WebAclAssociationArgs } from "@pulumi/aws/wafv2/webAclAssociation";
import type { WebAclLoggingConfigurationArgs as WebAclLoggingArgs } from "@pulumi/aws/wafv2/webAclLoggingConfiguration";
import type { WebAclRuleArgs } from "@pulumi/aws/wafv2/webAclRule";
import type { WebAclRuleGroupAssociationArgs } from "@pulumi/aws/wafv2/webAclRuleGroupAssociation";
import { resourceType } from "../../engine/resource";

/** AWS WAF: Pulumi type tokens of @pulumi/aws 7, with the older module's token where a type has two. */

export const WebAcl = resourceType<WebAclArgs>("web ACL", "aws:wafv2/webAcl:WebAcl");
export const WebAclRule = resourceType<WebAclRuleArgs>("web ACL rule", "aws:wafv2/webAclRule:WebAclRule");
export const WebAclRuleGroupAssociation = resourceType<WebAclRuleGroupAssociationArgs>(
	"web ACL rule group association",
	"aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
);
export const WebAclAssociation = resourceType<WebAclAssociationArgs>(
	"web ACL association",
	"aws:wafv2/webAclAssociation:WebAclAssociation",
);
export const WebAclLogging = resourceType<WebAclLoggingArgs>(
	"web ACL logging configuration",
	"aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
);
export const WafRuleGroup = resourceType<WafRuleGroupArgs>("WAF rule group", "aws:wafv2/ruleGroup:RuleGroup");
export const IpSet = resourceType<IpSetArgs>("WAF IP set", "aws:wafv2/ipSet:IpSet");
