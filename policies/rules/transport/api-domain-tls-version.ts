import { stackRule } from "../../engine/rule";
import { notApplicable } from "../../engine/verdict";
import { HttpDomainName, RestDomainName } from "../../facts/resource-types";
import { apiGatewayPolicies, type Minimum } from "../../facts/tls-policies";
import { acceptsNothingOlder, minimum } from "./oldest-tls";
import { settled } from "./seen";

// A rule on the stack for the sake of what AWS answered: domain names from before 2019 may still have TLS_1_0 without saying so.

export const apiDomainTlsVersion = stackRule({
	id: "api-domain-tls-version",
	title: "API Gateway domain names accept TLS 1.2 or newer only",
	checklistItems: ["L2"],
	severity: "high",
	since: "1.0.0",
	resources: [RestDomainName, HttpDomainName],
	options: { minimum },
	why: "Callbacks, tokens and webhooks pass this host name; TLS_1_0 accepts two TLS versions with known breaks.",
	fix: `Set securityPolicy to "${apiGatewayPolicies.recommended["1.2"]}".`,
	whenNotToUse: "Clients that you must keep cannot speak TLS 1.2, and you know which ones they are.",
	references: [
		"Amazon API Gateway, Developer Guide: Choose a security policy for your custom domain in API Gateway",
		"Amazon API Gateway, Developer Guide: Supported security policies",
	],
	relatedRules: { checkov: ["CKV_AWS_206"], securityHub: ["APIGateway.11"] },

	check(domain, { options }) {
		if (domain.is(RestDomainName)) {
			const policy = settled(domain.read("securityPolicy"), domain.output("securityPolicy"));
			return acceptsNothingOlder(policy, apiGatewayPolicies, options.minimum, REST_FIX[options.minimum]);
		}
		if (domain.is(HttpDomainName)) {
			const policy = domain.read("domainNameConfiguration").read("securityPolicy");
			return acceptsNothingOlder(policy, apiGatewayPolicies, options.minimum, HTTP_FIX[options.minimum]);
		}
		return notApplicable("not a domain name");
	},
});

const REST_FIX: Readonly<Record<Minimum, string>> = {
	"1.2": `Set securityPolicy to "${apiGatewayPolicies.recommended["1.2"]}".`,
	"1.3": `Set securityPolicy to "${apiGatewayPolicies.recommended["1.3"]}" ("SecurityPolicy_TLS13_2025_EDGE" where it is edge-optimized) and endpointAccessMode to "STRICT".`,
};

const HTTP_FIX: Readonly<Record<Minimum, string>> = {
	"1.2": `Set domainNameConfiguration.securityPolicy to "${apiGatewayPolicies.recommended["1.2"]}".`,
	"1.3": `HTTP and WebSocket APIs have no policy newer than "${apiGatewayPolicies.recommended["1.2"]}": serve this host with a REST API, or set the rule's option minimum to "1.2".`,
};
