import { type Example, resource, UNKNOWN } from "../../engine/example";
import { HttpDomainName, RestDomainName } from "../../facts/resource-types";

const certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/5f3c2a10-1111-2222-3333-444455556666";
const rest = (inputs: object) =>
	resource(RestDomainName, "api", {
		domainName: "api.example.com",
		regionalCertificateArn: certificate,
		endpointConfiguration: { types: "REGIONAL" },
		...inputs,
	});
const edge = (securityPolicy: string) =>
	resource(RestDomainName, "api", {
		domainName: "api.example.com",
		certificateArn: certificate,
		endpointConfiguration: { types: "EDGE" },
		securityPolicy,
	});
const http = (securityPolicy: unknown) =>
	resource(HttpDomainName, "api", {
		domainName: "api.example.com",
		domainNameConfiguration: { certificateArn: certificate, endpointType: "REGIONAL", securityPolicy },
	});

export const examples: readonly Example[] = [
	{ title: "TLS 1.2 on a REST API's name", verdict: "pass", stack: [rest({ securityPolicy: "TLS_1_2" })] },
	{
		title: "One of the newer policies",
		verdict: "pass",
		stack: [rest({ securityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", endpointAccessMode: "STRICT" })],
	},
	{
		title: "TLS 1.3 only",
		verdict: "pass",
		options: { minimum: "1.3" },
		stack: [rest({ securityPolicy: "SecurityPolicy_TLS13_1_3_FIPS_2025_09", endpointAccessMode: "STRICT" })],
	},
	{ title: "An edge-optimized name", verdict: "pass", stack: [edge("SecurityPolicy_TLS12_PFS_2025_EDGE")] },
	{
		title: "An edge-optimized name with TLS 1.3 only",
		verdict: "pass",
		options: { minimum: "1.3" },
		stack: [edge("SecurityPolicy_TLS13_2025_EDGE")],
	},
	{ title: "No policy, for which AWS takes TLS 1.2", verdict: "pass", stack: [rest({})] },
	{ title: "TLS 1.2 on an HTTP API's name", verdict: "pass", stack: [http("TLS_1_2")] },
	{ title: "TLS 1.0 on a REST API's name", verdict: "fail", property: "securityPolicy", stack: [rest({ securityPolicy: "TLS_1_0" })] },
	{ title: "TLS 1.0 on an edge-optimized name", verdict: "fail", property: "securityPolicy", stack: [edge("TLS_1_0")] },
	{
		title: "TLS 1.0 on a private name",
		verdict: "fail",
		property: "securityPolicy",
		stack: [rest({ securityPolicy: "TLS_1_0", endpointConfiguration: { types: "PRIVATE" } })],
	},
	{
		title: "TLS 1.0 on an HTTP API's name",
		verdict: "fail",
		property: "domainNameConfiguration.securityPolicy",
		stack: [http("TLS_1_0")],
	},
	{
		title: "TLS 1.2 where the option asks for 1.3",
		verdict: "fail",
		property: "securityPolicy",
		options: { minimum: "1.3" },
		stack: [rest({ securityPolicy: "SecurityPolicy_TLS13_1_2_2021_06", endpointAccessMode: "BASIC" })],
	},
	{
		title: "An HTTP API's name where the option asks for 1.3",
		verdict: "fail",
		property: "domainNameConfiguration.securityPolicy",
		options: { minimum: "1.3" },
		stack: [http("TLS_1_2")],
	},
	{
		title: "A policy name that does not show its TLS version",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "securityPolicy",
		stack: [rest({ securityPolicy: "SecurityPolicy_MODERN" })],
	},
	{
		title: "A policy unknown until deployment",
		verdict: "undetermined",
		property: "securityPolicy",
		stack: [rest({ securityPolicy: UNKNOWN })],
	},
	{
		title: "A configuration block unknown until deployment",
		verdict: "undetermined",
		property: "domainNameConfiguration.securityPolicy",
		stack: [resource(HttpDomainName, "api", { domainName: "api.example.com", domainNameConfiguration: UNKNOWN })],
	},
	{
		title: "An old name without a policy in the program, for which AWS answered TLS 1.0",
		verdict: "fail",
		property: "securityPolicy",
		forms: ["state", "old-state"],
		stack: [{ ...rest({}), outputs: { securityPolicy: "TLS_1_0" } }],
	},
	{
		title: "No policy in the program, and TLS 1.2 that AWS answered",
		verdict: "pass",
		forms: ["state", "old-state"],
		stack: [{ ...rest({}), outputs: { securityPolicy: "TLS_1_2" } }],
	},
];
