import type { LoadBalancerArgs as ClassicLoadBalancerArgs } from "@pulumi/aws/elb/loadBalancer";
import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup";
import type { TargetGroupAttachmentArgs } from "@pulumi/aws/lb/targetGroupAttachment";
import { resourceType } from "../../engine/resource";

/** Elastic Load Balancing: Pulumi type tokens of @pulumi/aws 7, then those that it knows as aliases, from @pulumi/aws 4 and older. */

export const LoadBalancer = resourceType<LoadBalancerArgs>("load balancer", ...everyToken("loadBalancer:LoadBalancer"));
export const Listener = resourceType<ListenerArgs>("load balancer listener", ...everyToken("listener:Listener"));
export const ListenerRule = resourceType<ListenerRuleArgs>("listener rule", ...everyToken("listenerRule:ListenerRule"));
export const TargetGroup = resourceType<TargetGroupArgs>("target group", ...everyToken("targetGroup:TargetGroup"));
export const TargetGroupAttachment = resourceType<TargetGroupAttachmentArgs>(
	"target group attachment",
	...everyToken("targetGroupAttachment:TargetGroupAttachment"),
);
export const ClassicLoadBalancer = resourceType<ClassicLoadBalancerArgs>(
	"classic load balancer",
	"aws:elb/loadBalancer:LoadBalancer",
	"aws:elasticloadbalancing/loadBalancer:LoadBalancer",
);

function everyToken(member: string): [string, ...string[]] {
	return [`aws:lb/${member}`, `aws:alb/${member}`, `aws:elasticloadbalancingv2/${member}`, `aws:applicationloadbalancing/${member}`];
}
