import type { Resource } from "../../engine/resource";
import { NetworkFirewallPolicy } from "../../facts/resource-types";
import { PRODUCTION_DOMAIN } from "../../facts/scalekit-environment";
import type { Destination } from "./refusal";

/** How to let the environment's hosts through a filter; names them only where readiness.yaml does. */
export function toAdmit(filter: Resource, hosts: readonly Destination[]): string {
	const isFirewall = filter.is(NetworkFirewallPolicy);
	const all = `${isFirewall ? "." : "*."}${PRODUCTION_DOMAIN}`;
	const covered = hosts.every(({ host }) => host.endsWith(`.${PRODUCTION_DOMAIN}`));
	const named = `${hosts.map(({ host }) => `"${host}"`).join(" and ")}${covered ? `, or "${all}",` : ""}`;
	const entries = hosts.every(({ sayable }) => sayable) ? named : "the environment's host";
	return isFirewall
		? `Add ${entries} to the targets of an ALLOWLIST group whose targetTypes hold "TLS_SNI".`
		: `Put an ALLOW rule with firewallDomainRedirectionAction "TRUST_REDIRECTION_DOMAIN" and a list with ${entries} before the rule that blocks.`;
}
