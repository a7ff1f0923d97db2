import * as aws from "@pulumi/aws";
import { publicAccess, publicSubnets, vpc } from "./network";
import { settings } from "./settings";

const accessLogs = new aws.s3.Bucket("access-logs", { forceDestroy: false });

export const loadBalancer = new aws.lb.LoadBalancer("shop", {
	loadBalancerType: "application",
	subnets: publicSubnets.map((subnet) => subnet.id),
	securityGroups: [publicAccess.id],
	dropInvalidHeaderFields: true,
	accessLogs: { enabled: true, bucket: accessLogs.bucket },
});

export const appTargets = new aws.lb.TargetGroup("app", {
	vpcId: vpc.id,
	targetType: "ip",
	port: 3000,
	protocol: "HTTP",
	healthCheck: { path: "/healthz" },
});

new aws.lb.Listener("http", {
	loadBalancerArn: loadBalancer.arn,
	protocol: "HTTP",
	port: 80,
	defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
});

export const https = new aws.lb.Listener("https", {
	loadBalancerArn: loadBalancer.arn,
	protocol: "HTTPS",
	port: 443,
	sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
	certificateArn: settings.certificateArn,
	routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
	defaultActions: [{ type: "forward", targetGroupArn: appTargets.arn }],
});
