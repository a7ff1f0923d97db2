import type { IpSetArgs } from "@pulumi/aws/wafv2/ipSet";
import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import { PUBLISHED_OUTBOUND_ADDRESSES } from "../../../signals/scalekit-addresses";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource, ResourceType } from "../../engine/resource";
import type { ProjectContext } from "../../engine/rule";
import { notDecidable, type Verdict } from "../../engine/verdict";
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
} from "../../facts/resource-types";
import { holdsAddress } from "./address-sets";
import { frontedByCloudFront } from "./cloudfront-origins";
import type { AclRule } from "./web-acl-rules";

const NAME = /scalekit/i;

/** Does a web ACL name Scalekit: in its own name, in anything that its rules say, or in the addresses that they look for? */
function namesScalekit(acl: Resource<WebAclArgs>, rules: readonly AclRule[], graph: ResourceGraph): boolean {
	const owners: ReadonlySet<Resource> = new Set([acl, ...rules.map((rule) => rule.owner)]);
	for (const owner of owners) {
		if (NAME.test(owner.name) || owner.inputs.leaves.some((leaf) => NAME.test(leaf.text ?? ""))) return true;
	}
	return rules.some((rule) => graph.follow(rule.owner, rule.statement, IpSet).resources.some(isScalekits));
}

function isScalekits(set: Resource<IpSetArgs>): boolean {
	const addresses = set.read("addresses").items.flatMap((each) => each.text ?? []);
	return NAME.test(set.name) || addresses.some((range) => PUBLISHED_OUTBOUND_ADDRESSES.some((address) => holdsAddress(range, address)));
}

/** A public endpoint of the stack that a web ACL is not in front of, so that webhooks may come by it; HTTP APIs and function URLs have none. */
function otherWayPast(acl: Resource<WebAclArgs>, graph: ResourceGraph): Resource | undefined {
	return graph.memoize(waysIn).find(({ endpoint, acls }) => !acls.includes(acl) && !endpoint.data.external)?.endpoint;
}

/** The public endpoints of a stack with the web ACLs in front of each. */
function waysIn(graph: ResourceGraph): readonly { readonly endpoint: Resource; readonly acls: readonly Resource[] }[] {
	const all = (kinds: readonly ResourceType[]) => kinds.flatMap((kind) => graph.all(kind));
	const named = (from: Resource, property: string) => graph.follow(from, from.inputs.read(property), WebAcl as ResourceType).resources;
	const associated = (endpoint: Resource) =>
		graph.referrers(endpoint, WebAclAssociation, "resourceArn").resources.flatMap((each) => named(each, "webAclArn"));
	const reached = graph.all(LoadBalancer).filter((each) => !each.read("internal").flag && !frontedByCloudFront(each, graph));
	return [
		...all([HttpApi, LambdaFunctionUrl]).map((endpoint) => ({ endpoint, acls: [] })),
		...[...reached, ...all([RestStage, AppRunnerService])].map((endpoint) => ({ endpoint, acls: associated(endpoint) })),
		...all([Distribution, MultitenantDistribution]).map((endpoint) => ({ endpoint, acls: named(endpoint, "webAclId") })),
	];
}

/**
 * Whether Scalekit's webhooks go through a web ACL: it names Scalekit, or the stack holds the webhook and has no other way in.
 *
 * @returns the other way, where it cannot be told
 */
export function carriesWebhooks(
	acl: Resource<WebAclArgs>,
	rules: readonly AclRule[],
	graph: ResourceGraph,
	surroundings: ProjectContext,
): boolean | Resource {
	if (namesScalekit(acl, rules, graph)) return true;
	return surroundings.hasComponent("webhook") && (otherWayPast(acl, graph) ?? true);
}

/** What is wrong for Scalekit's webhooks, where nothing says that they come this way. */
export function unlessAnotherSenders(verdict: Verdict, carries: false | Resource): Verdict {
	if (verdict.verdict !== "fail") return verdict;
	const would = carries
		? `they may come by "${carries.name}" instead: a test event from Scalekit's dashboard would tell`
		: `whether Scalekit's webhooks come this way, "holds: [webhook]" in readiness.yaml would say`;
	return { ...notDecidable(undefined, `it ${verdict.message}; ${would}`), ...(verdict.property ? { property: verdict.property } : {}) };
}
