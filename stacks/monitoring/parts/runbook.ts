import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { runbookOf } from "../runbook/markdown";
import type { Alarms } from "./alarms";
import { branch, call, type Step } from "./automation";
import type { ComponentContext } from "./component-context";
import { allowUseOf, type Keys } from "./encryption";
import { allow, assumedBy } from "./policy";
import type { Queues } from "./queue";
import { makeRole } from "./role";

/**
 * The runbook as a Systems Manager document: its description is the text, and its steps list alarms and redrive the dead-letter queue. AWS Systems Manager,
 * Automation user guide: Schemas and data elements.
 */
export function makeRunbook(context: ComponentContext, keys: Keys, queues: Queues | undefined, { byId }: Alarms): ssm.Document {
	const { name, names } = context;
	const { role } = makeRole(context, "runbook", {
		assumeRolePolicy: assumedBy("ssm.amazonaws.com", context.accountId),
		permissions: [allow(["cloudwatch:DescribeAlarms"], "*"), ...(queues ? [allowUseOf(keys), ...redrivePermissions(queues)] : [])],
	});
	return new ssm.Document(
		`${name}-runbook`,
		{
			name: names.runbook,
			documentType: "Automation",
			documentFormat: "JSON",
			content: pulumi.jsonStringify({
				schemaVersion: "0.3",
				description: runbookOf(context.options),
				assumeRole: role.arn,
				...(queues ? { parameters: REDRIVE } : {}),
				mainSteps: [listAlarms([...byId.values()]), ...(queues ? redrive(queues) : [])],
				outputs: ["listAlarms.Alarms"],
			}),
			...context.regionalTagged,
		},
		context.childOptions,
	);
}

function redrivePermissions({ events, deadLetters }: Queues) {
	return [
		allow(["sqs:StartMessageMoveTask", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], deadLetters.arn),
		allow(["sqs:SendMessage"], events.arn),
	];
}

const REDRIVE = {
	Redrive: { type: "String", description: "Whether to redrive the dead-letter queue", allowedValues: ["no", "yes"], default: "no" },
};

/** Lists alarms by name: a name prefix could match another deployment's alarms. */
function listAlarms(alarms: readonly cloudwatch.MetricAlarm[]): Step {
	return {
		name: "listAlarms",
		description: "Lists the alarms in ALARM state",
		...call("cloudwatch", "DescribeAlarms", { AlarmNames: alarms.map(({ name }) => name), StateValue: "ALARM" }),
		outputs: [{ Name: "Alarms", Selector: "$.MetricAlarms..AlarmName", Type: "StringList" }],
	};
}

/**
 * Redrives the dead-letter queue if requested, otherwise returns its size: a branch continues with the next step by default. AWS Systems Manager, Automation
 * user guide: aws:branch.
 */
function redrive({ deadLetters }: Queues): readonly Step[] {
	return [
		{ name: "isRedriveRequested", ...branch("Redrive", { yes: "redrive" }, "countDeadLetters") },
		{
			name: "redrive",
			description: "Moves messages back to the source queue",
			...call("sqs", "StartMessageMoveTask", { SourceArn: deadLetters.arn }),
			isEnd: true,
		},
		{
			name: "countDeadLetters",
			description: "Returns the number of messages in the dead-letter queue",
			...call("sqs", "GetQueueAttributes", { QueueUrl: deadLetters.url, AttributeNames: ["ApproximateNumberOfMessages"] }),
			outputs: [{ Name: "DeadLetters", Selector: "$.Attributes.ApproximateNumberOfMessages", Type: "String" }],
			isEnd: true,
		},
	];
}
