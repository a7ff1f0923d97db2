import { type ExampleResource, interpolate, jsonStringify, ref } from "../../policies/engine/example";
import { SIGNATURE_KEY } from "../../policies/engine/wire";

/** Stacks of a product's login without a defect, and the means to give them one. */

export type Inputs = Readonly<Record<string, unknown>>;

/** A resource by its type token. */
export function res(type: string, name: string, inputs: Inputs = {}, more: Partial<ExampleResource> = {}): ExampleResource {
	return { type, name, inputs, ...more };
}

/** The stack with changed inputs by resource name; null removes the resource, undefined an input. Added resources follow. */
export function edited(
	stack: readonly ExampleResource[],
	changes: Readonly<Record<string, Inputs | null>>,
	...added: readonly ExampleResource[]
): ExampleResource[] {
	for (const name of Object.keys(changes)) if (!stack.some((each) => each.name === name)) throw new Error(`the stack has no "${name}"`);
	const kept = stack.flatMap((each) => {
		const change = changes[each.name];
		if (change === null) return [];
		return [change ? { ...each, inputs: withoutUndefined({ ...each.inputs, ...change }) } : each];
	});
	return [...kept, ...added];
}

/** The stack with another type token of a resource. */
export function retyped(stack: readonly ExampleResource[], name: string, type: string): ExampleResource[] {
	return stack.map((each) => (each.name === name ? { ...each, type } : each));
}

function withoutUndefined(inputs: Inputs): Inputs {
	return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
}

export const CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/7a0c1f52-3c1e-4d53-9a34-2f1b8c7e6d90";
const VISIBILITY = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "identity" };
export const TRUST = (service: string) =>
	JSON.stringify({
		Version: "2012-10-17",
		Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
	});
export const forwardTo = (targetGroup: string) => [{ type: "forward", targetGroupArn: ref(targetGroup) }];
export const redirectTo = (port: string, more: Inputs = {}) => [
	{ type: "redirect", redirect: { protocol: "HTTPS", port, statusCode: "HTTP_301", ...more } },
];

/** A rule of a web ACL. */
export const aclRule = (name: string, priority: number, statement: Inputs, action: Inputs = { action: { block: {} } }) => ({
	name,
	priority,
	statement,
	visibilityConfig: { ...VISIBILITY, metricName: name },
	...action,
});
export const rateRule = (limit: number, priority = 10) =>
	aclRule("rate-per-ip", priority, { rateBasedStatement: { limit, aggregateKeyType: "IP" } });
export const pathStatement = (path: string, positionalConstraint = "STARTS_WITH") => ({
	byteMatchStatement: {
		fieldToMatch: { uriPath: {} },
		positionalConstraint,
		searchString: path,
		textTransformations: [{ priority: 0, type: "NONE" }],
	},
});

export const network = (): ExampleResource[] => [
	res("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.20.0.0/16", enableDnsHostnames: true, tags: { Team: "platform" } }),
	res("aws:ec2/subnet:Subnet", "public-a", { vpcId: ref("main", "id"), cidrBlock: "10.20.0.0/24", availabilityZone: "eu-west-1a" }),
	res("aws:ec2/subnet:Subnet", "public-b", { vpcId: ref("main", "id"), cidrBlock: "10.20.1.0/24", availabilityZone: "eu-west-1b" }),
	res("aws:ec2/securityGroup:SecurityGroup", "edge", {
		vpcId: ref("main", "id"),
		description: "HTTPS from anywhere",
		ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
	}),
];

/** A public load balancer "front" with listeners "https" and "http", web ACL "acl" and its log. */
export const web = (): ExampleResource[] => [
	...network(),
	res("aws:s3/bucketV2:BucketV2", "lb-logs", { bucket: "acme-identity-lb-logs", forceDestroy: false }),
	res("aws:lb/loadBalancer:LoadBalancer", "front", {
		loadBalancerType: "application",
		internal: false,
		securityGroups: [ref("edge", "id")],
		subnets: [ref("public-a", "id"), ref("public-b", "id")],
		accessLogs: { enabled: true, bucket: "acme-identity-lb-logs", prefix: "front" },
		dropInvalidHeaderFields: true,
	}),
	res("aws:lb/targetGroup:TargetGroup", "web", { port: 8080, protocol: "HTTP", targetType: "ip", vpcId: ref("main", "id") }),
	res("aws:lb/listener:Listener", "https", {
		loadBalancerArn: ref("front"),
		port: 443,
		protocol: "HTTPS",
		certificateArn: CERTIFICATE,
		sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
		defaultActions: forwardTo("web"),
		routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
	}),
	res("aws:lb/listener:Listener", "http", { loadBalancerArn: ref("front"), port: 80, protocol: "HTTP", defaultActions: redirectTo("443") }),
	res("aws:wafv2/webAcl:WebAcl", "acl", {
		scope: "REGIONAL",
		defaultAction: { allow: {} },
		visibilityConfig: VISIBILITY,
		rules: [rateRule(2000)],
	}),
	res("aws:wafv2/webAclAssociation:WebAclAssociation", "acl-front", { resourceArn: ref("front"), webAclArn: ref("acl") }),
	res("aws:cloudwatch/logGroup:LogGroup", "acl-logs", { name: "aws-waf-logs-identity", retentionInDays: 90 }),
	res("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "acl-logging", {
		resourceArn: ref("acl"),
		logDestinationConfigs: [ref("acl-logs")],
		redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
	}),
];

/** A container of {@link service}. */
export const container = (environment: Readonly<Record<string, unknown>> = {}, more: Inputs = {}): Inputs => ({
	name: "identity",
	image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/identity:2025.11.3",
	essential: true,
	portMappings: [{ containerPort: 8080, protocol: "tcp" }],
	environment: Object.entries({ NODE_ENV: "production", ...environment }).map(([name, value]) => ({ name, value })),
	secrets: [{ name: "SCALEKIT_CLIENT_SECRET", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:identity/scalekit-Ab12Cd" }],
	logConfiguration: {
		logDriver: "awslogs",
		options: { "awslogs-group": "/ecs/identity", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs" },
	},
	...more,
});

/** An ECS service "identity" with task definition "task". */
export const service = (...containers: readonly Inputs[]): ExampleResource[] => [
	res("aws:ecs/cluster:Cluster", "apps", { settings: [{ name: "containerInsights", value: "enabled" }] }),
	res("aws:iam/role:Role", "task-execution", { assumeRolePolicy: TRUST("ecs-tasks.amazonaws.com") }),
	res("aws:cloudwatch/logGroup:LogGroup", "service-logs", { name: "/ecs/identity", retentionInDays: 90 }),
	res("aws:ecs/taskDefinition:TaskDefinition", "task", {
		family: "identity",
		cpu: "512",
		memory: "1024",
		networkMode: "awsvpc",
		requiresCompatibilities: ["FARGATE"],
		executionRoleArn: ref("task-execution"),
		containerDefinitions: jsonStringify(containers.length > 0 ? containers : [container()]),
	}),
	res("aws:ecs/service:Service", "identity", { cluster: ref("apps"), taskDefinition: ref("task"), desiredCount: 3, launchType: "FARGATE" }),
];

/** The service with variables of its container. */
export const serviceWith = (environment: Readonly<Record<string, unknown>>, more?: Inputs): ExampleResource[] =>
	service(container(environment, more));

/** A Lambda function "callback" with these variables, its role and its log group. */
export const lambda = (variables: Readonly<Record<string, unknown>> = {}, more: Inputs = {}): ExampleResource[] => [
	res("aws:iam/role:Role", "callback-role", { assumeRolePolicy: TRUST("lambda.amazonaws.com") }),
	res("aws:cloudwatch/logGroup:LogGroup", "callback-logs", { name: "/aws/lambda/auth-callback", retentionInDays: 30 }),
	res("aws:lambda/function:Function", "callback", {
		name: "auth-callback",
		runtime: "nodejs22.x",
		handler: "index.handler",
		role: ref("callback-role"),
		s3Bucket: "acme-artifacts",
		s3Key: "auth-callback/4f1c.zip",
		environment: { variables: { LOG_LEVEL: "info", ...variables } },
		...more,
	}),
];

/** An EC2 instance "worker" with user data, and its profile. */
export const machine = (userData: string | undefined, more: Inputs = {}): ExampleResource[] => [
	res("aws:iam/role:Role", "worker-role", { assumeRolePolicy: TRUST("ec2.amazonaws.com") }),
	res("aws:iam/instanceProfile:InstanceProfile", "worker-profile", { role: ref("worker-role", "name") }),
	res("aws:ec2/instance:Instance", "worker", {
		ami: "ami-0a1b2c3d4e5f60718",
		instanceType: "t4g.small",
		iamInstanceProfile: ref("worker-profile", "name"),
		metadataOptions: { httpTokens: "required" },
		...(userData === undefined ? {} : { userData }),
		...more,
	}),
];

/** Lines of a script. */
export const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
export const base64 = (text: string | Buffer): string => Buffer.from(text).toString("base64");

/** Failed logins "failures", counted from "auth-log", with alarm "login-failures", topic "oncall" and subscriber "pager". */
export const watch = (): ExampleResource[] => [
	res("aws:cloudwatch/logGroup:LogGroup", "auth-log", { name: "/acme/identity/auth", retentionInDays: 180 }),
	res("aws:cloudwatch/logMetricFilter:LogMetricFilter", "failures", {
		logGroupName: ref("auth-log", "name"),
		pattern: '{ ($.event = "login.failed") && ($.env = "prod") }',
		metricTransformation: { name: "LoginFailures", namespace: "Acme/Identity", value: "1", defaultValue: "0" },
	}),
	res("aws:sns/topic:Topic", "oncall", { displayName: "Identity on-call" }),
	res("aws:sns/topicSubscription:TopicSubscription", "pager", {
		topic: ref("oncall"),
		protocol: "https",
		endpoint: "https://events.eu.pagerduty.com/integration/0000000000000000example/enqueue",
		endpointAutoConfirms: true,
	}),
	res("aws:cloudwatch/metricAlarm:MetricAlarm", "login-failures", {
		alarmDescription: "Many failed logins. Runbook: https://wiki.acme.example/identity/login-failures",
		metricName: "LoginFailures",
		namespace: "Acme/Identity",
		statistic: "Sum",
		period: 60,
		evaluationPeriods: 5,
		datapointsToAlarm: 3,
		threshold: 10,
		comparisonOperator: "GreaterThanOrEqualToThreshold",
		treatMissingData: "notBreaching",
		alarmActions: [ref("oncall")],
		okActions: [ref("oncall")],
	}),
];

/** The alarm's inputs for a metric query in place of a single metric. */
export const asQueries = (...queries: readonly Inputs[]): Inputs => ({
	metricName: undefined,
	namespace: undefined,
	statistic: undefined,
	period: undefined,
	metricQueries: queries,
});
export const metricQuery = (id: string, metric: Inputs = {}, more: Inputs = {}): Inputs => ({
	id,
	metric: { metricName: "LoginFailures", namespace: "Acme/Identity", stat: "Sum", period: 60, ...metric },
	...more,
});
export const expression = (text: string, id = "e1"): Inputs => ({ id, expression: text, label: id, returnData: true });

/** A CloudFront distribution "cdn" in front of "front", with a response headers policy "headers". */
export const cdn = (): ExampleResource[] => [
	res("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", "headers", {
		securityHeadersConfig: {
			strictTransportSecurity: { accessControlMaxAgeSec: 63072000, includeSubdomains: true, preload: true, override: true },
			contentTypeOptions: { override: true },
		},
	}),
	res("aws:wafv2/webAcl:WebAcl", "cdn-acl", {
		scope: "CLOUDFRONT",
		region: "us-east-1",
		defaultAction: { allow: {} },
		visibilityConfig: VISIBILITY,
		rules: [rateRule(1000)],
	}),
	res("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "cdn-acl-logging", {
		region: "us-east-1",
		resourceArn: ref("cdn-acl"),
		logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-acme-login"],
		redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
	}),
	res("aws:cloudfront/distribution:Distribution", "cdn", {
		enabled: true,
		aliases: ["login.acme.example"],
		webAclId: ref("cdn-acl"),
		origins: [
			{
				originId: "app",
				domainName: "origin.acme.example",
				customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] },
			},
		],
		defaultCacheBehavior: {
			targetOriginId: "app",
			viewerProtocolPolicy: "redirect-to-https",
			allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
			cachedMethods: ["GET", "HEAD"],
			responseHeadersPolicyId: ref("headers", "id"),
		},
		restrictions: { geoRestriction: { restrictionType: "none" } },
		viewerCertificate: { acmCertificateArn: CERTIFICATE, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },
		loggingConfig: { bucket: "acme-cdn-logs.s3.amazonaws.com", prefix: "login/" },
	}),
];

/** An HTTP API "api" with stage "live" and its access log. */
export const httpApi = (): ExampleResource[] => [
	res("aws:cloudwatch/logGroup:LogGroup", "api-access", { name: "/acme/identity/api-access", retentionInDays: 90 }),
	res("aws:apigatewayv2/api:Api", "api", {
		name: "identity",
		protocolType: "HTTP",
		corsConfiguration: { allowOrigins: ["https://app.acme.example"], allowCredentials: true, allowMethods: ["GET", "POST"] },
	}),
	res("aws:apigatewayv2/stage:Stage", "live", {
		apiId: ref("api", "id"),
		name: "$default",
		autoDeploy: true,
		accessLogSettings: { destinationArn: ref("api-access"), format: '{"id":"$context.requestId","status":"$context.status"}' },
	}),
];

/** A REST API "rest" with stage "v1" and its access log. */
export const restApi = (): ExampleResource[] => [
	res("aws:cloudwatch/logGroup:LogGroup", "rest-access", { name: "/acme/identity/rest-access", retentionInDays: 90 }),
	res("aws:apigateway/restApi:RestApi", "rest", { name: "scim", endpointConfiguration: { types: "REGIONAL" } }),
	res("aws:apigateway/deployment:Deployment", "rest-deployment", { restApi: ref("rest", "id"), triggers: { redeployment: "5f1c" } }),
	res("aws:apigateway/stage:Stage", "v1", {
		restApi: ref("rest", "id"),
		deployment: ref("rest-deployment", "id"),
		stageName: "v1",
		accessLogSettings: { destinationArn: ref("rest-access"), format: "$context.requestId $context.status" },
		xrayTracingEnabled: true,
	}),
];

const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** The code of a function that is written in the program, as Pulumi records it. */
export const inlineCode = (files: Readonly<Record<string, string>>): unknown => ({
	[SIGNATURE_KEY]: ARCHIVE,
	hash: "5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592",
	assets: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, { [SIGNATURE_KEY]: ASSET, text }])),
});

/** The root stack with outputs. */
export const outputs = (values: Inputs): ExampleResource => res("pulumi:pulumi:Stack", "shop-prod", {}, { outputs: values });

export { interpolate, jsonStringify, ref };
