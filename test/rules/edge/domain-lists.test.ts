import { dnsFirewallMatches, matchesEveryName, networkFirewallMatches } from "../../../policies/rules/edge/egress/domain-lists";

describe("an entry of a Network Firewall domain list", () => {
	it.each([
		[".scalekit.com", "acme.scalekit.com", true],
		[".scalekit.com", "login.acme.scalekit.com", true],
		[".scalekit.com", "scalekit.com", true],
		[".scalekit.com", "notscalekit.com", false],
		[".com", "acme.scalekit.com", true],
		["scalekit.com", "scalekit.com", true],
		["scalekit.com", "acme.scalekit.com", false],
		["acme.scalekit.com", "acme.scalekit.com", true],
		["ACME.Scalekit.com", "acme.scalekit.com", true],
		["acme.scalekit.com.", "acme.scalekit.com", true],
		["*.scalekit.com", "acme.scalekit.com", false],
		["*", "acme.scalekit.com", false],
		[".", "acme.scalekit.com", false],
		["", "acme.scalekit.com", false],
	])("%s covers %s: %s", (entry, host, expected) => expect(networkFirewallMatches(entry, host)).toBe(expected));
});

describe("an entry of a DNS Firewall domain list", () => {
	it.each([
		["*.scalekit.com", "acme.scalekit.com", true],
		["*.scalekit.com.", "acme.scalekit.com", true],
		["*.scalekit.com", "login.acme.scalekit.com", true],
		["*.scalekit.com", "scalekit.com", false],
		["*.scalekit.com", "notscalekit.com", false],
		["scalekit.com", "scalekit.com", true],
		["scalekit.com", "acme.scalekit.com", false],
		["acme.scalekit.com.", "acme.scalekit.com", true],
		["Acme.scalekit.com", "acme.scalekit.com.", true],
		[".scalekit.com", "acme.scalekit.com", false],
		["*", "acme.scalekit.com", true],
		["*.", "acme.scalekit.com", true],
		["", "acme.scalekit.com", false],
	])("%s covers %s: %s", (entry, host, expected) => expect(dnsFirewallMatches(entry, host)).toBe(expected));

	it("covers every name only as a lone asterisk", () => {
		expect(["*", "*.", "*.com", "."].map(matchesEveryName)).toEqual([true, true, false, false]);
	});
});
