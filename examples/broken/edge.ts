import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const certificateArn = new pulumi.Config().require("certificateArn");

const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.20.0.0/16" });
export const subnets = ["eu-west-1a", "eu-west-1b"].map(
	(availabilityZone, index) => new aws.ec2.Subnet(`public-${index}`, { vpcId: vpc.id, availabilityZone, cidrBlock: `10.20.${index}.0/24` }),
);

export const loadBalancer = new aws.lb.LoadBalancer("shop", {
	loadBalancerType: "application",
	subnets: subnets.map((subnet) => subnet.id),
});

export const targets = new aws.lb.TargetGroup("app", { vpcId: vpc.id, targetType: "ip", port: 3000, protocol: "HTTP" });

// Serves logins over plain HTTP.
export const http = new aws.lb.Listener("http", {
	loadBalancerArn: loadBalancer.arn,
	port: 80,
	protocol: "HTTP",
	defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
});

// No sslPolicy: AWS uses its oldest one. HSTS expires after five minutes.
new aws.lb.Listener("https", {
	loadBalancerArn: loadBalancer.arn,
	port: 443,
	protocol: "HTTPS",
	certificateArn,
	routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=300",
	defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
});

new aws.cloudfront.Distribution("login-pages", {
	enabled: true,
	aliases: ["login.example.com"],
	origins: [
		{
			originId: "shop",
			domainName: loadBalancer.dnsName,
			customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] },
		},
	],
	defaultCacheBehavior: {
		targetOriginId: "shop",
		viewerProtocolPolicy: "allow-all",
		allowedMethods: ["GET", "HEAD"],
		cachedMethods: ["GET", "HEAD"],
		cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
	},
	restrictions: { geoRestriction: { restrictionType: "none" } },
	viewerCertificate: {
		acmCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/8f4f1c7e-5f0a-4a37-9d8b-0c6a2f1e9b11",
		sslSupportMethod: "sni-only",
		minimumProtocolVersion: "TLSv1",
	},
});
