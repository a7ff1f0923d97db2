import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { NAMESPACE } from "../../../signals/metric";
import { codeOf, type FunctionName } from "./bundle";
import { type Keys, useOf } from "./encryption";
import { logGroupOf } from "./logs";
import type { Place } from "./place";
import { ASSUMED_BY_LAMBDA, allow, type Statement } from "./policy";
import { makeRole } from "./role";

export interface FunctionDetails {
	readonly description: string;
	/** Seconds. */
	readonly timeout: number;
	/** Megabytes; the share of a processor grows with them. */
	readonly memory: number;
	/** Variables beside those that every function has. */
	readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
	/** All that it may do beside logging and using the data key. */
	readonly may: readonly Statement[];
	readonly ledger: pulumi.Input<string>;
	readonly keys: Keys;
}

/** A function with its role and its log group. */
export function makeFunction(place: Place, of: FunctionName, details: FunctionDetails): lambda.Function {
	const { keys, timeout, memory, description } = details;
	const log = logGroupOf(place, of, keys);
	const { role, ready } = makeRole(place, of, {
		assumeRolePolicy: ASSUMED_BY_LAMBDA,
		may: [allow(["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.interpolate`${log.arn}:*`), useOf(keys), ...details.may],
	});
	return new lambda.Function(
		`${place.name}-${of}`,
		{
			name: place.names[of],
			description,
			runtime: "nodejs24.x",
			architectures: ["arm64"],
			handler: "index.handler",
			code: codeOf(of),
			role: role.arn,
			timeout,
			memorySize: memory,
			loggingConfig: { logFormat: "JSON", logGroup: log.name },
			environment: {
				variables: {
					POWERTOOLS_SERVICE_NAME: place.name,
					POWERTOOLS_METRICS_NAMESPACE: NAMESPACE,
					LEDGER_TABLE: details.ledger,
					...details.environment,
				},
			},
			...place.tagged,
		},
		{ ...place.child, dependsOn: [...ready] },
	);
}
