import * as aws from "@pulumi/aws";

const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.30.0.0/16", enableDnsHostnames: true });

export const publicSubnets = ["eu-west-1a", "eu-west-1b"].map(
	(availabilityZone, index) => new aws.ec2.Subnet(`public-${index}`, { vpcId: vpc.id, availabilityZone, cidrBlock: `10.30.${index}.0/24` }),
);

export const publicAccess = new aws.ec2.SecurityGroup("public", {
	vpcId: vpc.id,
	description: "Browsers reach the load balancer",
	ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
});
