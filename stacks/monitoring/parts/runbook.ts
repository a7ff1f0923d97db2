import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { runbookOf } from "../runbook/markdown";
import type { Alarms } from "./alarms";
import { branch, call, type Step } from "./automation";
import { type Keys, useOf } from "./encryption";
import type { Place } from "./place";
import { allow, assumedBy } from "./policy";
import type { Queues } from "./queue";
import { makeRole } from "./role";

/**
 * The runbook in Systems Manager: to be read as its description, and to be run for what of it a machine can do. AWS Systems Manager,
 * Automation user guide: Schemas and data elements.
 */
export function makeRunbook(place: Place, keys: Keys, queues: Queues | undefined, { byId }: Alarms): ssm.Document {
	const { name, names } = place;
	const { role } = makeRole(place, "runbook", {
		assumeRolePolicy: assumedBy("ssm.amazonaws.com", place.accountId),
		may: [allow(["cloudwatch:DescribeAlarms"], "*"), ...(queues ? [useOf(keys), ...mayRedrive(queues)] : [])],
	});
	return new ssm.Document(
		`${name}-runbook`,
		{
			name: names.runbook,
			documentType: "Automation",
			documentFormat: "JSON",
			content: pulumi.jsonStringify({
				schemaVersion: "0.3",
				description: runbookOf(place.options),
				assumeRole: role.arn,
				...(queues ? { parameters: REDRIVE } : {}),
				mainSteps: [whatRings([...byId.values()]), ...(queues ? redrive(queues) : [])],
				outputs: ["whatRings.Alarms"],
			}),
			...place.tagged,
		},
		place.child,
	);
}

function mayRedrive({ events, deadLetters }: Queues) {
	return [
		allow(["sqs:StartMessageMoveTask", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], deadLetters.arn),
		allow(["sqs:SendMessage"], events.arn),
	];
}

const REDRIVE = {
	Redrive: { type: "String", description: "Whether to send dead letters again", allowedValues: ["no", "yes"], default: "no" },
};

/** Asks for the alarms one by one: a beginning of their names may be another monitoring's as well. */
function whatRings(alarms: readonly cloudwatch.MetricAlarm[]): Step {
	return {
		name: "whatRings",
		description: "Tells which alarms of this monitoring ring",
		...call("cloudwatch", "DescribeAlarms", { AlarmNames: alarms.map(({ name }) => name), StateValue: "ALARM" }),
		outputs: [{ Name: "Alarms", Selector: "$.MetricAlarms..AlarmName", Type: "StringList" }],
	};
}

/**
 * Sends dead letters again where that is asked for, and tells how many wait where it is not: a branch goes on to the step after it unless it
 * is told where else to go. AWS Systems Manager, Automation user guide: aws:branch.
 */
function redrive({ deadLetters }: Queues): readonly Step[] {
	return [
		{ name: "isRedriveAskedFor", ...branch("Redrive", { yes: "redrive" }, "howManyWait") },
		{
			name: "redrive",
			description: "Moves dead letters back to where they came from",
			...call("sqs", "StartMessageMoveTask", { SourceArn: deadLetters.arn }),
			isEnd: true,
		},
		{
			name: "howManyWait",
			description: "Tells how many dead letters wait",
			...call("sqs", "GetQueueAttributes", { QueueUrl: deadLetters.url, AttributeNames: ["ApproximateNumberOfMessages"] }),
			outputs: [{ Name: "DeadLetters", Selector: "$.Attributes.ApproximateNumberOfMessages", Type: "String" }],
			isEnd: true,
		},
	];
}
