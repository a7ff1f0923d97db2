import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { runbookOf } from "../runbook/markdown";
import { type Keys, useOf } from "./encryption";
import type { Place } from "./place";
import { allow, assumedBy } from "./policy";
import type { Queues } from "./queue";
import { makeRole } from "./role";

/**
 * The runbook in Systems Manager: to be read as its description, and to be run for what of it a machine can do. AWS Systems Manager,
 * Automation user guide: Schemas and data elements.
 */
export function makeRunbook(place: Place, keys: Keys, queues: Queues | undefined): ssm.Document {
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
				mainSteps: [whatRings(`${name}-`), ...(queues ? redrive(queues) : [])],
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

function whatRings(prefix: string) {
	return {
		name: "whatRings",
		description: "Tells which alarms of this monitoring ring",
		action: "aws:executeAwsApi",
		inputs: { Service: "cloudwatch", Api: "DescribeAlarms", AlarmNamePrefix: prefix, StateValue: "ALARM" },
		outputs: [{ Name: "Alarms", Selector: "$.MetricAlarms..AlarmName", Type: "StringList" }],
	};
}

function redrive({ deadLetters }: Queues) {
	return [
		{
			name: "isRedriveAskedFor",
			action: "aws:branch",
			inputs: { Choices: [{ Variable: "{{ Redrive }}", StringEquals: "yes", NextStep: "redrive" }] },
			isEnd: true,
		},
		{
			name: "redrive",
			description: "Moves dead letters back to where they came from",
			action: "aws:executeAwsApi",
			inputs: { Service: "sqs", Api: "StartMessageMoveTask", SourceArn: deadLetters.arn },
			isEnd: true,
		},
	];
}
