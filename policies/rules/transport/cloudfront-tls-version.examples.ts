import { type Example, resource, UNKNOWN } from "../../engine/example";
import { Distribution, MultitenantDistribution } from "../../facts/resource-types";

const acmCertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/5f3c2a10-1111-2222-3333-444455556666";
const site = (viewerCertificate: unknown, inputs: object = {}) =>
	resource(Distribution, "site", { enabled: true, aliases: ["shop.example.com"], viewerCertificate, ...inputs });
const own = (minimumProtocolVersion?: unknown) => ({
	acmCertificateArn,
	sslSupportMethod: "sni-only",
	...(minimumProtocolVersion === undefined ? {} : { minimumProtocolVersion }),
});

export const examples: readonly Example[] = [
	{ title: "TLS 1.2 with the site's own certificate", verdict: "pass", stack: [site(own("TLSv1.2_2021"))] },
	{ title: "The policies of 2025", verdict: "pass", stack: [site(own("TLSv1.2_2025"))] },
	{
		title: "A certificate that is made in the same update",
		verdict: "pass",
		stack: [site({ ...own("TLSv1.2_2021"), acmCertificateArn: UNKNOWN })],
	},
	{
		title: "A certificate kept in IAM",
		verdict: "pass",
		stack: [site({ iamCertificateId: "ASCAEXAMPLE0000000001", sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2019" })],
	},
	{
		title: "A custom certificate and the flag for the default one, which AWS then ignores",
		verdict: "pass",
		stack: [site({ ...own("TLSv1.2_2021"), cloudfrontDefaultCertificate: true })],
	},
	{
		title: "No minimum, which defaults to TLS 1.0",
		verdict: "fail",
		property: "viewerCertificate.minimumProtocolVersion",
		stack: [site(own())],
	},
	{
		title: "TLS 1.0",
		verdict: "fail",
		property: "viewerCertificate.minimumProtocolVersion",
		stack: [site(own("TLSv1_2016"))],
	},
	{
		title: "TLS 1.1",
		verdict: "fail",
		property: "viewerCertificate.minimumProtocolVersion",
		stack: [site(own("TLSv1.1_2016"))],
	},
	{
		title: "SSL 3.0 for clients without server names",
		verdict: "fail",
		property: "viewerCertificate.minimumProtocolVersion",
		stack: [site({ ...own("SSLv3"), sslSupportMethod: "vip" })],
	},
	{
		title: "TLS 1.2 where the option asks for 1.3",
		verdict: "fail",
		property: "viewerCertificate.minimumProtocolVersion",
		options: { minimum: "1.3" },
		stack: [site(own("TLSv1.2_2021"))],
	},
	{
		title: "TLS 1.3 where the option asks for it",
		verdict: "pass",
		options: { minimum: "1.3" },
		stack: [site(own("TLSv1.3_2025"))],
	},
	{
		title: "Own host names under the certificate of cloudfront.net",
		verdict: "fail",
		property: "viewerCertificate.cloudfrontDefaultCertificate",
		stack: [site({ cloudfrontDefaultCertificate: true })],
	},
	{
		title: "A cloudfront.net name accepts TLS 1.0 regardless of the minimum",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "viewerCertificate.cloudfrontDefaultCertificate",
		stack: [site({ cloudfrontDefaultCertificate: true, minimumProtocolVersion: "TLSv1.2_2021" }, { aliases: [] })],
	},
	{
		title: "A bare cloudfront.net name with nothing said at all",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "viewerCertificate.cloudfrontDefaultCertificate",
		stack: [site({}, { aliases: null })],
	},
	{
		title: "Host names unknown until deployment",
		verdict: "undetermined",
		property: "aliases",
		stack: [site({ cloudfrontDefaultCertificate: true }, { aliases: UNKNOWN })],
	},
	{
		title: "A multi-tenant distribution with TLS 1.0",
		verdict: "fail",
		property: "viewerCertificate.minimumProtocolVersion",
		stack: [resource(MultitenantDistribution, "tenants", { enabled: true, comment: "tenants", viewerCertificate: own("TLSv1") })],
	},
	{
		title: "A multi-tenant distribution whose tenants bring the certificates",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "viewerCertificate.cloudfrontDefaultCertificate",
		stack: [
			resource(MultitenantDistribution, "tenants", {
				enabled: true,
				comment: "tenants",
				viewerCertificate: { cloudfrontDefaultCertificate: true },
			}),
		],
	},
	{ title: "A disabled distribution", verdict: "not-applicable", stack: [site(own("TLSv1"), { enabled: false })] },
	{
		title: "A minimum unknown until deployment",
		verdict: "undetermined",
		property: "viewerCertificate.minimumProtocolVersion",
		stack: [site(own(UNKNOWN))],
	},
	{
		title: "A certificate block unknown until deployment",
		verdict: "undetermined",
		property: "viewerCertificate",
		stack: [site(UNKNOWN)],
	},
	{
		title: "A policy name that does not show its TLS version",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "viewerCertificate.minimumProtocolVersion",
		stack: [site(own("Modern_2031"))],
	},
];
