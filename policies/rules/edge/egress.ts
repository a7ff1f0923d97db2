import type { FirewallPolicyArgs } from "@pulumi/aws/networkfirewall/firewallPolicy";
import type { ResolverFirewallRuleGroupArgs } from "@pulumi/aws/route53/resolverFirewallRuleGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import type { Surroundings } from "../../engine/rule";
import { allOf, beyond, elsewhere, notApplicable, type Verdict } from "../../engine/verdict";
import { DnsFirewallRuleGroup, NetworkFirewallPolicy } from "../../facts/kinds";
import { ANY_ENVIRONMENT_HOST, LOGIN_ASSET_HOSTS } from "../../facts/scalekit-network";
import { ruleGroupAdmits } from "./dns-firewall";
import { policyAdmits } from "./network-firewall";
import { scalekitUse } from "./scalekit-use";

/** What can hold a list of the names that a VPC may reach. */
export const FILTERS = [NetworkFirewallPolicy, DnsFirewallRuleGroup];
export type Filter = Resource<FirewallPolicyArgs> | Resource<ResolverFirewallRuleGroupArgs>;

const ENVIRONMENT = "the host of the Scalekit environment";
const NAME_IT = "name it under scalekit.environment in readiness.yaml";

/** A custom domain and the environment's own host: servers call the one that their URL variable names. */
const ONE_OF_TWO = beyond(
	undefined,
	"it lets only one of the hosts in readiness.yaml through, and nothing here says which one the workloads behind it call; list both, or probe from inside the VPC",
);

/** Does an egress filter let the Scalekit environment through? */
export function admitsEnvironment(filter: Filter, graph: ResourceGraph, surroundings: Surroundings): readonly Verdict[] {
	const { hosts, undecided, seen } = scalekitUse(graph, surroundings);
	if (hosts.length > 0) {
		const verdicts = hosts.map((host) => admits(filter, host, ENVIRONMENT, graph));
		const mixed = verdicts.some((each) => each.verdict === "fail") && verdicts.some((each) => each.verdict === "pass");
		if (mixed && surroundings.scalekitHosts.length > 0 && !surroundings.browsersBehindEgress) return [ONE_OF_TWO];
		return allOf([...verdicts, ...(undecided ? [undecided] : [])], notApplicable("no host is known"));
	}
	const every = admits(filter, ANY_ENVIRONMENT_HOST, ENVIRONMENT, graph);
	if (every.verdict !== "fail" && every.verdict !== "pass") return [every];
	if (undecided) return [undecided];
	if (every.verdict === "pass") return [every];
	return [
		seen
			? beyond(undefined, `it lets only listed names through, and the host of the Scalekit environment cannot be told here; ${NAME_IT}`)
			: elsewhere(`it lets only listed names through, and nothing here says whether Scalekit's must be among them; ${NAME_IT}`),
	];
}

/** Does an egress filter let through what Scalekit's login pages load in a browser? */
export function admitsLoginAssets(filter: Filter, graph: ResourceGraph, surroundings: Surroundings): readonly Verdict[] {
	const verdicts = LOGIN_ASSET_HOSTS.map((host) => admits(filter, host, host, graph));
	const { seen, undecided } = scalekitUse(graph, surroundings);
	if (seen || surroundings.browsersBehindEgress || !verdicts.some((each) => each.verdict === "fail"))
		return allOf(verdicts, notApplicable("nothing to load"));
	return [undecided ?? elsewhere(`nothing here says whether what is behind it uses Scalekit; ${NAME_IT}`)];
}

function admits(filter: Filter, host: string, what: string, graph: ResourceGraph): Verdict {
	if (filter.is(NetworkFirewallPolicy)) return policyAdmits(filter, host, what, graph);
	return filter.is(DnsFirewallRuleGroup) ? ruleGroupAdmits(filter, host, what, graph) : notApplicable("no filter of egress");
}
