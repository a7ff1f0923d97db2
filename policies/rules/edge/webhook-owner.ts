import type { IpSetArgs } from "@pulumi/aws/wafv2/ipSet";
import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import { PUBLISHED_OUTBOUND_ADDRESSES } from "../../../signals/scalekit-addresses";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { beyond, type Verdict } from "../../engine/verdict";
import { IpSet } from "../../facts/kinds";
import { holdsAddress } from "./address-sets";
import type { AclRule } from "./web-acl-rules";

const NAME = /scalekit/i;

/** Does a web ACL name Scalekit: in its own name, in anything that its rules say, or in the addresses that they look for? */
export function namesScalekit(acl: Resource<WebAclArgs>, rules: readonly AclRule[], graph: ResourceGraph): boolean {
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

/** What is wrong for Scalekit's webhooks, where nothing says that the webhooks are Scalekit's. */
export function unlessAnotherSenders(verdict: Verdict): Verdict {
	if (verdict.verdict !== "fail") return verdict;
	const reason = `it ${verdict.message}; whether Scalekit's webhooks come this way, "holds: [webhook]" in readiness.yaml would say`;
	return { ...beyond(undefined, reason), ...(verdict.property ? { property: verdict.property } : {}) };
}
