import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { notApplicable, notDecidable, undetermined, type Verdict } from "../../engine/verdict";
import { Listener } from "../../facts/resource-types";
import { elbPolicies } from "../../facts/tls-policies";
import { speaks } from "./listener-protocol";
import { acceptsNothingOlder, minimum } from "./oldest-tls";
import { wherePublic } from "./public-listeners";
import { settled } from "./seen";

export const listenerTlsVersion = stackRule({
	id: "listener-tls-version",
	title: "Load balancer listeners accept TLS 1.2 or newer only",
	checklistItems: ["L2"],
	severity: "high",
	since: "1.0.0",
	resources: [Listener],
	options: { minimum },
	why: "TLS 1.0 and 1.1 have known breaks, and a listener without sslPolicy accepts both: Pulumi gets AWS's old default, not the console's.",
	fix: `Set sslPolicy to "${elbPolicies.recommended["1.2"]}".`,
	whenNotToUse: "Clients that you must keep cannot speak TLS 1.2, and you know which ones they are.",
	references: [
		"Elastic Load Balancing, User Guide for Application Load Balancers: Security policies for your Application Load Balancer",
		"Elastic Load Balancing, User Guide for Network Load Balancers: Security policies for your Network Load Balancer",
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
		if (speaks(protocol, "TCP", "TCP_UDP", "TCP_QUIC")) return wherePublic(listener, graph, [passedThrough(listener)]);
		if (!speaks(protocol, "HTTPS", "TLS")) return notApplicable("it does not speak TLS");
		const policy = settled(listener.read("sslPolicy"), listener.output("sslPolicy"));
		const fix = `Set sslPolicy to "${elbPolicies.recommended[options.minimum]}".`;
		return wherePublic(listener, graph, [acceptsNothingOlder(policy, elbPolicies, options.minimum, fix)]);
	},
});

/** A TCP listener hands on bytes; on the port of HTTPS they are most likely TLS. */
function passedThrough(listener: Resource<ListenerArgs>): Verdict {
	const port = listener.read("port");
	if (port.isUnknown) return undetermined(port);
	if (!port.is(443)) return notApplicable("it does not speak TLS");
	return notDecidable(
		listener.read("protocol"),
		"TLS may end on the target, which decides the versions; a TLS probe of the host would tell",
	);
}
