import { type Example, ref, resource, UNKNOWN } from "../../engine/example";
import { HttpApi, HttpStage, LogGroup, RestDeployment, RestStage } from "../../facts/resource-types";

const FORMAT = '{"requestId":"$context.requestId","route":"$context.routeKey","status":"$context.status"}';
const logs = resource(LogGroup, "access", { name: "/shop/api-access", retentionInDays: 90 });

export const examples: readonly Example[] = [
	{
		title: "An HTTP API stage with an access log",
		verdict: "pass",
		stack: [
			resource(HttpStage, "default", {
				apiId: "a1b2c3",
				name: "$default",
				autoDeploy: true,
				accessLogSettings: { destinationArn: ref("access"), format: FORMAT },
			}),
			logs,
		],
	},
	{
		title: "A REST API stage with an access log",
		verdict: "pass",
		stack: [
			resource(RestStage, "prod", {
				restApi: "a1b2c3",
				deployment: "d4",
				stageName: "prod",
				accessLogSettings: {
					destinationArn: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/amazon-apigateway-shop",
					format: FORMAT,
				},
			}),
		],
	},
	{
		title: "An HTTP API stage without an access log",
		verdict: "fail",
		property: "accessLogSettings.destinationArn",
		stack: [resource(HttpStage, "default", { apiId: "a1b2c3", name: "$default", autoDeploy: true })],
	},
	{
		title: "A REST API stage with traces, but without an access log",
		verdict: "fail",
		property: "accessLogSettings.destinationArn",
		stack: [resource(RestStage, "prod", { restApi: "a1b2c3", deployment: "d4", stageName: "prod", xrayTracingEnabled: true })],
	},
	{
		title: "Settings unknown until deployment",
		verdict: "undetermined",
		property: "accessLogSettings",
		stack: [resource(HttpStage, "default", { apiId: "a1b2c3", name: "$default", accessLogSettings: UNKNOWN })],
	},
	{
		title: "The quick create of an HTTP API, whose stage is no resource",
		verdict: "fail",
		property: "target",
		stack: [resource(HttpApi, "hooks", { protocolType: "HTTP", target: "https://app.example.com" })],
	},
	{
		title: "A deployment that makes its stage",
		verdict: "fail",
		property: "stageName",
		stack: [resource(RestDeployment, "live", { restApi: "a1b2c3d4e5", stageName: "live" })],
	},
	{
		title: "A deployment with a separate stage",
		verdict: "not-applicable",
		stack: [resource(RestDeployment, "live", { restApi: "a1b2c3d4e5" })],
	},
];
