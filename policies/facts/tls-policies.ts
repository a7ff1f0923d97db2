/**
 * What the names of AWS's TLS policies say. The names follow a grammar that holds the oldest protocol which a policy
 * accepts; dates and marks such as `PQ`, `FIPS`, `Res` or `Ext2` say nothing of it: `TLS13-1-0-PQ-2025-09` accepts TLS 1.0.
 */

/** The minor number of TLS 1.x; SSL 3.0, which came before TLS 1.0, is -1. */
export type TlsMinor = number;

export const MINIMUMS = ["1.2", "1.3"] as const;
export type Minimum = (typeof MINIMUMS)[number];

/** How one AWS service names its TLS policies. */
export interface PolicyNames {
	/** The policy that applies where none is named. */
	readonly unset: string;
	/** A policy to recommend for each minimum. */
	readonly recommended: Readonly<Record<Minimum, string>>;
	/** The oldest protocol that a policy accepts, as its name tells; undefined where the name does not. */
	oldest(name: string): TlsMinor | undefined;
}

/** What people call a protocol. */
export function protocolName(minor: TlsMinor): string {
	return minor < 0 ? "SSL 3.0" : `TLS 1.${minor}`;
}

/** The minor number of a minimum, as options give it. */
export function minorOf(minimum: Minimum): TlsMinor {
	return Number(minimum.slice("1.".length));
}

/** From before the names held a version; all three accept TLS 1.0. */
const ELB_UNVERSIONED = new Set(["ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-FS-2018-06"]);

/**
 * Application and Network Load Balancers: `ELBSecurityPolicy-TLS13-1-<oldest>[-<mark>…]-<year>-<month>`, also with `TLS-1-` and `FS-1-`.
 *
 * AWS page "Security policies for your Application Load Balancer", read 2026-08. The default is that of the API, which Pulumi
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
 * AWS page "Supported protocols and ciphers between viewers and CloudFront", read 2026-08; the default is the provider's.
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
 * AWS page "Supported security policies" of API Gateway, read 2026-08; its "Default security policies" give every custom domain
 * name TLS_1_2. Domain names older than 2019 may still have TLS_1_0.
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
