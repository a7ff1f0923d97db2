/**
 * Metrics that AWS publishes and the monitoring uses. AWS Lambda, Developer Guide: Types of metrics; API Gateway, Developer Guide:
 * Monitor HTTP API metrics; SQS, Developer Guide: Available CloudWatch metrics (read 2026-11).
 */

export interface AwsMetric<Dimension extends string = string> {
	readonly namespace: `AWS/${string}`;
	readonly name: string;
	readonly dimensions: readonly Dimension[];
	/** The CloudWatch statistic over one period. */
	readonly statistic: "Sum" | "Maximum";
	readonly meaning: string;
}

function metric<const Dimension extends string>(given: AwsMetric<Dimension>): AwsMetric<Dimension> {
	return given;
}

export const FUNCTION_ERRORS = metric({
	namespace: "AWS/Lambda",
	name: "Errors",
	dimensions: ["FunctionName"],
	statistic: "Sum",
	meaning: "A function invocation that ended with an error",
});

export const FUNCTION_RUNS = metric({
	namespace: "AWS/Lambda",
	name: "Invocations",
	dimensions: ["FunctionName"],
	statistic: "Sum",
	meaning: "A function invocation",
});

export const FUNCTION_DURATION = metric({
	namespace: "AWS/Lambda",
	name: "Duration",
	dimensions: ["FunctionName"],
	statistic: "Maximum",
	meaning: "Duration of the longest function invocation, in milliseconds",
});

export const API_SERVER_ERRORS = metric({
	namespace: "AWS/ApiGateway",
	name: "5xx",
	dimensions: ["ApiId"],
	statistic: "Sum",
	meaning: "A request that the API answered with a 5xx status",
});

export const QUEUE_DEPTH = metric({
	namespace: "AWS/SQS",
	name: "ApproximateNumberOfMessagesVisible",
	dimensions: ["QueueName"],
	statistic: "Maximum",
	meaning: "Messages waiting in the queue",
});

export const QUEUE_AGE = metric({
	namespace: "AWS/SQS",
	name: "ApproximateAgeOfOldestMessage",
	dimensions: ["QueueName"],
	statistic: "Maximum",
	meaning: "Age of the oldest message in the queue, in seconds",
});

/** All of them. */
export const AWS_METRICS: readonly AwsMetric[] = [
	FUNCTION_ERRORS,
	FUNCTION_RUNS,
	FUNCTION_DURATION,
	API_SERVER_ERRORS,
	QUEUE_DEPTH,
	QUEUE_AGE,
];
