/** How AWS egress filters match a host with an entry of a domain list. */

/**
 * Network Firewall: `.example.com` matches example.com and its subdomains, `example.com` only itself. Asterisks have no meaning.
 *
 * Source: AWS Network Firewall API Reference, RulesSourceList
 * (https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RulesSourceList.html), read 2026-08.
 */
export function networkFirewallMatches(target: string, host: string): boolean {
	const entry = normalized(target);
	const name = normalized(host);
	if (!entry.startsWith(".")) return entry === name;
	return `.${name}`.endsWith(entry);
}

/**
 * DNS Firewall: `*.example.com` matches the subdomains of example.com but not example.com, `example.com` only itself, `*` everything.
 *
 * Source: Amazon Route 53 Developer Guide, Managing your own domain lists
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-user-managed-domain-lists.html), read 2026-08.
 */
export function dnsFirewallMatches(specification: string, host: string): boolean {
	const entry = normalized(specification);
	const name = normalized(host);
	if (!entry.startsWith("*")) return entry === name;
	const ending = entry.slice(1);
	return name.endsWith(ending) && name.length > ending.length;
}

/** True for the DNS Firewall entry that matches every name. */
export function matchesEveryName(specification: string): boolean {
	return normalized(specification) === "*";
}

/** Domain names are case-insensitive and may end with the dot of the root. */
function normalized(name: string): string {
	return name
		.trim()
		.toLowerCase()
		.replace(/(?<=.)\.$/, "");
}
