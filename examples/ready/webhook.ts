import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { webhookSecret } from "./app";
import { https } from "./edge";
import { settings } from "./settings";

const deadLetters = new aws.sqs.Queue("scalekit-dead-letters", { messageRetentionSeconds: 1209600, sqsManagedSseEnabled: true });

const events = new aws.sqs.Queue("scalekit-events", {
	visibilityTimeoutSeconds: 180,
	sqsManagedSseEnabled: true,
	redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: 5 }),
});

const role = new aws.iam.Role("webhook", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });

export const webhookLog = new aws.cloudwatch.LogGroup("webhook", { name: "/shop/webhook", retentionInDays: 365 });

/** Verifies the signature, queues the event and responds immediately. */
const receiver = new aws.lambda.Function("webhook", {
	runtime: aws.lambda.Runtime.NodeJS24dX,
	architectures: ["arm64"],
	handler: "index.handler",
	role: role.arn,
	timeout: 10,
	code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 204 });") }),
	loggingConfig: { logFormat: "JSON", logGroup: webhookLog.name },
	environment: {
		variables: {
			SCALEKIT_ENVIRONMENT_URL: settings.scalekitUrl,
			SCALEKIT_WEBHOOK_SECRET_ARN: webhookSecret.arn,
			EVENTS_QUEUE_URL: events.url,
		},
	},
});

const targets = new aws.lb.TargetGroup("webhook", { targetType: "lambda" });

const permission = new aws.lambda.Permission("webhook", {
	function: receiver.name,
	action: "lambda:InvokeFunction",
	principal: "elasticloadbalancing.amazonaws.com",
	sourceArn: targets.arn,
});

new aws.lb.TargetGroupAttachment("webhook", { targetGroupArn: targets.arn, targetId: receiver.arn }, { dependsOn: permission });

new aws.lb.ListenerRule("webhook", {
	listenerArn: https.arn,
	conditions: [{ pathPattern: { values: ["/webhooks/scalekit"] } }],
	actions: [{ type: "forward", targetGroupArn: targets.arn }],
});

export const deadLetterQueue = deadLetters;
