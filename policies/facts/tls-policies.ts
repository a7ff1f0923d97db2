/**
 * The lowest TLS version of AWS's security policies, derived from their names. Dates and marks such as `PQ`, `FIPS`,
 * `Res` or `Ext2` do not affect it: `TLS13-1-0-PQ-2025-09` accepts TLS 1.0.
 */

/** The minor version of TLS 1.x; -1 for SSL 3.0. */
export type TlsMinor = number;

export const MINIMUMS = ["1.2", "1.3"] as const;
export type Minimum = (typeof MINIMUMS)[number];

/** The TLS policies of an AWS service. */
export interface PolicyNames {
	/** The default policy. */
	readonly unset: string;
	/** The recommended policy for each minimum. */
	readonly recommended: Readonly<Record<Minimum, string>>;
	/** The lowest version that a policy accepts; undefined if the name does not show it. */
	oldest(name: string): TlsMinor | undefined;
}

/** The display name of a version. */
export function protocolName(minor: TlsMinor): string {
	return minor < 0 ? "SSL 3.0" : `TLS 1.${minor}`;
}

/** The minor version of an option value. */
export function minorOf(minimum: Minimum): TlsMinor {
	return Number(minimum.slice("1.".length));
}

/** Policies without a version in their names; all three accept TLS 1.0. */
const ELB_UNVERSIONED = new Set(["ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-FS-2018-06"]);

/**
 * Application and Network Load Balancers: `ELBSecurityPolicy-TLS13-1-<oldest>[-<mark>…]-<year>-<month>`, also with `TLS-1-` and `FS-1-`.
 *
 * Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html, read 2026-08. The default is that of the API, which Pulumi
 * uses; the console has another.
 */
export const elbPolicies: PolicyNames = {
	unset: "ELBSecurityPolicy-2016-08",
	recommended: { "1.2": "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "1.3": "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09" },
	oldest(name) {
		if (ELB_UNVERSIONED.has(name)) return 0;
		return digit(/^ELBSecurityPolicy-(?:TLS13|TLS|FS)-1-(\d)(?:-[A-Z][A-Za-z0-9]*)*-\d{4}-\d{2}$/.exec(name));
	},
};

/**
 * CloudFront viewers: `SSLv3`, `TLSv1`, `TLSv1[.<oldest>]_<year>`.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html, read 2026-08; the default is the provider's.
 */
export const cloudFrontPolicies: PolicyNames = {
	unset: "TLSv1",
	recommended: { "1.2": "TLSv1.2_2021", "1.3": "TLSv1.3_2025" },
	oldest(name) {
		if (name === "SSLv3") return -1;
		if (/^TLSv1(?:_\d{4})?$/.test(name)) return 0;
		return digit(/^TLSv1\.(\d)_\d{4}$/.exec(name));
	},
};

/**
 * API Gateway: the older `TLS_1_<oldest>`; `SecurityPolicy_TLS13_1_<oldest>[_<mark>…]_<year>_<month>`; for edge-optimized
 * names `SecurityPolicy_TLS1<oldest>[_<mark>…]_<year>_EDGE`.
 *
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html, read 2026-08. By default every custom domain
 * name has TLS_1_2; domain names from before 2019 may have TLS_1_0.
 */
export const apiGatewayPolicies: PolicyNames = {
	unset: "TLS_1_2",
	recommended: { "1.2": "TLS_1_2", "1.3": "SecurityPolicy_TLS13_1_3_2025_09" },
	oldest(name) {
		return digit(
			/^TLS_1_(\d)$/.exec(name) ??
				/^SecurityPolicy_TLS13_1_(\d)(?:_[A-Z][A-Za-z0-9]*)*_\d{4}_\d{2}$/.exec(name) ??
				/^SecurityPolicy_TLS1(\d)(?:_[A-Z][A-Za-z0-9]*)*_\d{4}_EDGE$/.exec(name),
		);
	},
};

function digit(found: RegExpExecArray | null): TlsMinor | undefined {
	return found ? Number(found[1]) : undefined;
}
