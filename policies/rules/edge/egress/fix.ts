import type { Resource } from "../../../engine/resource";
import { NetworkFirewallPolicy } from "../../../facts/resource-types";
import { PRODUCTION_DOMAIN } from "../../../facts/scalekit-environment";
import type { Destination } from "./outcome";

/** How to allow the environment's hosts; contains the hosts only if readiness.yaml declares them. */
export function fixFor(filter: Resource, hosts: readonly Destination[]): string {
	const isFirewall = filter.is(NetworkFirewallPolicy);
	const wildcard = `${isFirewall ? "." : "*."}${PRODUCTION_DOMAIN}`;
	const isCovered = hosts.every(({ host }) => host.endsWith(`.${PRODUCTION_DOMAIN}`));
	const named = `${hosts.map(({ host }) => `"${host}"`).join(" and ")}${isCovered ? `, or "${wildcard}",` : ""}`;
	const entries = hosts.every(({ printable }) => printable) ? named : "the environment's host";
	return isFirewall
		? `Add ${entries} to the targets of an ALLOWLIST group whose targetTypes include "TLS_SNI".`
		: `Add an ALLOW rule with firewallDomainRedirectionAction "TRUST_REDIRECTION_DOMAIN" and a list with ${entries} before the rule that blocks.`;
}
