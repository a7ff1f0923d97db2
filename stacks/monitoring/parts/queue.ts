import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import type { Keys } from "./encryption";
import type { Place } from "./place";

const FOURTEEN_DAYS = 1_209_600;
/** How often an event is tried before it is given up. */
const ATTEMPTS = 5;

export interface Queues {
	readonly events: sqs.Queue;
	readonly deadLetters: sqs.Queue;
}

/**
 * Verified events wait here for the worker; those that it cannot handle wait for a person.
 *
 * @param timeout seconds that the worker may take; a message stays hidden for six times as long (AWS Lambda, Developer Guide: Using Lambda
 * with Amazon SQS)
 */
export function makeQueues(place: Place, keys: Keys, timeout: number): Queues {
	const { name, names } = place;
	const encrypted = { kmsMasterKeyId: keys.data, kmsDataKeyReusePeriodSeconds: 300 };
	const deadLetters = new sqs.Queue(
		`${name}-dead-letters`,
		{ name: names.deadLetters, messageRetentionSeconds: FOURTEEN_DAYS, ...encrypted, ...place.tagged },
		place.child,
	);
	const events = new sqs.Queue(
		`${name}-events`,
		{
			name: names.queue,
			messageRetentionSeconds: FOURTEEN_DAYS,
			visibilityTimeoutSeconds: 6 * timeout,
			redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: ATTEMPTS }),
			...encrypted,
			...place.tagged,
		},
		place.child,
	);
	return { events, deadLetters };
}
