import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { https } from "./edge";
import { key } from "./key";
import { settings } from "./settings";

/** Created without a value, which is set manually, so that it is not in the program or the state. */
const scalekitSecret = new aws.secretsmanager.Secret("scalekit-client-secret", { kmsKeyId: key.arn });

const log = new aws.cloudwatch.LogGroup("app", { name: "/shop/app", retentionInDays: 365, kmsKeyId: key.arn });

const role = new aws.iam.Role("app", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });

new aws.iam.RolePolicy("app", {
	role: role.name,
	policy: pulumi.jsonStringify({
		Version: "2012-10-17",
		Statement: [
			{ Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: pulumi.interpolate`${log.arn}:*` },
			{ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: scalekitSecret.arn },
			{ Effect: "Allow", Action: "kms:Decrypt", Resource: key.arn },
		],
	}),
});

/** Handles logins. CloudWatch reads the metrics of `app/login-events.ts` from its log group. */
const app = new aws.lambda.Function("app", {
	runtime: aws.lambda.Runtime.NodeJS24dX,
	architectures: ["arm64"],
	handler: "index.handler",
	role: role.arn,
	code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({ statusCode: 200 });") }),
	loggingConfig: { logFormat: "JSON", logGroup: log.name },
	environment: {
		variables: {
			SCALEKIT_ENVIRONMENT_URL: settings.scalekitUrl,
			SCALEKIT_CLIENT_SECRET_ARN: scalekitSecret.arn,
			AUTH_MONITORING: settings.monitoring,
		},
	},
});

const targets = new aws.lb.TargetGroup("app", { targetType: "lambda" });

const permission = new aws.lambda.Permission("app", {
	function: app.name,
	action: "lambda:InvokeFunction",
	principal: "elasticloadbalancing.amazonaws.com",
	sourceArn: targets.arn,
});

new aws.lb.TargetGroupAttachment("app", { targetGroupArn: targets.arn, targetId: app.arn }, { dependsOn: permission });

new aws.lb.ListenerRule("app", {
	listenerArn: https.arn,
	conditions: [{ pathPattern: { values: ["/login", "/auth/callback"] } }],
	actions: [{ type: "forward", targetGroupArn: targets.arn }],
});
