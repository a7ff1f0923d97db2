import type { LoadBalancerArgs as ClassicLoadBalancerArgs } from "@pulumi/aws/elb/loadBalancer";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, failMissing, inOtherStack, notApplicable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { ClassicLoadBalancer, Listener, LoadBalancer } from "../../facts/resource-types";
import { checkLogDelivery } from "./log-delivery";

export const loadBalancerAccessLogs = stackRule({
	id: "load-balancer-access-logs",
	title: "Public load balancers write access logs",
	checklistItems: ["L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [LoadBalancer, ClassicLoadBalancer],
	why: "When logins fail, the access log shows the error with which the identity provider redirected the user, even if the request did not reach the application.",
	fix: "Set accessLogs to { enabled: true, bucket: <a bucket that Elastic Load Balancing may write to> }.",
	whenNotToUse: "A proxy in front of the load balancer logs the same requests.",
	references: [
		{
			title: "Elastic Load Balancing, User Guide for Application Load Balancers: Access logs",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
		},
		{
			title: "Elastic Load Balancing, User Guide for Network Load Balancers: Access logs",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html",
		},
		{
			title: "Elastic Load Balancing, User Guide for Classic Load Balancers: Access logs",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html",
		},
	],
	relatedRules: { checkov: ["CKV_AWS_91", "CKV_AWS_92"], "cdk-nag": ["AwsSolutions-ELB2"], securityHub: ["ELB.5"] },

	check(resource, { graph }) {
		const internal = resource.inputs.read("internal").or(false);
		if (internal.isUnknown) return undetermined(internal);
		if (internal.flag) return notApplicable("it is internal");
		if (resource.is(ClassicLoadBalancer)) return checkAccessLogs(resource.read("accessLogs"), true);
		if (resource.is(LoadBalancer)) return whyNoLog(resource, graph) ?? checkLogs(resource, graph);
		return notApplicable("it is no load balancer");
	},
});

/** Why a load balancer does not support access logs; undefined if it does. */
function whyNoLog(loadBalancer: Resource<LoadBalancerArgs>, graph: ResourceGraph): Verdict | undefined {
	const type = loadBalancer.read("loadBalancerType").or("application");
	if (type.isUnknown) return undetermined(type);
	if (type.is("gateway")) return notApplicable("Gateway Load Balancers have no access log");
	if (!type.is("network")) return undefined;
	const { resources: listeners, possible } = graph.referrers(loadBalancer, Listener, "loadBalancerArn");
	const protocols = listeners.map((listener) => listener.read("protocol"));
	if (protocols.some((protocol) => protocol.is("TLS"))) return undefined;
	const unknown = protocols.find((protocol) => protocol.isUnknown) ?? possible[0]?.read("loadBalancerArn");
	if (unknown) return undetermined(unknown);
	return listeners.length > 0
		? notApplicable("Network Load Balancers log only TLS listeners, and it has none")
		: inOtherStack("its listeners are not in this stack");
}

function checkLogs(loadBalancer: Resource<LoadBalancerArgs>, graph: ResourceGraph): Verdict {
	const direct = checkAccessLogs(loadBalancer.read("accessLogs"), false);
	return direct.verdict === "pass" ? direct : (checkLogDelivery(loadBalancer, graph) ?? direct);
}

type AccessLogs = Exclude<(typeof LoadBalancer)["args"], undefined>["accessLogs"] | ClassicLoadBalancerArgs["accessLogs"];

/** @param byDefault the provider's default for `enabled` */
function checkAccessLogs(logs: Reading<AccessLogs>, byDefault: boolean): Verdict {
	if (logs.isUnknown) return undetermined(logs);
	if (logs.isAbsent) return failMissing(logs, "has no access log");
	const enabled = logs.read("enabled").or(byDefault);
	if (enabled.isUnknown) return undetermined(enabled);
	if (!enabled.flag) return fail(enabled, "has its access log disabled", "Set accessLogs.enabled to true.");
	const bucket = logs.read("bucket");
	return bucket.isAbsent ? fail(bucket, "has no bucket for its access log", "Set accessLogs.bucket.") : pass();
}
