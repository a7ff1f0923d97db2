import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution";
import type { FunctionArgs } from "@pulumi/aws/lambda/function";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { inOtherStack, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { LAMBDA_LOG_GROUP_PREFIX } from "../../facts/log-groups";
import { Distribution, LambdaFunction, LogGroup } from "../../facts/resource-types";
import { checkImplicitGroup } from "./implicit-group";

export const lambdaLogGroupExplicit = stackRule({
	id: "lambda-log-group-explicit",
	title: "Lambda functions write to an explicitly managed log group",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [LambdaFunction],
	why: "Lambda creates the log group of a function at its first invocation. Its logs never expire, and it is in no stack.",
	fix: "Create a LogGroup with retentionInDays and set the function's loggingConfig.logGroup to its name, or name the log group /aws/lambda/<function>.",
	whenNotToUse: "Another process sets the retention of all new log groups.",
	references: [
		{
			title: "AWS Lambda, Developer Guide: Configuring CloudWatch log groups",
			url: "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html",
		},
		{
			title: "CloudFront, Developer Guide: Edge function logs",
			url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-logs.html",
		},
	],

	check(lambda, { graph }) {
		const named = lambda.read("loggingConfig").read("logGroup");
		if (!named.isAbsent && !named.is(LAMBDA_LOG_GROUP_PREFIX + physicalName(lambda))) return checkReference(lambda, named, graph);
		return checkEdgeFunction(lambda, graph) ?? checkDefaultGroup(lambda, graph);
	},
});

function checkReference(lambda: Resource<FunctionArgs>, named: Reading, graph: ResourceGraph): Verdict {
	const { resources: groups, state } = graph.follow(lambda, named, LogGroup);
	if (groups.some((group) => !group.data.external)) return pass();
	return state === "unknown" ? undetermined(named) : inOtherStack("its log group is not in this stack");
}

/** The log group with the default name; referencing it by name has the same effect. */
function checkDefaultGroup(lambda: Resource<FunctionArgs>, graph: ResourceGraph): Verdict {
	return checkImplicitGroup(
		lambda,
		{ pattern: `${LAMBDA_LOG_GROUP_PREFIX}<function>`, type: LambdaFunction, after: lambda, property: "name" },
		{
			where: lambda.read("loggingConfig").read("logGroup"),
			message: "has no log group in this stack; Lambda creates one without expiry at the first invocation",
		},
		graph,
	);
}

function physicalName(lambda: Resource<FunctionArgs>): string | undefined {
	return lambda.read("name").text ?? lambda.output("name").text;
}

/** A Lambda@Edge function has a log group in each Region where CloudFront invokes it; undefined for other functions. */
function checkEdgeFunction(lambda: Resource<FunctionArgs>, graph: ResourceGraph): Verdict | undefined {
	const { functions, unknown } = graph.memoize(edgeFunctions);
	if (functions.has(lambda.urn))
		return notDecidable(
			undefined,
			`is a Lambda@Edge function, whose log group ${LAMBDA_LOG_GROUP_PREFIX}us-east-1.<function> is created in each Region where CloudFront invokes it; set the retention there`,
		);
	return unknown && undetermined(unknown);
}

function edgeFunctions(graph: ResourceGraph) {
	const functions = new Set<string>();
	let unknown: Reading | undefined;
	for (const distribution of graph.all(Distribution)) {
		for (const association of associationsOf(distribution)) {
			const reference = graph.follow(distribution, association, LambdaFunction);
			for (const { urn } of reference.resources) functions.add(urn);
			if (reference.state === "unknown") unknown = association;
		}
	}
	return { functions, unknown };
}

function associationsOf(distribution: Resource<DistributionArgs>): readonly Reading[] {
	return [distribution.read("defaultCacheBehavior"), distribution.read("orderedCacheBehaviors")].flatMap((behaviors): readonly Reading[] =>
		behaviors.isUnknown ? [behaviors] : behaviors.items.map((behavior) => behavior.read("lambdaFunctionAssociations")),
	);
}
