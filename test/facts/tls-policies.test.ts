import { apiGatewayPolicies, cloudFrontPolicies, elbPolicies, MINIMUMS, minorOf } from "../../policies/facts/tls-policies";

/** Names as AWS's tables had them in 2026-08, and one of 2026-07 that no table has yet. */
const ELB: Readonly<Record<number, readonly string[]>> = {
	3: ["TLS13-1-3-2021-06", "TLS13-1-3-FIPS-2023-04", "TLS13-1-3-PQ-2025-09", "TLS13-1-3-FIPS-PQ-2025-09", "TLS13-1-3-RFC9151-FIPS-2023-07"],
	2: [
		"TLS13-1-2-2021-06",
		"TLS13-1-2-Res-2021-06",
		"TLS13-1-2-Ext1-2021-06",
		"TLS13-1-2-Ext2-2021-06",
		"TLS13-1-2-FIPS-2023-04",
		"TLS13-1-2-Res-FIPS-2023-04",
		"TLS13-1-2-Ext0-FIPS-2023-04",
		"TLS13-1-2-Ext1-FIPS-2023-04",
		"TLS13-1-2-Ext2-FIPS-2023-04",
		"TLS13-1-2-PQ-2025-09",
		"TLS13-1-2-Res-PQ-2025-09",
		"TLS13-1-2-Ext1-PQ-2025-09",
		"TLS13-1-2-Ext2-FIPS-PQ-2025-09",
		"TLS13-1-2-RFC9151-FIPS-2023-07",
		"TLS13-1-2-Ext0-RFC9151-FIPS-2023-07",
		"TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07",
		"TLS13-1-2-CNSA2-INTEROP2-FIPS-PQ-2026-07",
		"TLS-1-2-2017-01",
		"TLS-1-2-Ext-2018-06",
		"FS-1-2-2019-08",
		"FS-1-2-Res-2019-08",
		"FS-1-2-Res-2020-10",
	],
	1: ["TLS13-1-1-2021-06", "TLS13-1-1-FIPS-2023-04", "TLS-1-1-2017-01", "FS-1-1-2019-08"],
	0: [
		"TLS13-1-0-2021-06",
		"TLS13-1-0-FIPS-2023-04",
		"TLS13-1-0-PQ-2025-09",
		"TLS13-1-0-FIPS-PQ-2025-09",
		"TLS-1-0-2015-04",
		"FS-2018-06",
		"2015-05",
		"2016-08",
	],
};

const CLOUDFRONT: Readonly<Record<number, readonly string[]>> = {
	3: ["TLSv1.3_2025"],
	2: ["TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021", "TLSv1.2_2025"],
	1: ["TLSv1.1_2016"],
	0: ["TLSv1", "TLSv1_2016"],
	[-1]: ["SSLv3"],
};

const API_GATEWAY: Readonly<Record<number, readonly string[]>> = {
	3: ["SecurityPolicy_TLS13_1_3_2025_09", "SecurityPolicy_TLS13_1_3_FIPS_2025_09", "SecurityPolicy_TLS13_2025_EDGE"],
	2: [
		"TLS_1_2",
		"SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
		"SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
		"SecurityPolicy_TLS13_1_2_PQ_2025_09",
		"SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
		"SecurityPolicy_TLS13_1_2_2021_06",
		"SecurityPolicy_TLS12_PFS_2025_EDGE",
		"SecurityPolicy_TLS12_2018_EDGE",
	],
	0: ["TLS_1_0"],
};

describe.each([
	["ELB", elbPolicies, ELB, "ELBSecurityPolicy-"],
	["CloudFront", cloudFrontPolicies, CLOUDFRONT, ""],
	["API Gateway", apiGatewayPolicies, API_GATEWAY, ""],
] as const)("%s's policy names", (_service, names, table, prefix) => {
	const cases = Object.entries(table).flatMap(([minor, list]) => list.map((name) => [prefix + name, Number(minor)] as const));

	it.each(cases)("%s accepts nothing older than minor version %d", (name, minor) => {
		expect(names.oldest(name)).toBe(minor);
	});

	it("is undefined for names that do not match the grammar", () => {
		for (const name of [
			"",
			"MyPolicy",
			"TLS13",
			"ELBSecurityPolicy-2030-01",
			"ELBSecurityPolicy-FS-2030-01",
			"TLSv1.2",
			"TLS_2_0",
			"TLS1.2",
		]) {
			expect([name, names.oldest(name)]).toEqual([name, undefined]);
		}
		for (const [name] of cases) expect([name, names.oldest(`x${name}`), names.oldest(`${name}x`)]).toEqual([name, undefined, undefined]);
	});

	it("recommends policies that meet the minimum", () => {
		for (const minimum of MINIMUMS) expect(names.oldest(names.recommended[minimum])).toBe(minorOf(minimum));
	});
});
