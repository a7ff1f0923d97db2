/** How AWS's filters compare a host with an entry of a domain list. */

/**
 * Network Firewall: `.example.com` covers example.com and every name below it, `example.com` only itself. An asterisk has no meaning.
 *
 * AWS Network Firewall API Reference, "RulesSourceList", read 2026-08.
 */
export function networkFirewallCovers(target: string, host: string): boolean {
	const entry = spelled(target);
	const name = spelled(host);
	if (!entry.startsWith(".")) return entry === name;
	return entry.length > 1 && `.${name}`.endsWith(entry);
}

/**
 * DNS Firewall: `*.example.com` covers every name below example.com and not example.com, `example.com` only itself, `*` everything.
 *
 * Amazon Route 53 Developer Guide, "Managing your own domain lists", read 2026-08.
 */
export function dnsFirewallCovers(specification: string, host: string): boolean {
	const entry = spelled(specification);
	const name = spelled(host);
	if (!entry.startsWith("*")) return entry === name;
	const ending = entry.slice(1);
	return name.endsWith(ending) && name.length > ending.length;
}

/** The entry of a DNS Firewall list that covers every name there is. */
export function coversEveryName(specification: string): boolean {
	return spelled(specification) === "*";
}

/** Names are the same in either case, and with or without the root's dot at the end. */
function spelled(name: string): string {
	return name
		.trim()
		.toLowerCase()
		.replace(/(?<=.)\.$/, "");
}
