import type { IpSetArgs } from "@pulumi/aws/wafv2/ipSet";
import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import { PUBLISHED_OUTBOUND_ADDRESSES } from "../../../../signals/scalekit-addresses";
import type { ResourceGraph } from "../../../engine/graph";
import type { Resource, ResourceType } from "../../../engine/resource";
import type { ProjectContext } from "../../../engine/rule";
import { notDecidable, type Verdict } from "../../../engine/verdict";
import {
	AppRunnerService,
	Distribution,
	HttpApi,
	IpSet,
	LambdaFunctionUrl,
	LoadBalancer,
	MultitenantDistribution,
	RestStage,
	WebAcl,
	WebAclAssociation,
} from "../../../facts/resource-types";
import { containsAddress } from "./address-sets";
import { behindCloudFront } from "./cloudfront-origins";
import type { AclRule } from "./rules";

const SCALEKIT = /scalekit/i;

/** True if a web ACL mentions Scalekit: in its name, in its rules, or by the addresses that they match. */
function mentionsScalekit(acl: Resource<WebAclArgs>, rules: readonly AclRule[], graph: ResourceGraph): boolean {
	const owners: ReadonlySet<Resource> = new Set([acl, ...rules.map((rule) => rule.owner)]);
	for (const owner of owners) {
		if (SCALEKIT.test(owner.name) || owner.inputs.leaves.some((leaf) => SCALEKIT.test(leaf.text ?? ""))) return true;
	}
	return rules.some((rule) => graph.follow(rule.owner, rule.statement, IpSet).resources.some(isScalekitIpSet));
}

function isScalekitIpSet(set: Resource<IpSetArgs>): boolean {
	const addresses = set.read("addresses").items.flatMap((each) => each.text ?? []);
	return (
		SCALEKIT.test(set.name) || addresses.some((range) => PUBLISHED_OUTBOUND_ADDRESSES.some((address) => containsAddress(range, address)))
	);
}

/** A public endpoint of the stack without this web ACL, through which webhooks may arrive; HTTP APIs and function URLs have no web ACL. */
function otherEndpoint(acl: Resource<WebAclArgs>, graph: ResourceGraph): Resource | undefined {
	return graph.memoize(publicEndpoints).find(({ endpoint, acls }) => !acls.includes(acl) && !endpoint.data.external)?.endpoint;
}

/** The public endpoints of a stack with their web ACLs. */
function publicEndpoints(graph: ResourceGraph): readonly { readonly endpoint: Resource; readonly acls: readonly Resource[] }[] {
	const all = (types: readonly ResourceType[]) => types.flatMap((type) => graph.all(type));
	const referenced = (from: Resource, property: string) => graph.follow(from, from.inputs.read(property), WebAcl as ResourceType).resources;
	const associated = (endpoint: Resource) =>
		graph.referrers(endpoint, WebAclAssociation, "resourceArn").resources.flatMap((each) => referenced(each, "webAclArn"));
	const loadBalancers = graph.all(LoadBalancer).filter((each) => !each.read("internal").flag && !behindCloudFront(each, graph));
	return [
		...all([HttpApi, LambdaFunctionUrl]).map((endpoint) => ({ endpoint, acls: [] })),
		...[...loadBalancers, ...all([RestStage, AppRunnerService])].map((endpoint) => ({ endpoint, acls: associated(endpoint) })),
		...all([Distribution, MultitenantDistribution]).map((endpoint) => ({ endpoint, acls: referenced(endpoint, "webAclId") })),
	];
}

/**
 * Whether Scalekit's webhooks pass through a web ACL: it mentions Scalekit, or the stack contains the webhook and no endpoint
 * without this web ACL.
 *
 * @returns such an endpoint, if there is one
 */
export function carriesWebhooks(
	acl: Resource<WebAclArgs>,
	rules: readonly AclRule[],
	graph: ResourceGraph,
	project: ProjectContext,
): boolean | Resource {
	if (mentionsScalekit(acl, rules, graph)) return true;
	return project.hasComponent("webhook") && (otherEndpoint(acl, graph) ?? true);
}

/** A failure counts only if the web ACL is known to carry Scalekit's webhooks; otherwise it is undetermined. */
export function unlessOtherTraffic(verdict: Verdict, carries: false | Resource): Verdict {
	if (verdict.verdict !== "fail") return verdict;
	const evidence = carries
		? `webhooks may arrive through "${carries.name}" instead; send a test event from the Scalekit dashboard to verify`
		: 'it is unknown whether Scalekit webhooks pass through it; declare "components: [webhook]" in readiness.yaml if they do';
	return { ...notDecidable(undefined, `it ${verdict.message}; ${evidence}`), property: verdict.property };
}
