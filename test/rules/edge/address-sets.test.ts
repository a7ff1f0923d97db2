import { containsAddress, coversEveryAddress } from "../../../policies/rules/edge/web-acl/address-sets";

/** 0.0.0.1/32, 0.0.0.2/31, 0.0.0.4/30 and so on up to 128.0.0.0/1. */
const allButTheFirst = Array.from({ length: 32 }, (_, bit) => {
	const address = [24, 16, 8, 0].map((shift) => ((2 ** bit) >>> shift) & 255).join(".");
	return `${address}/${32 - bit}`;
});

describe("address ranges", () => {
	it.each([
		["halves of IPv4", ["128.0.0.0/1", "0.0.0.0/1"], true],
		["a half and two quarters", ["0.0.0.0/1", "192.0.0.0/2", "128.0.0.0/2"], true],
		["everything at once", ["0.0.0.0/0"], true],
		["a range within another one", ["0.0.0.0/1", "64.0.0.0/2", "128.0.0.0/1"], true],
		["all but the first address", allButTheFirst, false],
		["everything at once in IPv6", ["::/0"], true],
		["halves of IPv6", ["::/1", "8000::/1"], true],
		["one half of IPv6", ["::/1"], false],
		["one half", ["0.0.0.0/1"], false],
		["halves with addresses missing between", ["0.0.0.0/1", "192.0.0.0/2"], false],
		["an office", ["203.0.113.0/24"], false],
		["nothing", [], false],
		["no ranges at all", ["everyone", "1.2.3.4/33", "1.2.3/8"], false],
	])("%s", (_title, ranges, expected) => expect(coversEveryAddress(ranges)).toBe(expected));

	it.each([
		["34.94.129.140/32", "34.94.129.140", true],
		["34.94.129.140", "34.94.129.140", true],
		["34.94.0.0/16", "34.94.129.140", true],
		["34.94.129.141/32", "34.94.129.140", false],
		["34.94.129.139/32", "34.94.129.140", false],
		["0.0.0.0/1", "34.94.129.140", true],
		["0.0.1.0/24", "0.0.1.255", true],
		["255.255.255.255/32", "255.255.255.255", true],
		["34.94.129.140/33", "34.94.129.140", false],
		["34.94.129.140/-1", "34.94.129.140", false],
		["34.94.129.140/0.5", "34.94.129.140", false],
		["34.94.128.256/32", "34.94.129.0", false],
		["34.94.128.396/32", "34.94.129.140", false],
		["94.129.140/32", "0.94.129.140", false],
		["34..129.140/32", "34.0.129.140", false],
		["2001:db8::/32", "34.94.129.140", false],
	])("%s holds %s: %s", (range, address, expected) => expect(containsAddress(range, address)).toBe(expected));
});
