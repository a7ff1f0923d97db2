const { Cluster, ListenerRule, Secret, WebAclAssociation } = require("./aws");
const awsx = require("./awsx");

// The compliant variant, with internal load balancers and a task definition passed to a service.
const cluster = new Cluster("cluster");
const vpc = new awsx.ec2.Vpc("vpc", { numberOfAvailabilityZones: 2 });
const secret = new Secret("client-secret", { name: "scalekit" });
const accessLogs = { bucket: "access-logs", enabled: true };
const https = {
	port: 443,
	protocol: "HTTPS",
	certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/a",
	sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
	routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
};
const redirect = {
	port: 80,
	defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
};
const container = (lb) => ({
	name: "app",
	image: "shop:1",
	environment: [{ name: "SCALEKIT_ENVIRONMENT_URL", value: "https://shop.scalekit.com" }],
	secrets: [{ name: "SCALEKIT_CLIENT_SECRET", valueFrom: secret.arn }],
	portMappings: [{ containerPort: 80, targetGroup: lb.defaultTargetGroup }],
});

const lb = new awsx.lb.ApplicationLoadBalancer("lb", { subnetIds: vpc.publicSubnetIds, accessLogs, listeners: [redirect, https] });
new WebAclAssociation("lb", {
	resourceArn: lb.loadBalancer.apply((each) => each.arn),
	webAclArn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/b",
});
new ListenerRule("api", {
	listenerArn: lb.listeners.apply((each) => each[1].arn),
	conditions: [{ pathPattern: { values: ["/api/*"] } }],
	actions: [{ type: "forward", targetGroupArn: lb.defaultTargetGroup.apply((each) => each.arn) }],
});
new awsx.ecs.FargateService("app", {
	cluster: cluster.arn,
	taskDefinitionArgs: { logGroup: { args: { retentionInDays: 30 } }, container: container(lb) },
});

const internal = new awsx.lb.ApplicationLoadBalancer("internal", { internal: true });
new awsx.lb.NetworkLoadBalancer("network", { internal: true, listener: { port: 8080 } });
const task = new awsx.ecs.FargateTaskDefinition("task", {
	logGroup: { args: { retentionInDays: 30 } },
	containers: { app: container(internal) },
});
new awsx.ecs.EC2Service("worker", { cluster: cluster.arn, taskDefinition: task.taskDefinition.apply((each) => each.arn) });
