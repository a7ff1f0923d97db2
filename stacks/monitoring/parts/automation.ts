import type * as pulumi from "@pulumi/pulumi";

/** A step of an Automation document. AWS Systems Manager, Automation user guide: Properties shared by all actions. */
export interface Step {
	readonly name: string;
	readonly description?: string;
	readonly action: "aws:executeAwsApi" | "aws:branch" | "aws:waitForAwsResourceProperty";
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly outputs?: readonly StepOutput[];
	readonly timeoutSeconds?: number;
	readonly maxAttempts?: number;
	/** The step after a failure; default: the execution ends. */
	readonly onFailure?: `step:${string}`;
	/** Whether a failure of this step fails the whole execution, even if it continues. */
	readonly isCritical?: boolean;
	readonly nextStep?: string;
	readonly isEnd?: boolean;
}

export interface StepOutput {
	readonly Name: string;
	/** JSONPath into the API response. */
	readonly Selector: string;
	readonly Type: "Integer" | "String" | "StringList";
}

type Inputs = Readonly<Record<string, pulumi.Input<unknown>>>;

/** A step that calls an AWS API, by its service name as in the AWS CLI. */
export function call(service: string, api: string, inputs: Inputs): Pick<Step, "action" | "inputs"> {
	return { action: "aws:executeAwsApi", inputs: { Service: service, Api: api, ...inputs } };
}

/** A step that polls an AWS API until the response has one of the values at a JSONPath. */
export function waitUntil(
	service: string,
	api: string,
	inputs: Inputs,
	{ at, values }: { readonly at: string; readonly values: readonly string[] },
): Pick<Step, "action" | "inputs"> {
	return {
		action: "aws:waitForAwsResourceProperty",
		inputs: { Service: service, Api: api, ...inputs, PropertySelector: at, DesiredValues: values },
	};
}

/** A step that continues with the step for a variable's value, or with a default one. */
export function branch(variable: string, to: Readonly<Record<string, string>>, otherwise: string): Pick<Step, "action" | "inputs"> {
	const choices = Object.entries(to).map(([value, next]) => ({ Variable: `{{ ${variable} }}`, StringEquals: value, NextStep: next }));
	return { action: "aws:branch", inputs: { Choices: choices, Default: otherwise } };
}
