import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import type { ProjectContext } from "../../engine/rule";
import { allOf, failMissing, inOtherStack, pass, undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { Distribution, LoadBalancer, MultitenantDistribution, WebAcl, WebAclAssociation } from "../../facts/resource-types";
import { frontedByCloudFront } from "./cloudfront-origins";
import { enforces } from "./web-acl-enforces";

/** Does the web ACL of a public endpoint stop anything? CloudFront names its own; for all others an association does. */
export function protection(endpoint: Resource, graph: ResourceGraph, surroundings: ProjectContext): Verdict {
	if (endpoint.is(Distribution) || endpoint.is(MultitenantDistribution)) {
		const id = endpoint.inputs.read("webAclId");
		return id.isAbsent ? unprotected("CLOUDFRONT", id, graph, surroundings) : named(endpoint, id, graph);
	}
	const { resources: associations, possible } = graph.referrers(endpoint, WebAclAssociation, "resourceArn");
	const verdicts = associations.map((each) => named(each, each.read("webAclArn"), graph));
	if (verdicts.length > 0) return allOf(verdicts, pass())[0] ?? pass();
	const [stray] = possible;
	if (stray) return undeterminedIn("web ACL association", stray, stray.read("resourceArn"));
	const behind = endpoint.is(LoadBalancer) ? frontedByCloudFront(endpoint, graph) : undefined;
	return behind ?? unprotected("REGIONAL", undefined, graph, surroundings);
}

/** What the web ACL that is named does. */
function named(owner: Resource, id: Reading, graph: ResourceGraph): Verdict {
	const { resources: acls, state } = graph.follow(owner, id, WebAcl);
	const [acl] = acls;
	if (!acl)
		return state === "unknown" ? undeterminedIn("web ACL association", owner, id) : inOtherStack("its web ACL is not in this stack");
	return acl.data.external ? inOtherStack("its web ACL is not in this stack") : enforces(acl, graph);
}

/** No web ACL is named: wrong only where this stack is the one that would name it. */
function unprotected(scope: string, where: Reading | undefined, graph: ResourceGraph, surroundings: ProjectContext): Verdict {
	const { scopes, open } = graph.memoize(scopesHere);
	if (surroundings.hasComponent("edge") || scopes.has(scope)) return failMissing(where, "has no web ACL in front");
	return open ? undetermined(open) : inOtherStack("a web ACL in front of it would be in another stack, or Firewall Manager's");
}

function scopesHere(graph: ResourceGraph): { readonly scopes: ReadonlySet<string>; readonly open: Reading | undefined } {
	const scopes = graph.all(WebAcl).map((acl) => acl.read("scope") as Reading);
	return { scopes: new Set(scopes.flatMap((each) => each.text ?? [])), open: scopes.find((each) => each.isUnknown) };
}
