/** Sets of IPv4 and IPv6 addresses in CIDR notation. */

const NUMBER_OF_IPV4_ADDRESSES = 2 ** 32;

/** True if the ranges contain all IPv4 or all IPv6 addresses, as `0.0.0.0/1` and `128.0.0.0/1` do: AWS WAF does not accept `/0`. */
export function coversEveryAddress(ranges: readonly string[]): boolean {
	const v6 = ranges.map((range) => range.toLowerCase());
	if (v6.includes("::/0") || (v6.includes("::/1") && v6.includes("8000::/1"))) return true;
	let covered = 0;
	for (const [first, end] of ranges.flatMap(spanOf).sort((a, b) => a[0] - b[0])) {
		if (first > covered) return false;
		covered = Math.max(covered, end);
	}
	return covered >= NUMBER_OF_IPV4_ADDRESSES;
}

/** True if a CIDR range, or a single address, contains the IPv4 address. */
export function containsAddress(range: string, address: string): boolean {
	const at = numberOf(address);
	return spanOf(range).some(([first, end]) => at !== undefined && at >= first && at < end);
}

/** The first address of a range and the first one after it; empty if it is no IPv4 range. */
function spanOf(range: string): [number, number][] {
	const [address = "", bits = "32"] = range.split("/");
	const start = numberOf(address);
	const length = Number(bits);
	if (start === undefined || !Number.isInteger(length) || length < 0 || length > 32) return [];
	const size = 2 ** (32 - length);
	const first = Math.floor(start / size) * size;
	return [[first, first + size]];
}

function numberOf(address: string): number | undefined {
	const parts = address.split(".").map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
	return parts.length === 4 && parts.every((part) => part <= 255) ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
}
