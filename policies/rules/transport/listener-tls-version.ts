import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { notApplicable, notDecidable, undetermined, type Verdict } from "../../engine/verdict";
import { Listener } from "../../facts/resource-types";
import { elbPolicies } from "../../facts/tls-policies";
import { isProtocol } from "./listener-protocol";
import { minimum, requiresMinimum } from "./oldest-tls";
import { ifInternetFacing } from "./public-listeners";
import { effectiveValue } from "./visible-value";

export const listenerTlsVersion = stackRule({
	id: "listener-tls-version",
	title: "Load balancer listeners require TLS 1.2 or later",
	checklistItems: ["L2"],
	severity: "high",
	since: "1.0.0",
	resources: [Listener],
	options: { minimum },
	why: "TLS 1.0 and 1.1 have known vulnerabilities, and a listener without sslPolicy accepts both: the API's default differs from the console's.",
	fix: `Set sslPolicy to "${elbPolicies.recommended["1.2"]}".`,
	whenNotToUse: "Known clients that you must support do not support TLS 1.2.",
	references: [
		{
			title: "Elastic Load Balancing, User Guide for Application Load Balancers: Security policies for your Application Load Balancer",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
		},
		{
			title: "Elastic Load Balancing, User Guide for Network Load Balancers: Security policies for your Network Load Balancer",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html",
		},
	],
	relatedRules: {
		checkov: ["CKV_AWS_103", "CKV2_AWS_74"],
		securityHub: ["ELB.17"],
		trivy: ["AWS-0047"],
		prowler: ["elbv2_insecure_ssl_ciphers", "elbv2_nlb_tls_termination_enabled"],
	},

	check(listener, { options, graph }) {
		const protocol = listener.read("protocol");
		if (protocol.isUnknown) return undetermined(protocol);
		if (isProtocol(protocol, "TCP", "TCP_UDP", "TCP_QUIC")) return ifInternetFacing(listener, graph, [checkPassthrough(listener)]);
		if (!isProtocol(protocol, "HTTPS", "TLS")) return notApplicable("it does not use TLS");
		const policy = effectiveValue(listener.read("sslPolicy"), listener.output("sslPolicy"));
		const fix = `Set sslPolicy to "${elbPolicies.recommended[options.minimum]}".`;
		return ifInternetFacing(listener, graph, [requiresMinimum(policy, elbPolicies, options.minimum, fix)]);
	},
});

/** A TCP listener forwards bytes; on port 443 they are probably TLS. */
function checkPassthrough(listener: Resource<ListenerArgs>): Verdict {
	const port = listener.read("port");
	if (port.isUnknown) return undetermined(port);
	if (!port.is(443)) return notApplicable("it does not use TLS");
	return notDecidable(
		listener.read("protocol"),
		"TLS may terminate on the target, which determines the accepted versions; verify with a TLS probe",
	);
}
