import * as lambda from "@pulumi/aws/lambda";
import * as scheduler from "@pulumi/aws/scheduler";
import type { FunctionName } from "./bundle";
import type { Place } from "./place";
import { allow, assumedBy } from "./policy";
import { makeRole } from "./role";

/** Starts a function every minute. A run that could not be started or that failed is not made up for: the next one does all that is due. */
export function everyMinute(place: Place, of: FunctionName, target: lambda.Function): scheduler.Schedule {
	const { role, ready } = makeRole(place, `${of}-schedule`, {
		assumeRolePolicy: assumedBy("scheduler.amazonaws.com", place.accountId),
		may: [allow(["lambda:InvokeFunction"], target.arn)],
	});
	new lambda.FunctionEventInvokeConfig(
		`${place.name}-${of}`,
		{ functionName: target.name, maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60, ...place.here },
		place.child,
	);
	return new scheduler.Schedule(
		`${place.name}-${of}`,
		{
			description: `Starts ${place.names[of]} every minute`,
			scheduleExpression: "rate(1 minute)",
			flexibleTimeWindow: { mode: "OFF" },
			target: { arn: target.arn, roleArn: role.arn, retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 } },
			...place.here,
		},
		{ ...place.child, dependsOn: [...ready] },
	);
}
