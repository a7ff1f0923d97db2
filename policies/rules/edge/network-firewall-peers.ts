import type { FirewallPolicyArgs } from "@pulumi/aws/networkfirewall/firewallPolicy";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { notDecidable } from "../../engine/verdict";
import { NetworkFirewallPolicy } from "../../facts/resource-types";
import { PROBE } from "./domain-list-group";
import { policyAdmits } from "./network-firewall";
import type { Answer } from "./refusal";

/** A policy's refusal counts only where every other policy refuses too: nothing in a stack says which one a workload goes through. */
export function unlessAnotherAdmits(answer: Answer, host: string, graph: ResourceGraph): Answer {
	if (answer.verdict !== "refused") return answer;
	const other = anyThatAdmits(host, graph);
	if (!other) return answer;
	const reason = `its lists leave a host out that firewall policy "${other.name}" may let through, and which of them the workloads go through cannot be told; ${PROBE}`;
	return notDecidable(undefined, reason);
}

/** A policy of the stack that does not refuse the host. */
function anyThatAdmits(host: string, graph: ResourceGraph): Resource<FirewallPolicyArgs> | undefined {
	const known = graph.memoize(admittingByHost);
	if (!known.has(host)) {
		const policies = graph.all(NetworkFirewallPolicy).filter((each) => !each.data.external);
		known.set(
			host,
			policies.find((each) => policyAdmits(each, host, graph).verdict !== "refused"),
		);
	}
	return known.get(host);
}

const admittingByHost = () => new Map<string, Resource<FirewallPolicyArgs> | undefined>();
