import type { Reading } from "../../engine/reading";
import { resourceRule } from "../../engine/rule";
import { fail, notDecidable, undetermined, type Verdict } from "../../engine/verdict";
import { Distribution, MultitenantDistribution } from "../../facts/resource-types";
import { cloudFrontPolicies, type Minimum } from "../../facts/tls-policies";
import { whyDisabled } from "./distributions";
import { minimum, requiresMinimum } from "./oldest-tls";

export const cloudfrontTlsVersion = resourceRule({
	id: "cloudfront-tls-version",
	title: "CloudFront requires TLS 1.2 or later",
	checklistItems: ["L2"],
	severity: "medium",
	since: "1.0.0",
	resources: [Distribution, MultitenantDistribution],
	options: { minimum },
	why: "By default a distribution accepts TLS 1.0 on the host that users log in on.",
	fix: `Set viewerCertificate.minimumProtocolVersion to "${cloudFrontPolicies.recommended["1.2"]}" with sslSupportMethod "sni-only".`,
	whenNotToUse: "Known clients that you must support do not support TLS 1.2.",
	references: [
		{
			title: "Amazon CloudFront, Developer Guide: Supported protocols and ciphers between viewers and CloudFront",
			url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
		},
		{
			title: "Amazon CloudFront, API Reference: ViewerCertificate",
			url: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html",
		},
	],
	relatedRules: { checkov: ["CKV_AWS_174", "CKV2_AWS_42"], securityHub: ["CloudFront.7", "CloudFront.15"] },

	check(distribution, { options }) {
		const disabled = whyDisabled(distribution);
		if (disabled) return disabled;
		const certificate: Reading = distribution.inputs.read("viewerCertificate");
		if (certificate.isUnknown) return undetermined(certificate);
		const own = [certificate.read("acmCertificateArn"), certificate.read("iamCertificateId")];
		if (own.every((each) => each.isAbsent))
			return withDefaultCertificate(certificate, distribution.inputs.read("aliases"), options.minimum);
		const fix = `Set viewerCertificate.minimumProtocolVersion to "${cloudFrontPolicies.recommended[options.minimum]}" with sslSupportMethod "sni-only".`;
		return requiresMinimum(certificate.read("minimumProtocolVersion"), cloudFrontPolicies, options.minimum, fix);
	},
});

/**
 * With the default certificate, CloudFront accepts TLS 1.0 regardless of minimumProtocolVersion. That is a violation for custom
 * host names; the distribution does not show whether users log in on its cloudfront.net name.
 */
function withDefaultCertificate(certificate: Reading, aliases: Reading, least: Minimum): Verdict {
	const setting = certificate.read("cloudfrontDefaultCertificate");
	if (aliases.isUnknown) return undetermined(aliases);
	if (aliases.items.length === 0)
		return notDecidable(
			setting,
			"its default certificate accepts TLS 1.0, which matters only if users log in on the cloudfront.net name; use a custom host name and certificate for authentication",
		);
	return fail(
		setting,
		"serves custom host names with the default certificate, which matches none of them and accepts TLS 1.0",
		`Set viewerCertificate.acmCertificateArn to a certificate for these names and minimumProtocolVersion to "${cloudFrontPolicies.recommended[least]}".`,
	);
}
