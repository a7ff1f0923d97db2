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
	/** Where the run goes after a failure; it ends where this is left out. */
	readonly onFailure?: `step:${string}`;
	/** Whether a failure here makes the whole run a failed one, wherever it goes on. */
	readonly isCritical?: boolean;
	readonly nextStep?: string;
	readonly isEnd?: boolean;
}

export interface StepOutput {
	readonly Name: string;
	/** JSONPath into the API's answer. */
	readonly Selector: string;
	readonly Type: "Integer" | "String" | "StringList";
}

type Inputs = Readonly<Record<string, pulumi.Input<unknown>>>;

/** A step that calls an operation of AWS, by its namespace as the command line knows it. */
export function call(service: string, api: string, inputs: Inputs): Pick<Step, "action" | "inputs"> {
	return { action: "aws:executeAwsApi", inputs: { Service: service, Api: api, ...inputs } };
}

/** A step that asks again and again until the answer has, at a JSONPath, one of the values. */
export function waitFor(
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

/** A step that goes on where one of several values is met, and elsewhere otherwise. */
export function branch(variable: string, to: Readonly<Record<string, string>>, otherwise: string): Pick<Step, "action" | "inputs"> {
	const choices = Object.entries(to).map(([value, next]) => ({ Variable: `{{ ${variable} }}`, StringEquals: value, NextStep: next }));
	return { action: "aws:branch", inputs: { Choices: choices, Default: otherwise } };
}
