import type { RestApiArgs } from "@pulumi/aws/apigateway/restApi";
import type { StageArgs } from "@pulumi/aws/apigateway/stage";
import type { ServiceArgs } from "@pulumi/aws/apprunner/service";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource, ResourceType } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, notApplicable, undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { AppRunnerService, Distribution, LoadBalancer, MultitenantDistribution, RestApi, RestStage } from "../../facts/resource-types";
import { checkProtection } from "./web-acl/protection";

export const publicEndpointHasWebAcl = stackRule({
	id: "public-endpoint-has-web-acl",
	title: "Public endpoints are protected by a web ACL that blocks requests",
	checklistItems: ["L72"],
	severity: "low",
	since: "1.0.0",
	resources: [LoadBalancer, RestStage, AppRunnerService, Distribution, MultitenantDistribution],
	why: "Credential-guessing traffic is first visible at the edge. Without a web ACL, or with one that only counts or whose rules match no client, nothing stops it.",
	fix: "Associate a web ACL with a blocking rule, such as a rate-based rule on the login paths.",
	whenNotToUse: "Firewall Manager or another team manages web ACLs, or the endpoint is not involved in authentication.",
	references: [
		{
			title: "AWS WAF, Developer Guide: Resources that you can protect with AWS WAF",
			url: "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
		},
		{
			title: "AWS WAF, Developer Guide: Testing and tuning your AWS WAF protections",
			url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-testing.html",
		},
		{
			title: "Elastic Load Balancing, User Guide for Application Load Balancers: AWS WAF fail open",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-waf",
		},
	],
	relatedRules: {
		checkov: ["CKV2_AWS_28", "CKV_AWS_68", "CKV2_AWS_29", "CKV_AWS_175"],
		"cdk-nag": ["AwsSolutions-CFR2", "AwsSolutions-APIG3"],
		securityHub: ["ELB.16", "CloudFront.6", "APIGateway.4", "WAF.10"],
		prowler: ["elbv2_waf_acl_attached"],
	},

	check(endpoint, { graph, project }) {
		const notPublic = whyNotPublic(endpoint, graph);
		if (notPublic) return notPublic;
		return checkFailOpen(endpoint.inputs.read("enableWafFailOpen"), checkProtection(endpoint, graph, project));
	},
});

/** Why an endpoint is not public, or does not support web ACLs; undefined if it is public and does. */
function whyNotPublic(endpoint: Resource, graph: ResourceGraph): Verdict | undefined {
	if (endpoint.is(LoadBalancer)) return whyBalancerNotPublic(endpoint);
	if (endpoint.is(RestStage)) return whyStageNotPublic(endpoint, graph);
	if (endpoint.is(AppRunnerService)) return whyServiceNotPublic(endpoint);
	return unlessSetTo(endpoint.inputs.read("enabled"), false, "it is disabled");
}

function whyBalancerNotPublic(balancer: Resource<LoadBalancerArgs>): Verdict | undefined {
	const type = balancer.read("loadBalancerType").or("application");
	if (type.isUnknown) return undetermined(type);
	if (!type.is("application")) return notApplicable("AWS WAF protects Application Load Balancers only");
	return unlessSetTo(balancer.read("internal"), true, "it is internal");
}

function whyStageNotPublic(stage: Resource<StageArgs>, graph: ResourceGraph): Verdict | undefined {
	const { resources: apis, state } = graph.follow(stage, stage.read("restApi") as Reading, RestApi as ResourceType<RestApiArgs>);
	const [api] = apis;
	if (!api) return state === "unknown" ? undetermined(stage.read("restApi")) : undefined;
	const types = api.read("endpointConfiguration").read("types") as Reading;
	if (types.hasUnknown) return undeterminedIn(RestApi.label, api, types);
	return types.leaves.some((each) => each.is("PRIVATE")) ? notApplicable("its API is private") : undefined;
}

function whyServiceNotPublic(service: Resource<ServiceArgs>): Verdict | undefined {
	const ingress = service.read("networkConfiguration").read("ingressConfiguration");
	return unlessSetTo(ingress.read("isPubliclyAccessible"), false, "it is accessible only from its VPC");
}

function unlessSetTo(setting: Reading, value: boolean, message: string): Verdict | undefined {
	if (setting.isUnknown) return undetermined(setting);
	return setting.flag === value ? notApplicable(message) : undefined;
}

/** By default a load balancer rejects requests while AWS WAF is unavailable. */
function checkFailOpen(failOpen: Reading, protection: Verdict): Verdict {
	if (protection.verdict !== "pass") return protection;
	if (failOpen.isUnknown) return undetermined(failOpen);
	return failOpen.flag
		? fail(failOpen, "forwards requests without inspection while AWS WAF is unavailable", "Set enableWafFailOpen to false.")
		: protection;
}
