import type { FirewallPolicyArgs } from "@pulumi/aws/networkfirewall/firewallPolicy";
import type { ResolverFirewallRuleGroupArgs } from "@pulumi/aws/route53/resolverFirewallRuleGroup";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import type { ProjectContext } from "../../engine/rule";
import { allOf, fail, inOtherStack, notApplicable, notDecidable, type Verdict } from "../../engine/verdict";
import { DnsFirewallRuleGroup, NetworkFirewallPolicy } from "../../facts/resource-types";
import { ANY_ENVIRONMENT_HOST, LOGIN_ASSET_HOSTS } from "../../facts/scalekit-network";
import { ruleGroupAdmits } from "./dns-firewall";
import { toAdmit } from "./egress-fix";
import { policyAdmits } from "./network-firewall";
import { unlessAnotherAdmits } from "./network-firewall-peers";
import { type Answer, byAnswer, type Destination } from "./refusal";
import { scalekitUse } from "./scalekit-use";

/** What can hold a list of the names that a VPC may reach. */
export const FILTERS = [NetworkFirewallPolicy, DnsFirewallRuleGroup];
export type Filter = Resource<FirewallPolicyArgs> | Resource<ResolverFirewallRuleGroupArgs>;

const ENVIRONMENT = "the host of the Scalekit environment";
const NAME_IT = "name it under scalekit.environment in readiness.yaml";
const ASSETS: readonly Destination[] = LOGIN_ASSET_HOSTS.map((host) => ({ host, what: host, sayable: true }));

/** A custom domain and the environment's own host: servers call the one that their URL variable names. */
const ONE_OF_TWO = notDecidable(
	undefined,
	"it lets only one of the hosts in readiness.yaml through, and nothing here says which one the workloads behind it call; list both, or probe from inside the VPC",
);

/** Does an egress filter let the Scalekit environment through? */
export function allowsEnvironment(filter: Filter, graph: ResourceGraph, surroundings: ProjectContext): readonly Verdict[] {
	const { hosts, undecided, seen } = scalekitUse(graph, surroundings);
	if (hosts.length > 0) {
		const destinations = hosts.map((host) => ({ host, what: ENVIRONMENT, sayable: surroundings.scalekitHosts.includes(host) }));
		const answers = destinations.map((each) => [each, admits(filter, each, graph)] as const);
		const mixed = answers.some(([, each]) => each.verdict === "refused") && answers.some(([, each]) => each.verdict === "pass");
		if (mixed && surroundings.scalekitHosts.length > 0 && !surroundings.browsersBehindEgress) return [ONE_OF_TWO];
		const verdicts = byAnswer(answers).map(([answer, those]) => verdictOn(answer, ENVIRONMENT, toAdmit(filter, those)));
		return allOf([...verdicts, ...(undecided ? [undecided] : [])], notApplicable("no host is known"));
	}
	const every = alone(filter, { host: ANY_ENVIRONMENT_HOST, what: ENVIRONMENT, sayable: false }, graph);
	if (every.verdict === "not-applicable" || every.verdict === "undetermined") return [every];
	if (undecided) return [undecided];
	if (every.verdict === "pass") return [every];
	return [
		seen
			? notDecidable(
					undefined,
					`it lets only listed names through, and the host of the Scalekit environment cannot be told here; ${NAME_IT}`,
				)
			: inOtherStack(`it lets only listed names through, and nothing here says whether Scalekit's must be among them; ${NAME_IT}`),
	];
}

/** Does an egress filter let through what Scalekit's login pages load in a browser? One finding names all that is kept out the same way. */
export function allowsLoginAssets(filter: Filter, graph: ResourceGraph, surroundings: ProjectContext): readonly Verdict[] {
	const answers = ASSETS.map((each) => [each, admits(filter, each, graph)] as const);
	const { seen, undecided } = scalekitUse(graph, surroundings);
	if (seen || surroundings.browsersBehindEgress || !answers.some(([, each]) => each.verdict === "refused")) {
		const verdicts = byAnswer(answers).map(([answer, those]) => verdictOn(answer, those.map((each) => each.what).join(" and ")));
		return allOf(verdicts, notApplicable("nothing to load"));
	}
	return [undecided ?? inOtherStack(`nothing here says whether what is behind it uses Scalekit; ${NAME_IT}`)];
}

/** @param fix what puts it on a list, where the rule's own fix does not say so */
function verdictOn(answer: Answer, what: string, fix?: string): Verdict {
	if (answer.verdict !== "refused") return answer;
	return fail(answer.property, `${answer.does} ${what}: ${answer.cause}`, answer.fix ?? fix);
}

/** What a filter does with a host, unless another one may be the one that the workloads go through. */
function admits(filter: Filter, destination: Destination, graph: ResourceGraph): Answer {
	const answer = alone(filter, destination, graph);
	return filter.is(NetworkFirewallPolicy) ? unlessAnotherAdmits(answer, destination.host, graph) : answer;
}

function alone(filter: Filter, destination: Destination, graph: ResourceGraph): Answer {
	if (filter.is(NetworkFirewallPolicy)) return policyAdmits(filter, destination.host, graph);
	return filter.is(DnsFirewallRuleGroup) ? ruleGroupAdmits(filter, destination, graph) : notApplicable("no filter of egress");
}
