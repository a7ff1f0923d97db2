const pulumi = require("@pulumi/pulumi");

/** Resources that a stack reads but does not manage: they have no findings in this stack. */

// Stands in for @pulumi/aws, without loading it.
class Resource extends pulumi.CustomResource {
	constructor(type, name, args, options) {
		super(`aws:${type}`, name, { arn: undefined, name: undefined, ...args }, options);
	}
}
const read = (type, name, id) => new Resource(type, name, {}, { id });

const elb = "arn:aws:elasticloadbalancing:eu-west-1:123456789012";
const certificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/8f4f1c7e-5f0a-4a37-9d8b-0c6a2f1e9b11";
const forward = [{ type: "forward", targetGroupArn: `${elb}:targetgroup/shop/943f017f100becff` }];

/** A listener over HTTP and one with AWS's old TLS policy; both are fine only where the public does not reach them. */
function listenersOn(name, loadBalancerArn) {
	const given = { loadBalancerArn, defaultActions: forward };
	const http = new Resource("lb/listener:Listener", `${name}-http`, { ...given, port: 80, protocol: "HTTP" });
	new Resource("lb/listener:Listener", `${name}-https`, { ...given, port: 443, protocol: "HTTPS", certificateArn });
	const conditions = [{ pathPattern: { values: ["/login"] } }];
	new Resource("lb/listenerRule:ListenerRule", `${name}-rule`, { listenerArn: http.arn, actions: forward, conditions });
}

// Of the network team: AWS answers that it is internal, or that it is not.
listenersOn("inside", read("lb/loadBalancer:LoadBalancer", "inside", `${elb}:loadbalancer/app/internal-shared/50dc6c495c0c9188`).arn);
listenersOn("outside", read("lb/loadBalancer:LoadBalancer", "outside", `${elb}:loadbalancer/app/shared/60dc6c495c0c9188`).arn);
// Known by its ARN alone, from the configuration or from another stack.
listenersOn("named", `${elb}:loadbalancer/app/named/70dc6c495c0c9188`);

// Managed here, in a component.
class Edge extends pulumi.ComponentResource {
	constructor(name, args) {
		super("shop:edge:Edge", name);
		const balancer = new Resource("lb/loadBalancer:LoadBalancer", name, { ...args, loadBalancerType: "application" }, { parent: this });
		this.arn = balancer.arn;
		this.registerOutputs({ arn: this.arn });
	}
}
listenersOn("own", new Edge("own", { internal: true }).arn);
listenersOn("public", new Edge("public", { internal: false, accessLogs: { bucket: "logs", enabled: true } }).arn);

// A topic and a log group of others.
const topic = read("sns/topic:Topic", "central", "arn:aws:sns:eu-west-1:123456789012:central-alerts");
const group = read("cloudwatch/logGroup:LogGroup", "shared", "/shared/auth");
new Resource("cloudwatch/logMetricFilter:LogMetricFilter", "failed-logins", {
	logGroupName: group.name,
	pattern: '{ $.event = "login_failed" }',
	metricTransformation: { name: "LoginFailed", namespace: "Shop", value: "1" },
});
new Resource("cloudwatch/metricAlarm:MetricAlarm", "failed-logins", {
	metricName: "LoginFailed",
	namespace: "Shop",
	statistic: "Sum",
	period: 300,
	evaluationPeriods: 1,
	threshold: 20,
	comparisonOperator: "GreaterThanOrEqualToThreshold",
	treatMissingData: "notBreaching",
	alarmActions: [topic.arn],
});
