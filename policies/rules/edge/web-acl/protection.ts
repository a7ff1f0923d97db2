import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import type { ProjectContext } from "../../../engine/rule";
import {
	allOf,
	failMissing,
	inOtherStack,
	pass,
	type Undetermined,
	undetermined,
	undeterminedIn,
	type Verdict,
} from "../../../engine/verdict";
import { Distribution, LoadBalancer, MultitenantDistribution, WebAcl, WebAclAssociation } from "../../../facts/resource-types";
import { behindCloudFront } from "./cloudfront-origins";
import { enforces } from "./enforcement";

/** Passes if the web ACL of a public endpoint stops requests. CloudFront references its web ACL; other endpoints have an association. */
export function checkProtection(endpoint: Resource, graph: ResourceGraph, project: ProjectContext): Verdict {
	if (endpoint.is(Distribution) || endpoint.is(MultitenantDistribution)) {
		const id = endpoint.inputs.read("webAclId");
		return id.isAbsent ? unprotected("CLOUDFRONT", id, graph, project) : checkReference(endpoint, id, graph, undetermined(id));
	}
	const { resources: associations, possible } = graph.referrers(endpoint, WebAclAssociation, "resourceArn");
	const verdicts = associations.map((each) => {
		const arn = each.read("webAclArn");
		return checkReference(each, arn, graph, undeterminedIn(WebAclAssociation.label, each, arn));
	});
	if (verdicts.length > 0) return allOf(verdicts, pass())[0] ?? pass();
	const [association] = possible;
	if (association) return undeterminedIn(WebAclAssociation.label, association, association.read("resourceArn"));
	const behind = endpoint.is(LoadBalancer) ? behindCloudFront(endpoint, graph) : undefined;
	return behind ?? unprotected("REGIONAL", undefined, graph, project);
}

function checkReference(owner: Resource, id: Reading, graph: ResourceGraph, unknown: Undetermined): Verdict {
	const { resources: acls, state } = graph.follow(owner, id, WebAcl);
	const [acl] = acls;
	if (!acl && state === "unknown") return unknown;
	return !acl || acl.data.external ? inOtherStack("its web ACL is not in this stack") : enforces(acl, graph);
}

/** Without a web ACL, the verdict is a failure only if this stack is where it would be defined. */
function unprotected(scope: string, where: Reading | undefined, graph: ResourceGraph, project: ProjectContext): Verdict {
	const { scopes, unknown } = graph.memoize(scopesIn);
	if (project.hasComponent("edge") || scopes.has(scope)) return failMissing(where, "has no web ACL");
	return unknown ?? inOtherStack("its web ACL may be in another stack, or managed by Firewall Manager");
}

function scopesIn(graph: ResourceGraph): { readonly scopes: ReadonlySet<string>; readonly unknown: Undetermined | undefined } {
	const acls = graph.all(WebAcl);
	const open = acls.find((acl) => acl.read("scope").isUnknown);
	return {
		scopes: new Set(acls.flatMap((acl) => acl.read("scope").text ?? [])),
		unknown: open && undeterminedIn(WebAcl.label, open, open.read("scope")),
	};
}
