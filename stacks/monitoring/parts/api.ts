import * as apigatewayv2 from "@pulumi/aws/apigatewayv2";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { NAMESPACE, SERVICE } from "../../../signals/metric";
import { WEBHOOK_PATH, WEBHOOK_THROTTLED } from "../../../signals/webhooks";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";
import { logGroupOf } from "./logs";

export interface WebhookApi {
	readonly id: pulumi.Output<string>;
	readonly url: pulumi.Output<string>;
}

/** The HTTP API, which invokes the receiver for each delivery and throttles. */
export function makeApi(context: ComponentContext, receiver: lambda.Function, keys: Keys): WebhookApi {
	const { name } = context;
	const { requestsPerSecond, burst } = context.options.receiver;
	const log = logGroupOf(context, "access", keys);
	const api = new apigatewayv2.Api(
		`${name}-webhooks`,
		{ protocolType: "HTTP", description: `Receives Scalekit webhooks for "${name}"`, ...context.regionalTagged },
		context.childOptions,
	);
	const integration = new apigatewayv2.Integration(
		`${name}-webhooks`,
		{
			apiId: api.id,
			integrationType: "AWS_PROXY",
			integrationUri: receiver.arn,
			payloadFormatVersion: "2.0",
			timeoutMilliseconds: 10_000,
			...context.regional,
		},
		context.childOptions,
	);
	const route = new apigatewayv2.Route(
		`${name}-webhooks`,
		{ apiId: api.id, routeKey: `POST ${WEBHOOK_PATH}`, target: pulumi.interpolate`integrations/${integration.id}`, ...context.regional },
		context.childOptions,
	);
	new apigatewayv2.Stage(
		`${name}-webhooks`,
		{
			apiId: api.id,
			name: "$default",
			autoDeploy: true,
			defaultRouteSettings: { throttlingRateLimit: requestsPerSecond, throttlingBurstLimit: burst },
			accessLogSettings: { destinationArn: log.arn, format: accessLogFormat(name) },
			...context.regionalTagged,
		},
		{ ...context.childOptions, dependsOn: [route] },
	);
	new lambda.Permission(
		`${name}-webhooks`,
		{
			function: receiver.name,
			action: "lambda:InvokeFunction",
			principal: "apigateway.amazonaws.com",
			sourceArn: pulumi.interpolate`${api.executionArn}/*/*${WEBHOOK_PATH}`,
			...context.regional,
		},
		context.childOptions,
	);
	countThrottled(context, log.name);
	return { id: api.id, url: pulumi.interpolate`${api.apiEndpoint}${WEBHOOK_PATH}` };
}

/** The fields for the metric filter and for diagnosing latency and status; no text from the sender, and no IP address. */
function accessLogFormat(name: string): string {
	return JSON.stringify({
		[SERVICE]: name,
		requestId: "$context.requestId",
		time: "$context.requestTimeEpoch",
		routeKey: "$context.routeKey",
		status: "$context.status",
		latency: "$context.responseLatency",
	});
}

/** Metric filters with dimensions cannot have a default value, so without throttling there is no datapoint. */
function countThrottled(context: ComponentContext, logGroupName: pulumi.Output<string>): void {
	new cloudwatch.LogMetricFilter(
		`${context.name}-webhooks-throttled`,
		{
			logGroupName,
			pattern: WEBHOOK_THROTTLED.pattern,
			metricTransformation: {
				name: WEBHOOK_THROTTLED.name,
				namespace: NAMESPACE,
				value: "1",
				unit: WEBHOOK_THROTTLED.unit,
				dimensions: { [SERVICE]: `$.${SERVICE}` },
			},
			...context.regional,
		},
		context.childOptions,
	);
}
