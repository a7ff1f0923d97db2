import { cdn, container, edited, httpApi, lambda, network, ref, res, restApi, service, serviceWith, TRUST, watch, web } from "../parts";
import { type BadCase, bad } from "../suite-case";

const EXPIRES = "log-group-expires";
const ECS = "ecs-log-group-explicit";
const LAMBDA = "lambda-log-group-explicit";
const SERVICE = "service-log-group-explicit";
const API = "api-access-logs";

const logs = (options: object) => ({
	logConfiguration: { logDriver: "awslogs", options: { "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs", ...options } },
});

export const logging: readonly BadCase[] = [
	bad(
		"The log group of the service has no retention",
		EXPIRES,
		"service-logs",
		edited(service(), { "service-logs": { retentionInDays: undefined } }),
	),
	bad("A retention of zero, which means no expiry", EXPIRES, "auth-log", edited(watch(), { "auth-log": { retentionInDays: 0 } })),
	bad(
		"The log of logins is kept for three days",
		"log-group-retention",
		"auth-log",
		edited(watch(), { "auth-log": { retentionInDays: 3 } }),
	),
	bad("A function without a log group", LAMBDA, "callback", edited(lambda(), { "callback-logs": null })),
	bad(
		"A log group that is named after another function",
		LAMBDA,
		"callback",
		edited(lambda(), { "callback-logs": { name: "/aws/lambda/auth-callback-v2" } }),
	),
	bad(
		"A function that names its default log group without creating it",
		LAMBDA,
		"callback",
		edited(lambda({}, { loggingConfig: { logFormat: "JSON", logGroup: "/aws/lambda/auth-callback" } }), { "callback-logs": null }),
	),
	bad(
		"A log group in the Region of the certificates, the function in another",
		LAMBDA,
		"callback",
		edited(lambda({}, { region: "eu-west-1" }), { "callback-logs": { region: "us-east-1" } }),
	),
	bad(
		"The container agent creates the log group",
		ECS,
		"task",
		edited(serviceWith({}, logs({ "awslogs-group": "/ecs/identity", "awslogs-create-group": "true" })), { "service-logs": null }),
	),
	bad(
		"A second container whose log group the agent creates",
		ECS,
		"task",
		service(
			container(),
			container(
				{},
				{
					name: "proxy",
					image: "envoyproxy/envoy:v1.31",
					...logs({ "awslogs-group": "/ecs/identity/proxy", "awslogs-create-group": "true" }),
				},
			),
		),
	),
	bad(
		"A log router that creates the log group",
		ECS,
		"task",
		edited(
			serviceWith(
				{},
				{
					logConfiguration: {
						logDriver: "awsfirelens",
						options: { Name: "cloudwatch", region: "eu-west-1", log_group_name: "/ecs/identity/router", auto_create_group: "true" },
					},
				},
			),
			{ "service-logs": null },
		),
	),
	bad(
		"A public load balancer without an access log",
		"load-balancer-access-logs",
		"front",
		edited(web(), { front: { accessLogs: undefined } }),
	),
	bad(
		"A bucket for access logs that are switched off",
		"load-balancer-access-logs",
		"front",
		edited(web(), { front: { accessLogs: { enabled: false, bucket: "acme-identity-lb-logs" } } }),
	),
	bad(
		"A connection log in place of the access log",
		"load-balancer-access-logs",
		"front",
		edited(web(), { front: { accessLogs: undefined, connectionLogs: { enabled: true, bucket: "acme-identity-lb-logs" } } }),
	),
	bad("A stage of an HTTP API without an access log", API, "live", edited(httpApi(), { live: { accessLogSettings: undefined } })),
	bad("A stage of a REST API with traces in place of logs", API, "v1", edited(restApi(), { v1: { accessLogSettings: undefined } })),
	bad("An HTTP API that is created with its target, and so without a stage", API, "quick", [
		...lambda(),
		res("aws:apigatewayv2/api:Api", "quick", { protocolType: "HTTP", target: ref("callback") }),
	]),
	bad(
		"A deployment that creates its stage",
		API,
		"rest-deployment",
		edited(restApi(), { v1: null, "rest-deployment": { stageName: "v1" } }),
		{ form: "old-state" },
	),
	bad("Execution logs of a REST API without a log group", "api-log-group-explicit", "all", [
		...restApi(),
		res("aws:apigateway/methodSettings:MethodSettings", "all", {
			restApi: ref("rest", "id"),
			stageName: "v1",
			methodPath: "*/*",
			settings: { loggingLevel: "INFO", metricsEnabled: true },
		}),
	]),
	bad("A distribution without an access log", "cloudfront-access-logs", "cdn", edited(cdn(), { cdn: { loggingConfig: undefined } }), {
		project: { components: ["edge"] },
	}),
	bad(
		"Connection logs of a distribution that are delivered in place of access logs",
		"cloudfront-access-logs",
		"cdn",
		[
			...edited(cdn(), { cdn: { loggingConfig: undefined } }),
			res("aws:cloudwatch/logDeliverySource:LogDeliverySource", "cdn-source", {
				name: "cdn",
				logType: "CONNECTION_LOGS",
				resourceArn: ref("cdn"),
			}),
			res("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", "cdn-bucket", {
				name: "cdn",
				deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::acme-cdn-logs" },
			}),
			res("aws:cloudwatch/logDelivery:LogDelivery", "cdn-delivery", {
				deliverySourceName: ref("cdn-source", "name"),
				deliveryDestinationArn: ref("cdn-bucket"),
			}),
		],
		{ project: { components: ["edge"] } },
	),
	bad("A database that exports its log to a group that RDS creates", SERVICE, "db", [
		...network(),
		res("aws:rds/instance:Instance", "db", {
			identifier: "identity",
			engine: "postgres",
			instanceClass: "db.t4g.medium",
			manageMasterUserPassword: true,
			username: "identity",
			enabledCloudwatchLogsExports: ["postgresql"],
		}),
	]),
	bad("A cluster whose control plane logs to a group that EKS creates", SERVICE, "k8s", [
		res("aws:iam/role:Role", "k8s-role", { assumeRolePolicy: TRUST("eks.amazonaws.com") }),
		res("aws:eks/cluster:Cluster", "k8s", {
			name: "identity",
			roleArn: ref("k8s-role"),
			vpcConfig: { subnetIds: ["subnet-0a1", "subnet-0b2"], endpointPublicAccess: false },
			enabledClusterLogTypes: ["api", "audit", "authenticator"],
		}),
	]),
];
