import type { LoadBalancerArgs as ClassicLoadBalancerArgs } from "@pulumi/aws/elb/loadBalancer";
import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup";
import type { TargetGroupAttachmentArgs } from "@pulumi/aws/lb/targetGroupAttachment";
import { kind } from "../../engine/resource";

/** Elastic Load Balancing: Pulumi type tokens of @pulumi/aws 7, with the older module's token where a type has two. */

export const LoadBalancer = kind<LoadBalancerArgs>(
	"load balancer",
	"aws:lb/loadBalancer:LoadBalancer",
	"aws:alb/loadBalancer:LoadBalancer",
);
export const Listener = kind<ListenerArgs>("load balancer listener", "aws:lb/listener:Listener", "aws:alb/listener:Listener");
export const ListenerRule = kind<ListenerRuleArgs>(
	"listener rule",
	"aws:lb/listenerRule:ListenerRule",
	"aws:alb/listenerRule:ListenerRule",
);
export const TargetGroup = kind<TargetGroupArgs>("target group", "aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup");
export const TargetGroupAttachment = kind<TargetGroupAttachmentArgs>(
	"target group attachment",
	"aws:lb/targetGroupAttachment:TargetGroupAttachment",
	"aws:alb/targetGroupAttachment:TargetGroupAttachment",
);
export const ClassicLoadBalancer = kind<ClassicLoadBalancerArgs>("classic load balancer", "aws:elb/loadBalancer:LoadBalancer");
