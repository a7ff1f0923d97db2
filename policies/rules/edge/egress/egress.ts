import type { FirewallPolicyArgs } from "@pulumi/aws/networkfirewall/firewallPolicy";
import type { ResolverFirewallRuleGroupArgs } from "@pulumi/aws/route53/resolverFirewallRuleGroup";
import type { ResourceGraph } from "../../../engine/graph";
import type { Resource } from "../../../engine/resource";
import type { ProjectContext } from "../../../engine/rule";
import { allOf, fail, inOtherStack, notApplicable, notDecidable, type Verdict } from "../../../engine/verdict";
import { DnsFirewallRuleGroup, NetworkFirewallPolicy } from "../../../facts/resource-types";
import { ANY_ENVIRONMENT_HOST, LOGIN_ASSET_HOSTS } from "../../../facts/scalekit-network";
import { ruleGroupOutcome } from "./dns-firewall";
import { fixFor } from "./fix";
import { ownOutcome, policyOutcome } from "./network-firewall";
import { byOutcome, type Destination, type Outcome } from "./outcome";
import { scalekitUse } from "./scalekit-use";

/** The resource types that may contain an allow-list for a VPC's egress traffic. */
export const FILTERS = [NetworkFirewallPolicy, DnsFirewallRuleGroup];
export type Filter = Resource<FirewallPolicyArgs> | Resource<ResolverFirewallRuleGroupArgs>;

const ENVIRONMENT = "the host of the Scalekit environment";
const DECLARE_IT = "declare it under scalekit.environment in readiness.yaml";
const ASSETS: readonly Destination[] = LOGIN_ASSET_HOSTS.map((host) => ({ host, label: host, printable: true }));

/** With a custom domain and the environment's own host, servers use only the one in their URL variable. */
const ONE_OF_TWO = notDecidable(
	undefined,
	"it allows only one of the hosts in readiness.yaml, and the stack does not show which one the workloads use; allow both, or verify with a probe from inside the VPC",
);

/** Passes if an egress filter allows the Scalekit environment. */
export function allowsEnvironment(filter: Filter, graph: ResourceGraph, project: ProjectContext): readonly Verdict[] {
	const { hosts, unknownHost, isUsed } = scalekitUse(graph, project);
	if (hosts.length > 0) {
		const destinations = hosts.map((host) => ({ host, label: ENVIRONMENT, printable: project.scalekitHosts.includes(host) }));
		const outcomes = destinations.map((each) => [each, outcomeFor(filter, each, graph)] as const);
		const isMixed = outcomes.some(([, each]) => each.verdict === "blocked") && outcomes.some(([, each]) => each.verdict === "pass");
		if (isMixed && project.scalekitHosts.length > 0 && !project.browsersBehindEgress) return [ONE_OF_TWO];
		const verdicts = byOutcome(outcomes).map(([outcome, those]) => verdictOn(outcome, ENVIRONMENT, fixFor(filter, those)));
		return allOf([...verdicts, ...(unknownHost ? [unknownHost] : [])], notApplicable("no host is known"));
	}
	const any = { host: ANY_ENVIRONMENT_HOST, label: ENVIRONMENT, printable: false };
	const everyHost = filter.is(NetworkFirewallPolicy) ? ownOutcome(filter, any.host, graph) : outcomeFor(filter, any, graph);
	if (everyHost.verdict === "not-applicable" || everyHost.verdict === "undetermined") return [everyHost];
	if (unknownHost) return [unknownHost];
	if (everyHost.verdict === "pass") return [everyHost];
	return [
		isUsed
			? notDecidable(undefined, `it allows only listed names, and the host of the Scalekit environment is unknown; ${DECLARE_IT}`)
			: inOtherStack(`it allows only listed names, and nothing in this stack shows whether its clients use Scalekit; ${DECLARE_IT}`),
	];
}

/** Passes if an egress filter allows the asset hosts of Scalekit's login pages; hosts with the same outcome share a finding. */
export function allowsLoginAssets(filter: Filter, graph: ResourceGraph, project: ProjectContext): readonly Verdict[] {
	const outcomes = ASSETS.map((each) => [each, outcomeFor(filter, each, graph)] as const);
	const { isUsed, unknownHost } = scalekitUse(graph, project);
	if (isUsed || project.browsersBehindEgress || !outcomes.some(([, each]) => each.verdict === "blocked")) {
		const verdicts = byOutcome(outcomes).map(([outcome, those]) => verdictOn(outcome, those.map((each) => each.label).join(" and ")));
		return allOf(verdicts, notApplicable("the stack does not filter login assets"));
	}
	return [unknownHost ?? inOtherStack(`nothing in this stack shows whether its clients use Scalekit; ${DECLARE_IT}`)];
}

/** @param fix how to allow the host, if it differs from the rule's own fix */
function verdictOn(outcome: Outcome, label: string, fix?: string): Verdict {
	if (outcome.verdict !== "blocked") return outcome;
	return fail(outcome.property, `${outcome.effect} ${label}: ${outcome.cause}`, outcome.fix ?? fix);
}

function outcomeFor(filter: Filter, destination: Destination, graph: ResourceGraph): Outcome {
	if (filter.is(NetworkFirewallPolicy)) return policyOutcome(filter, destination.host, graph);
	return ruleGroupOutcome(filter as Resource<ResolverFirewallRuleGroupArgs>, destination, graph);
}
