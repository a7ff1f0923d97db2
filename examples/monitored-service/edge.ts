import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { publicAccess, publicSubnets } from "./network";
import { settings } from "./settings";

const accessLogs = new aws.s3.Bucket("access-logs", { forceDestroy: false });

/** Load balancers write access logs only if the bucket policy allows it (Elastic Load Balancing, User Guide: Enable access logs). */
const mayWrite = new aws.s3.BucketPolicy("access-logs", {
	bucket: accessLogs.bucket,
	policy: pulumi.jsonStringify({
		Version: "2012-10-17",
		Statement: [
			{
				Effect: "Allow",
				Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
				Action: "s3:PutObject",
				Resource: pulumi.interpolate`${accessLogs.arn}/*`,
			},
		],
	}),
});

export const loadBalancer = new aws.lb.LoadBalancer(
	"shop",
	{
		loadBalancerType: "application",
		subnets: publicSubnets.map((subnet) => subnet.id),
		securityGroups: [publicAccess.id],
		dropInvalidHeaderFields: true,
		accessLogs: { enabled: true, bucket: accessLogs.bucket },
	},
	{ dependsOn: mayWrite },
);

export const https = new aws.lb.Listener("https", {
	loadBalancerArn: loadBalancer.arn,
	protocol: "HTTPS",
	port: 443,
	sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
	certificateArn: settings.certificateArn,
	routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
	defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
});
