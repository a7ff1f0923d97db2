import { containsAddress, coversEveryAddress } from "../../policies/rules/edge/web-acl/address-sets";

describe("address ranges", () => {
	it.each([
		["halves of IPv4", ["128.0.0.0/1", "0.0.0.0/1"], true],
		["a half and two quarters", ["0.0.0.0/1", "192.0.0.0/2", "128.0.0.0/2"], true],
		["everything at once", ["0.0.0.0/0"], true],
		["halves of IPv6", ["::/1", "8000::/1"], true],
		["one half", ["0.0.0.0/1"], false],
		["halves with a gap", ["0.0.0.0/1", "192.0.0.0/2"], false],
		["an office", ["203.0.113.0/24"], false],
		["nothing", [], false],
		["no ranges at all", ["everyone", "1.2.3.4/33", "1.2.3/8"], false],
	])("%s", (_title, ranges, expected) => expect(coversEveryAddress(ranges)).toBe(expected));

	it.each([
		["34.94.129.140/32", "34.94.129.140", true],
		["34.94.129.140", "34.94.129.140", true],
		["34.94.0.0/16", "34.94.129.140", true],
		["34.94.129.141/32", "34.94.129.140", false],
		["0.0.0.0/1", "34.94.129.140", true],
		["2001:db8::/32", "34.94.129.140", false],
	])("%s holds %s: %s", (range, address, expected) => expect(containsAddress(range, address)).toBe(expected));
});
