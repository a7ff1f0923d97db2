import * as apigatewayv2 from "@pulumi/aws/apigatewayv2";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { NAMESPACE, SERVICE } from "../../../signals/metric";
import { WEBHOOK_PATH, WEBHOOK_THROTTLED } from "../../../signals/webhooks";
import type { Keys } from "./encryption";
import { logGroupOf } from "./logs";
import type { Place } from "./place";

export interface WebhookApi {
	readonly id: pulumi.Output<string>;
	readonly url: pulumi.Output<string>;
}

/** The HTTP API that hands each delivery to the receiver, and turns away what comes too fast. */
export function makeApi(place: Place, receiver: lambda.Function, keys: Keys): WebhookApi {
	const { name } = place;
	const { requestsPerSecond, burst } = place.options.receiver;
	const log = logGroupOf(place, "access", keys);
	const api = new apigatewayv2.Api(
		`${name}-webhooks`,
		{ protocolType: "HTTP", description: `Takes Scalekit's webhooks for "${name}"`, ...place.tagged },
		place.child,
	);
	const integration = new apigatewayv2.Integration(
		`${name}-webhooks`,
		{
			apiId: api.id,
			integrationType: "AWS_PROXY",
			integrationUri: receiver.arn,
			payloadFormatVersion: "2.0",
			timeoutMilliseconds: 10_000,
			...place.here,
		},
		place.child,
	);
	const route = new apigatewayv2.Route(
		`${name}-webhooks`,
		{ apiId: api.id, routeKey: `POST ${WEBHOOK_PATH}`, target: pulumi.interpolate`integrations/${integration.id}`, ...place.here },
		place.child,
	);
	new apigatewayv2.Stage(
		`${name}-webhooks`,
		{
			apiId: api.id,
			name: "$default",
			autoDeploy: true,
			defaultRouteSettings: { throttlingRateLimit: requestsPerSecond, throttlingBurstLimit: burst },
			accessLogSettings: { destinationArn: log.arn, format: accessLogFormat(name) },
			...place.tagged,
		},
		{ ...place.child, dependsOn: [route] },
	);
	new lambda.Permission(
		`${name}-webhooks`,
		{
			function: receiver.name,
			action: "lambda:InvokeFunction",
			principal: "apigateway.amazonaws.com",
			sourceArn: pulumi.interpolate`${api.executionArn}/*/*${WEBHOOK_PATH}`,
			...place.here,
		},
		place.child,
	);
	countThrottled(place, log.name);
	return { id: api.id, url: pulumi.interpolate`${api.apiEndpoint}${WEBHOOK_PATH}` };
}

/** What the metric filter reads, and what tells a slow answer from a refused one; nothing that the sender wrote, and not where it is. */
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

/** A filter with dimensions may not have a default value, so that no delivery turned away is no datapoint. */
function countThrottled(place: Place, logGroupName: pulumi.Output<string>): void {
	new cloudwatch.LogMetricFilter(
		`${place.name}-webhooks-throttled`,
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
			...place.here,
		},
		place.child,
	);
}
