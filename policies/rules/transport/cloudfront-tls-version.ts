import type { Reading } from "../../engine/reading";
import { resourceRule } from "../../engine/rule";
import { fail, notDecidable, undetermined, type Verdict } from "../../engine/verdict";
import { Distribution, MultitenantDistribution } from "../../facts/resource-types";
import { cloudFrontPolicies, type Minimum } from "../../facts/tls-policies";
import { unlessInService } from "./distributions";
import { acceptsNothingOlder, minimum } from "./oldest-tls";

export const cloudfrontTlsVersion = resourceRule({
	id: "cloudfront-tls-version",
	title: "CloudFront accepts TLS 1.2 or newer only",
	checklistItems: ["L2"],
	severity: "medium",
	since: "1.0.0",
	resources: [Distribution, MultitenantDistribution],
	options: { minimum },
	why: "A distribution that does not say otherwise accepts TLS 1.0 for the host that people sign in on.",
	fix: `Set viewerCertificate.minimumProtocolVersion to "${cloudFrontPolicies.recommended["1.2"]}" with sslSupportMethod "sni-only".`,
	whenNotToUse: "Clients that you must keep cannot speak TLS 1.2, and you know which ones they are.",
	references: [
		"Amazon CloudFront, Developer Guide: Supported protocols and ciphers between viewers and CloudFront",
		"Amazon CloudFront, API Reference: ViewerCertificate",
	],
	relatedRules: { checkov: ["CKV_AWS_174", "CKV2_AWS_42"], securityHub: ["CloudFront.7", "CloudFront.15"] },

	check(distribution, { options }) {
		const idle = unlessInService(distribution);
		if (idle) return idle;
		const certificate: Reading = distribution.inputs.read("viewerCertificate");
		if (certificate.isUnknown) return undetermined(certificate);
		const own = [certificate.read("acmCertificateArn"), certificate.read("iamCertificateId")];
		if (own.every((each) => each.isAbsent))
			return withDefaultCertificate(certificate, distribution.inputs.read("aliases"), options.minimum);
		const fix = `Set viewerCertificate.minimumProtocolVersion to "${cloudFrontPolicies.recommended[options.minimum]}" with sslSupportMethod "sni-only".`;
		return acceptsNothingOlder(certificate.read("minimumProtocolVersion"), cloudFrontPolicies, options.minimum, fix);
	},
});

/**
 * With the default certificate AWS keeps TLS 1.0 on, whatever minimumProtocolVersion says. That is wrong for a host of one's
 * own; whether anybody signs in on a bare cloudfront.net name, the distribution does not tell.
 */
function withDefaultCertificate(certificate: Reading, aliases: Reading, least: Minimum): Verdict {
	const setting = certificate.read("cloudfrontDefaultCertificate");
	if (aliases.isUnknown) return undetermined(aliases);
	if (aliases.items.length === 0)
		return notDecidable(
			setting,
			"the certificate of cloudfront.net accepts TLS 1.0, which matters if people sign in on that name; a name and certificate of its own would settle it",
		);
	return fail(
		setting,
		"serves its own host names with the certificate of cloudfront.net, which fits none of them and accepts TLS 1.0",
		`Give viewerCertificate an acmCertificateArn for these names and minimumProtocolVersion "${cloudFrontPolicies.recommended[least]}".`,
	);
}
