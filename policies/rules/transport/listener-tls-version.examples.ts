import { type Example, ref, resource, secret, UNKNOWN, withLegacyToken } from "../../engine/example";
import { Listener, LoadBalancer, TargetGroup, TargetGroupAttachment } from "../../facts/resource-types";

const shop = resource(LoadBalancer, "shop", { loadBalancerType: "application" });
const certificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/5f3c2a10-1111-2222-3333-444455556666";
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1" };
const listener = (inputs: object) => resource(Listener, "listener", { loadBalancerArn: ref("shop"), defaultActions: [forward], ...inputs });
const https = (inputs: object) => listener({ protocol: "HTTPS", port: 443, certificateArn, ...inputs });
const withPolicy = (sslPolicy: unknown) => https({ sslPolicy });

export const examples: readonly Example[] = [
	{ title: "The policy that AWS recommends", verdict: "pass", stack: [withPolicy("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"), shop] },
	{ title: "A FIPS policy", verdict: "pass", stack: [withPolicy("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04"), shop] },
	{
		title: "TLS 1.3 only, stronger than many a list knows",
		verdict: "pass",
		stack: [withPolicy("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09"), shop],
	},
	{ title: "An older policy that starts at TLS 1.2", verdict: "pass", stack: [withPolicy("ELBSecurityPolicy-FS-1-2-Res-2020-10"), shop] },
	{
		title: "A future policy, whose name shows its TLS version",
		verdict: "pass",
		stack: [withPolicy("ELBSecurityPolicy-TLS13-1-2-CNSA2-INTEROP2-FIPS-PQ-2027-07"), shop],
	},
	{
		title: "A listener that offloads TLS from an HTTP target group",
		verdict: "pass",
		stack: [withPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06"), shop],
	},
	{ title: "No policy, which has AWS's old default", verdict: "fail", property: "sslPolicy", stack: [https({}), shop] },
	{
		title: "No policy under the older type token",
		verdict: "fail",
		property: "sslPolicy",
		stack: [withLegacyToken(https({}), Listener), shop],
	},
	{
		title: "A protocol in small letters, which the provider takes",
		verdict: "fail",
		property: "sslPolicy",
		stack: [https({ protocol: "https" }), shop],
	},
	{
		title: "The old default, written out",
		verdict: "fail",
		property: "sslPolicy",
		stack: [withPolicy("ELBSecurityPolicy-2016-08"), shop],
	},
	{
		title: "TLS 1.3 in the name, TLS 1.0 on the wire",
		verdict: "fail",
		property: "sslPolicy",
		stack: [withPolicy("ELBSecurityPolicy-TLS13-1-0-2021-06"), shop],
	},
	{
		title: "A post-quantum policy that accepts TLS 1.0",
		verdict: "fail",
		property: "sslPolicy",
		stack: [withPolicy("ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09"), shop],
	},
	{
		title: "TLS 1.1",
		verdict: "fail",
		property: "sslPolicy",
		stack: [withPolicy("ELBSecurityPolicy-TLS13-1-1-2021-06"), shop],
	},
	{
		title: "Forward secrecy with TLS 1.0",
		verdict: "fail",
		property: "sslPolicy",
		stack: [withPolicy("ELBSecurityPolicy-FS-2018-06"), shop],
	},
	{
		title: "TLS 1.2 where the option asks for 1.3",
		verdict: "fail",
		property: "sslPolicy",
		options: { minimum: "1.3" },
		stack: [withPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06"), shop],
	},
	{
		title: "TLS 1.3 where the option asks for it",
		verdict: "pass",
		options: { minimum: "1.3" },
		stack: [withPolicy("ELBSecurityPolicy-TLS13-1-3-2021-06"), shop],
	},
	{
		title: "An internal load balancer, which the public does not reach",
		verdict: "not-applicable",
		stack: [withPolicy("ELBSecurityPolicy-TLS-1-1-2017-01"), resource(LoadBalancer, "shop", { internal: true })],
	},
	{
		title: "A Network Load Balancer's TLS listener without a policy",
		verdict: "fail",
		property: "sslPolicy",
		stack: [listener({ protocol: "TLS", port: 443, certificateArn }), resource(LoadBalancer, "shop", { loadBalancerType: "network" })],
	},
	{
		title: "A Network Load Balancer's TLS listener with a good policy",
		verdict: "pass",
		stack: [listener({ protocol: "TLS", port: 8443, certificateArn, sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" }), shop],
	},
	{
		title: "A policy name that does not show its TLS version",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "sslPolicy",
		stack: [withPolicy("ELBSecurityPolicy-2031-04"), shop],
	},
	{
		title: "A policy unknown until deployment",
		verdict: "undetermined",
		property: "sslPolicy",
		stack: [withPolicy(UNKNOWN), shop],
	},
	{
		title: "A policy from a secret of the configuration",
		verdict: "pass",
		stack: [withPolicy(secret("ELBSecurityPolicy-TLS13-1-2-2021-06")), shop],
	},
	{
		title: "A Network Load Balancer that passes port 443 through",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "protocol",
		stack: [listener({ protocol: "TCP", port: 443 }), resource(LoadBalancer, "shop", { loadBalancerType: "network" })],
	},
	{
		title: "TCP and UDP on port 443",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "protocol",
		stack: [listener({ protocol: "TCP_UDP", port: "443" }), resource(LoadBalancer, "shop", { loadBalancerType: "network" })],
	},
	{
		title: "TCP on a port unknown until deployment",
		verdict: "undetermined",
		property: "port",
		stack: [listener({ protocol: "TCP", port: UNKNOWN }), shop],
	},
	{ title: "TCP on port 80", verdict: "not-applicable", stack: [listener({ protocol: "TCP", port: 80 }), shop] },
	{ title: "UDP", verdict: "not-applicable", stack: [listener({ protocol: "UDP", port: 443 }), shop] },
	{ title: "An HTTP listener", verdict: "not-applicable", stack: [listener({ protocol: "HTTP", port: 80, sslPolicy: "" }), shop] },
	{ title: "No protocol, which is HTTP or a gateway's", verdict: "not-applicable", stack: [listener({}), shop] },
	{
		title: "A protocol unknown until deployment",
		verdict: "undetermined",
		property: "protocol",
		stack: [listener({ protocol: UNKNOWN, port: 443 }), shop],
	},
	{
		title: "No policy in the program, and a good one that AWS answered",
		verdict: "pass",
		forms: ["state", "old-state"],
		stack: [{ ...https({}), outputs: { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" } }, shop],
	},
	{
		title: "No policy in the program, and the old default that AWS answered",
		verdict: "fail",
		property: "sslPolicy",
		forms: ["state", "old-state"],
		stack: [{ ...https({}), outputs: { sslPolicy: "ELBSecurityPolicy-2016-08" } }, shop],
	},
	{
		title: "No policy in the program, and AWS's answer unknown until deployment",
		verdict: "fail",
		property: "sslPolicy",
		forms: ["state", "old-state"],
		stack: [{ ...https({}), outputs: { sslPolicy: UNKNOWN } }, shop],
	},
	{
		title: "A new policy in the program, which differs from the deployed one",
		verdict: "fail",
		property: "sslPolicy",
		forms: ["state", "old-state"],
		stack: [{ ...withPolicy("ELBSecurityPolicy-TLS-1-1-2017-01"), outputs: { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" } }, shop],
	},
	{
		title: "A load balancer of which it is not known whether it is internal",
		verdict: "undetermined",
		property: "internal",
		stack: [https({}), resource(LoadBalancer, "shop", { internal: UNKNOWN })],
	},
	{
		title: "A load balancer that is known only by its ARN, and may be internal",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [https({ loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shared/50dc6c495c0c9188" })],
	},
	{
		title: "An internal load balancer to whose port 443 a public Network Load Balancer forwards",
		verdict: "fail",
		property: "sslPolicy",
		stack: [
			https({}),
			resource(LoadBalancer, "shop", { internal: true }),
			resource(TargetGroupAttachment, "handOn", { targetGroupArn: ref("group"), targetId: ref("shop") }),
			resource(TargetGroup, "group", { targetType: "alb", protocol: "TCP", port: 443, vpcId: "vpc-0a1b2c3d" }),
			resource(Listener, "tcp", {
				loadBalancerArn: ref("network"),
				protocol: "TCP",
				port: 443,
				defaultActions: [{ type: "forward", targetGroupArn: ref("group") }],
			}),
			resource(LoadBalancer, "network", { loadBalancerType: "network" }),
		],
	},
	{
		title: "A good policy of a load balancer that may be internal, good in either case",
		verdict: "pass",
		stack: [withPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06"), resource(LoadBalancer, "shop", { internal: UNKNOWN })],
	},
];
