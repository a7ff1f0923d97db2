import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";

const FOURTEEN_DAYS = 1_209_600;
/** Attempts before an event goes to the dead-letter queue. */
const ATTEMPTS = 5;

export interface Queues {
	readonly events: sqs.Queue;
	readonly deadLetters: sqs.Queue;
}

/**
 * The queue of verified events for the worker, and its dead-letter queue.
 *
 * @param timeout the worker's timeout in seconds; the visibility timeout is six times as long (AWS Lambda, Developer Guide: Using Lambda
 * with Amazon SQS)
 */
export function makeQueues(context: ComponentContext, keys: Keys, timeout: number): Queues {
	const { name, names } = context;
	const encrypted = { kmsMasterKeyId: keys.data, kmsDataKeyReusePeriodSeconds: 300 };
	const deadLetters = new sqs.Queue(
		`${name}-dead-letters`,
		{ name: names.deadLetters, messageRetentionSeconds: FOURTEEN_DAYS, ...encrypted, ...context.regionalTagged },
		context.childOptions,
	);
	const events = new sqs.Queue(
		`${name}-events`,
		{
			name: names.queue,
			messageRetentionSeconds: FOURTEEN_DAYS,
			visibilityTimeoutSeconds: 6 * timeout,
			redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: ATTEMPTS }),
			...encrypted,
			...context.regionalTagged,
		},
		context.childOptions,
	);
	return { events, deadLetters };
}
