import * as aws from "@pulumi/aws";

export const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.20.0.0/16", enableDnsHostnames: true });

const zones = ["eu-west-1a", "eu-west-1b"];

export const publicSubnets = zones.map(
	(availabilityZone, index) => new aws.ec2.Subnet(`public-${index}`, { vpcId: vpc.id, availabilityZone, cidrBlock: `10.20.${index}.0/24` }),
);

export const privateSubnets = zones.map(
	(availabilityZone, index) =>
		new aws.ec2.Subnet(`private-${index}`, { vpcId: vpc.id, availabilityZone, cidrBlock: `10.20.${10 + index}.0/24` }),
);

export const firewallSubnet = new aws.ec2.Subnet("firewall", { vpcId: vpc.id, availabilityZone: "eu-west-1a", cidrBlock: "10.20.20.0/28" });

export const publicAccess = new aws.ec2.SecurityGroup("public", {
	vpcId: vpc.id,
	description: "Browsers and Scalekit reach the load balancer",
	ingress: [443, 80].map((port) => ({ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] })),
	egress: [{ protocol: "tcp", fromPort: 3000, toPort: 3000, cidrBlocks: [vpc.cidrBlock] }],
});

export const appAccess = new aws.ec2.SecurityGroup("app", {
	vpcId: vpc.id,
	description: "The load balancer reaches the application; the application reaches HTTPS hosts that the firewall admits",
	ingress: [{ protocol: "tcp", fromPort: 3000, toPort: 3000, securityGroups: [publicAccess.id] }],
	egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
});
