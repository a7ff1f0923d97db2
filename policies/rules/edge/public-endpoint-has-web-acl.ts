import type { RestApiArgs } from "@pulumi/aws/apigateway/restApi";
import type { StageArgs } from "@pulumi/aws/apigateway/stage";
import type { ServiceArgs } from "@pulumi/aws/apprunner/service";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource, ResourceType } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { AppRunnerService, Distribution, LoadBalancer, MultitenantDistribution, RestApi, RestStage } from "../../facts/resource-types";
import { protection } from "./web-acl-protection";

export const publicEndpointHasWebAcl = stackRule({
	id: "public-endpoint-has-web-acl",
	title: "A web ACL that stops requests is in front of each public endpoint",
	checklistItems: ["L72"],
	severity: "low",
	since: "1.0.0",
	resources: [LoadBalancer, RestStage, AppRunnerService, Distribution, MultitenantDistribution],
	why: "Guessing of passwords and codes shows first at the edge: without a web ACL that stops it, or with one that only counts, alerts are all that is left.",
	fix: "Associate a web ACL with a rule whose action is block, such as a rate rule on the login paths.",
	whenNotToUse: "Firewall Manager or another team associates web ACLs, or the endpoint serves nothing of the login.",
	references: [
		"AWS WAF, Developer Guide: Resources that you can protect with AWS WAF",
		"AWS WAF, Developer Guide: Testing and tuning your AWS WAF protections",
		"Elastic Load Balancing, User Guide for Application Load Balancers: AWS WAF fail open",
	],
	relatedRules: {
		checkov: ["CKV2_AWS_28", "CKV_AWS_68", "CKV2_AWS_29", "CKV_AWS_175"],
		"cdk-nag": ["AwsSolutions-CFR2", "AwsSolutions-APIG3"],
		securityHub: ["ELB.16", "CloudFront.6", "APIGateway.4", "WAF.10"],
		prowler: ["elbv2_waf_acl_attached"],
	},

	check(endpoint, { graph, project }) {
		const isPrivate = unlessPublic(endpoint, graph);
		if (isPrivate) return isPrivate;
		const verdict = protection(endpoint, graph, project);
		return endpoint.is(LoadBalancer) ? failsClosed(endpoint, verdict) : verdict;
	},
});

/** Why the public does not reach an endpoint, or no web ACL can stand in front of it; undefined where both hold. */
function unlessPublic(endpoint: Resource, graph: ResourceGraph): Verdict | undefined {
	if (endpoint.is(LoadBalancer)) return unlessPublicBalancer(endpoint);
	if (endpoint.is(RestStage)) return unlessPublicStage(endpoint, graph);
	if (endpoint.is(AppRunnerService)) return unlessPublicService(endpoint);
	return is(endpoint.inputs.read("enabled").or(true), false, "it is disabled and answers no requests");
}

function unlessPublicBalancer(balancer: Resource<LoadBalancerArgs>): Verdict | undefined {
	const type = balancer.read("loadBalancerType").or("application");
	if (type.isUnknown) return undetermined(type);
	if (!type.is("application")) return notApplicable("AWS WAF protects Application Load Balancers only");
	return is(balancer.read("internal").or(false), true, "it is internal");
}

function unlessPublicStage(stage: Resource<StageArgs>, graph: ResourceGraph): Verdict | undefined {
	const { resources: apis, state } = graph.follow(stage, stage.read("restApi") as Reading, RestApi as ResourceType<RestApiArgs>);
	const [api] = apis;
	if (!api || api.data.external) return state === "unknown" ? undetermined(stage.read("restApi")) : undefined;
	const types = api.read("endpointConfiguration").read("types") as Reading;
	if (types.isUnknown || types.leaves.some((each) => each.isUnknown)) return undetermined(types);
	return types.leaves.some((each) => each.is("PRIVATE")) ? notApplicable("its API is private") : undefined;
}

function unlessPublicService(service: Resource<ServiceArgs>): Verdict | undefined {
	const ingress = service.read("networkConfiguration").read("ingressConfiguration");
	return is(ingress.read("isPubliclyAccessible").or(true), false, "only its VPC reaches it");
}

function is(setting: Reading, wanted: boolean, reason: string): Verdict | undefined {
	if (setting.isUnknown) return undetermined(setting);
	return setting.flag === wanted ? notApplicable(reason) : undefined;
}

/** A load balancer whose web ACL does not answer stops the request, unless it is told not to. */
function failsClosed(balancer: Resource<LoadBalancerArgs>, protection: Verdict): Verdict {
	const failOpen = balancer.read("enableWafFailOpen").or(false);
	if (protection.verdict !== "pass" || failOpen.flag === false) return protection;
	if (failOpen.isUnknown) return undetermined(failOpen);
	return fail(failOpen, "lets requests past its web ACL whenever AWS WAF does not answer", "Set enableWafFailOpen to false.");
}
