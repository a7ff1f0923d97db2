import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { http } from "./edge";

const role = new aws.iam.Role("webhook", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });

const events = new aws.sqs.Queue("scalekit-events", { sqsManagedSseEnabled: true });

// Its log group is created by AWS and never expires; its secret is in the function's configuration.
const receiver = new aws.lambda.Function("webhook", {
	runtime: aws.lambda.Runtime.NodeJS24dX,
	handler: "index.handler",
	role: role.arn,
	code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 204 });") }),
	environment: {
		variables: {
			SCALEKIT_WEBHOOK_SECRET: "whsec_RXhhbXBsZU9ubHlOb3RBU2VjcmV0MDAwMDAw",
			EVENTS_QUEUE_URL: events.url,
		},
	},
});

const targets = new aws.lb.TargetGroup("webhook", { targetType: "lambda" });
new aws.lb.TargetGroupAttachment("webhook", { targetGroupArn: targets.arn, targetId: receiver.arn });

// The default action might redirect; this rule still forwards over HTTP.
new aws.lb.ListenerRule("webhook", {
	listenerArn: http.arn,
	conditions: [{ pathPattern: { values: ["/webhooks/scalekit"] } }],
	actions: [{ type: "forward", targetGroupArn: targets.arn }],
});

const api = new aws.apigatewayv2.Api("partners", { protocolType: "HTTP" });
new aws.apigatewayv2.Stage("partners", { apiId: api.id, name: "live", autoDeploy: true });

new aws.apigateway.DomainName("partners", {
	domainName: "partners.example.com",
	regionalCertificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/8f4f1c7e-5f0a-4a37-9d8b-0c6a2f1e9b11",
	securityPolicy: "TLS_1_0",
	endpointConfiguration: { types: "REGIONAL" },
});
