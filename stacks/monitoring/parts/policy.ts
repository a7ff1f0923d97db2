import * as pulumi from "@pulumi/pulumi";

/** A statement of an IAM policy or a resource policy. */
export interface Statement {
	readonly Sid?: string;
	readonly Effect: "Allow";
	readonly Principal?: Readonly<Record<string, pulumi.Input<string>>>;
	readonly Action: readonly string[] | string;
	readonly Resource: pulumi.Input<string> | readonly pulumi.Input<string>[];
	readonly Condition?: Readonly<Record<string, Readonly<Record<string, pulumi.Input<string>>>>>;
}

/** A statement that allows actions on resources. */
export function allow(action: readonly string[], resource: Statement["Resource"]): Statement {
	return { Effect: "Allow", Action: action, Resource: resource };
}

/** A policy as JSON text. */
export function policy(statements: readonly Statement[]): pulumi.Output<string> {
	return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/** A trust policy for an AWS service, limited to this account if the service sends `aws:SourceAccount`. */
export function assumedBy(service: string, accountId: pulumi.Input<string>): pulumi.Output<string> {
	return pulumi.jsonStringify({
		Version: "2012-10-17",
		Statement: [
			{
				Effect: "Allow",
				Principal: { Service: service },
				Action: "sts:AssumeRole",
				Condition: { StringEqualsIfExists: { "aws:SourceAccount": accountId } },
			},
		],
	});
}

/** A trust policy for Lambda, which sends no `aws:SourceAccount`. */
export const ASSUMED_BY_LAMBDA = JSON.stringify({
	Version: "2012-10-17",
	Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
