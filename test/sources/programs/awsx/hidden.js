const { Cluster } = require("./aws");
const awsx = require("./awsx");

// What components hide: a secret in plain text, a development environment, a listener over HTTP, logs that never expire.
const cluster = new Cluster("cluster");
const lb = new awsx.lb.ApplicationLoadBalancer("lb", { listener: { port: 80, protocol: "HTTP" } });
new awsx.ecs.FargateService("app", {
	cluster: cluster.arn,
	taskDefinitionArgs: {
		logGroup: { args: { retentionInDays: 0 } },
		container: {
			name: "app",
			image: "shop:1",
			environment: [
				{ name: "SCALEKIT_CLIENT_SECRET", value: "test_N0tAR3alSecret0123456789" },
				{ name: "SCALEKIT_ENVIRONMENT_URL", value: "https://shop-dev.scalekit.dev" },
			],
			portMappings: [{ containerPort: 80, targetGroup: lb.defaultTargetGroup }],
		},
	},
});
