import type { LoadBalancerArgs as ClassicLoadBalancerArgs } from "@pulumi/aws/elb/loadBalancer";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, failMissing, inOtherStack, notApplicable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { ClassicLoadBalancer, Listener, LoadBalancer } from "../../facts/resource-types";
import { deliveredByCloudWatch } from "./log-delivery";

export const loadBalancerAccessLogs = stackRule({
	id: "load-balancer-access-logs",
	title: "Public load balancers write access logs",
	checklistItems: ["L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [LoadBalancer, ClassicLoadBalancer],
	why: "When logins fail, the access log shows who came back from the identity provider with which error, also where the application never saw the request.",
	fix: "Set accessLogs to { enabled: true, bucket: <a bucket that Elastic Load Balancing may write to> }.",
	whenNotToUse: "Something in front of the load balancer writes the same requests to its own access log.",
	references: [
		"Elastic Load Balancing, User Guide for Application Load Balancers: Access logs",
		"Elastic Load Balancing, User Guide for Network Load Balancers: Access logs",
		"Elastic Load Balancing, User Guide for Classic Load Balancers: Access logs",
	],
	relatedRules: { checkov: ["CKV_AWS_91", "CKV_AWS_92"], "cdk-nag": ["AwsSolutions-ELB2"], securityHub: ["ELB.5"] },

	check(resource, { graph }) {
		const internal = resource.inputs.read("internal").or(false);
		if (internal.isUnknown) return undetermined(internal);
		if (internal.flag) return notApplicable("it is internal");
		if (resource.is(ClassicLoadBalancer)) return written(resource.read("accessLogs"), true);
		if (resource.is(LoadBalancer)) return withoutLog(resource, graph) ?? writtenOrDelivered(resource, graph);
		return notApplicable("not a load balancer");
	},
});

/** Why a load balancer could write no access log; undefined where it could. */
function withoutLog(loadBalancer: Resource<LoadBalancerArgs>, graph: ResourceGraph): Verdict | undefined {
	const type = loadBalancer.read("loadBalancerType").or("application");
	if (type.isUnknown) return undetermined(type);
	if (type.is("gateway")) return notApplicable("a Gateway Load Balancer writes no access log");
	if (!type.is("network")) return undefined;
	const { resources: listeners, possible } = graph.referrers(loadBalancer, Listener, "loadBalancerArn");
	const protocols = listeners.map((listener) => listener.read("protocol"));
	if (protocols.some((protocol) => protocol.is("TLS"))) return undefined;
	const open = protocols.find((protocol) => protocol.isUnknown) ?? possible[0]?.read("loadBalancerArn");
	if (open) return undetermined(open);
	return listeners.length > 0
		? notApplicable("a Network Load Balancer logs its TLS listeners only, and it has none")
		: inOtherStack("its listeners are not in this stack");
}

function writtenOrDelivered(loadBalancer: Resource<LoadBalancerArgs>, graph: ResourceGraph): Verdict {
	const direct = written(loadBalancer.read("accessLogs"), false);
	return direct.verdict === "pass" ? direct : (deliveredByCloudWatch(loadBalancer, graph) ?? direct);
}

type AccessLogs = Exclude<(typeof LoadBalancer)["args"], undefined>["accessLogs"] | ClassicLoadBalancerArgs["accessLogs"];

/** @param byDefault what the provider takes `enabled` for where the block does not say */
function written(logs: Reading<AccessLogs>, byDefault: boolean): Verdict {
	if (logs.isUnknown) return undetermined(logs);
	if (logs.isAbsent) return failMissing(logs, "writes no access log");
	const enabled = logs.read("enabled").or(byDefault);
	if (enabled.isUnknown) return undetermined(enabled);
	if (!enabled.flag) return fail(enabled, "has its access log switched off", "Set accessLogs.enabled to true.");
	const bucket = logs.read("bucket");
	return bucket.isAbsent ? fail(bucket, "has no bucket for its access log", "Set accessLogs.bucket.") : pass();
}
