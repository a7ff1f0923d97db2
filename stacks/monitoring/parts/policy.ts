import * as pulumi from "@pulumi/pulumi";

/** A statement of an IAM policy or of a resource's policy. */
export interface Statement {
	readonly Sid?: string;
	readonly Effect: "Allow";
	readonly Principal?: Readonly<Record<string, pulumi.Input<string>>>;
	readonly Action: readonly string[] | string;
	readonly Resource: pulumi.Input<string> | readonly pulumi.Input<string>[];
	readonly Condition?: Readonly<Record<string, Readonly<Record<string, pulumi.Input<string>>>>>;
}

/** What something may do to resources. */
export function allow(action: readonly string[], resource: Statement["Resource"]): Statement {
	return { Effect: "Allow", Action: action, Resource: resource };
}

/** A policy as JSON text. */
export function policy(statements: readonly Statement[]): pulumi.Output<string> {
	return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/** Lets one service of AWS take a role, and on behalf of no other account where it tells on whose it does. */
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

/** Lets Lambda take a role; Lambda tells no source account. */
export const ASSUMED_BY_LAMBDA = JSON.stringify({
	Version: "2012-10-17",
	Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
