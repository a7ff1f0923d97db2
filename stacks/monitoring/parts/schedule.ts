import * as lambda from "@pulumi/aws/lambda";
import * as scheduler from "@pulumi/aws/scheduler";
import type { FunctionName } from "./bundle";
import type { ComponentContext } from "./component-context";
import { allow, assumedBy } from "./policy";
import { makeRole } from "./role";

/** Invokes a function every minute. Failed invocations are not retried: the next one does the remaining work. */
export function everyMinute(context: ComponentContext, of: FunctionName, target: lambda.Function): scheduler.Schedule {
	const { role, ready } = makeRole(context, `${of}-schedule`, {
		assumeRolePolicy: assumedBy("scheduler.amazonaws.com", context.accountId),
		permissions: [allow(["lambda:InvokeFunction"], target.arn)],
	});
	new lambda.FunctionEventInvokeConfig(
		`${context.name}-${of}`,
		{ functionName: target.name, maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60, ...context.regional },
		context.childOptions,
	);
	return new scheduler.Schedule(
		`${context.name}-${of}`,
		{
			description: `Invokes ${context.names[of]} every minute`,
			scheduleExpression: "rate(1 minute)",
			flexibleTimeWindow: { mode: "OFF" },
			target: { arn: target.arn, roleArn: role.arn, retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 } },
			...context.regional,
		},
		{ ...context.childOptions, dependsOn: [...ready] },
	);
}
