import { stackRule } from "../../engine/rule";
import { notApplicable } from "../../engine/verdict";
import { HttpDomainName, RestDomainName } from "../../facts/resource-types";
import { apiGatewayPolicies, type Minimum } from "../../facts/tls-policies";
import { minimum, requiresMinimum } from "./oldest-tls";
import { effectiveValue } from "./visible-value";

// A stack rule because it reads outputs: domain names from before 2019 may have TLS_1_0 as their default.

export const apiDomainTlsVersion = stackRule({
	id: "api-domain-tls-version",
	title: "API Gateway domain names require TLS 1.2 or later",
	checklistItems: ["L2"],
	severity: "high",
	since: "1.0.0",
	resources: [RestDomainName, HttpDomainName],
	options: { minimum },
	why: "Callbacks, tokens and webhooks use this host name; TLS_1_0 accepts two TLS versions with known vulnerabilities.",
	fix: `Set securityPolicy to "${apiGatewayPolicies.recommended["1.2"]}".`,
	whenNotToUse: "Known clients that you must support do not support TLS 1.2.",
	references: [
		{
			title: "Amazon API Gateway, Developer Guide: Choose a security policy for your custom domain in API Gateway",
			url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
		},
		{
			title: "Amazon API Gateway, Developer Guide: Supported security policies",
			url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html",
		},
	],
	relatedRules: { checkov: ["CKV_AWS_206"], securityHub: ["APIGateway.11"] },

	check(domain, { options }) {
		if (domain.is(RestDomainName)) {
			const policy = effectiveValue(domain.read("securityPolicy"), domain.output("securityPolicy"));
			return requiresMinimum(policy, apiGatewayPolicies, options.minimum, REST_FIX[options.minimum]);
		}
		if (domain.is(HttpDomainName)) {
			const policy = domain.read("domainNameConfiguration").read("securityPolicy");
			return requiresMinimum(policy, apiGatewayPolicies, options.minimum, HTTP_FIX[options.minimum]);
		}
		return notApplicable("it is no domain name");
	},
});

const REST_FIX: Readonly<Record<Minimum, string>> = {
	"1.2": `Set securityPolicy to "${apiGatewayPolicies.recommended["1.2"]}".`,
	"1.3": `Set securityPolicy to "${apiGatewayPolicies.recommended["1.3"]}" ("SecurityPolicy_TLS13_2025_EDGE" for an edge-optimized domain name) and endpointAccessMode to "STRICT".`,
};

const HTTP_FIX: Readonly<Record<Minimum, string>> = {
	"1.2": `Set domainNameConfiguration.securityPolicy to "${apiGatewayPolicies.recommended["1.2"]}".`,
	"1.3": `HTTP and WebSocket APIs have no later policy than "${apiGatewayPolicies.recommended["1.2"]}": serve this host with a REST API, or set the rule's option minimum to "1.2".`,
};
