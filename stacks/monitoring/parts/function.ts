import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { NAMESPACE } from "../../../signals/metric";
import { codeOf, type FunctionName } from "./bundle";
import type { ComponentContext } from "./component-context";
import { allowUseOf, type Keys } from "./encryption";
import { logGroupOf } from "./logs";
import { ASSUMED_BY_LAMBDA, allow, type Statement } from "./policy";
import { makeRole } from "./role";

export interface FunctionDetails {
	readonly description: string;
	/** Seconds. */
	readonly timeout: number;
	/** Memory in MB; CPU is proportional to it. */
	readonly memory: number;
	/** Variables in addition to those of every function. */
	readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
	/** Permissions in addition to logging and use of the data key. */
	readonly permissions: readonly Statement[];
	readonly ledger: pulumi.Input<string>;
	readonly keys: Keys;
}

/** A function with its role and its log group. */
export function makeFunction(context: ComponentContext, of: FunctionName, details: FunctionDetails): lambda.Function {
	const { keys, timeout, memory, description } = details;
	const log = logGroupOf(context, of, keys);
	const { role, ready } = makeRole(context, of, {
		assumeRolePolicy: ASSUMED_BY_LAMBDA,
		permissions: [
			allow(["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.interpolate`${log.arn}:*`),
			allowUseOf(keys),
			...details.permissions,
		],
	});
	return new lambda.Function(
		`${context.name}-${of}`,
		{
			name: context.names[of],
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
					POWERTOOLS_SERVICE_NAME: context.name,
					POWERTOOLS_METRICS_NAMESPACE: NAMESPACE,
					LEDGER_TABLE: details.ledger,
					...details.environment,
				},
			},
			...context.regionalTagged,
		},
		{ ...context.childOptions, dependsOn: [...ready] },
	);
}
