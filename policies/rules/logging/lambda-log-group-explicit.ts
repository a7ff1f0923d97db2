import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution";
import type { FunctionArgs } from "@pulumi/aws/lambda/function";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { inOtherStack, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { LAMBDA_LOG_GROUP_PREFIX } from "../../facts/log-groups";
import { Distribution, LambdaFunction, LogGroup } from "../../facts/resource-types";
import { madeOnPurpose } from "./own-group";

export const lambdaLogGroupExplicit = stackRule({
	id: "lambda-log-group-explicit",
	title: "Lambda functions write to a log group that is made on purpose",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [LambdaFunction],
	why: "A function without a log group gets one from Lambda at its first call. That one never expires, and no stack shows it.",
	fix: "Make a LogGroup with retentionInDays and set the function's loggingConfig.logGroup to its name, or name the log group \"/aws/lambda/\" and the function's name.",
	whenNotToUse: "Something in the account gives every new log group its retention.",
	references: ["AWS Lambda, Developer Guide: Configuring CloudWatch log groups", "CloudFront, Developer Guide: Edge function logs"],

	check(lambda, { graph }) {
		const named = lambda.read("loggingConfig").read("logGroup");
		if (!named.isAbsent && !named.is(LAMBDA_LOG_GROUP_PREFIX + physicalName(lambda))) return followed(lambda, named, graph);
		return runsAtEdge(lambda, graph) ?? groupByName(lambda, graph);
	},
});

function followed(lambda: Resource<FunctionArgs>, named: Reading, graph: ResourceGraph): Verdict {
	const { resources: groups, state } = graph.follow(lambda, named, LogGroup);
	if (groups.some((group) => !group.data.external)) return pass();
	return state === "unknown" ? undetermined(named) : inOtherStack("its log group is not in this stack");
}

/** A log group that bears the name which Lambda gives to the function's log group; naming that one makes no other. */
function groupByName(lambda: Resource<FunctionArgs>, graph: ResourceGraph): Verdict {
	return madeOnPurpose(
		lambda,
		{ pattern: `${LAMBDA_LOG_GROUP_PREFIX}<function>`, kind: LambdaFunction, after: lambda, property: "name" },
		{
			where: lambda.read("loggingConfig").read("logGroup"),
			message: "has no log group in this stack: Lambda makes one at the first call, and its logs never expire",
		},
		graph,
	);
}

function physicalName(lambda: Resource<FunctionArgs>): string | undefined {
	return lambda.read("name").text ?? lambda.output("name").text;
}

/** Functions that CloudFront calls write a log group in each Region near a visitor; undefined where CloudFront calls no such function. */
function runsAtEdge(lambda: Resource<FunctionArgs>, graph: ResourceGraph): Verdict | undefined {
	const { functions, open } = graph.memoize(atEdge);
	if (functions.has(lambda.urn))
		return notDecidable(
			undefined,
			`runs at CloudFront's edge, where a log group ${LAMBDA_LOG_GROUP_PREFIX}us-east-1.<function> is made in each Region near a visitor: set the retention there`,
		);
	return open && undetermined(open);
}

function atEdge(graph: ResourceGraph) {
	const functions = new Set<string>();
	let open: Reading | undefined;
	for (const distribution of graph.all(Distribution)) {
		for (const called of calledAtEdge(distribution)) {
			const link = graph.follow(distribution, called, LambdaFunction);
			for (const { urn } of link.resources) functions.add(urn);
			if (link.state === "unknown") open = called;
		}
	}
	return { functions, open };
}

function calledAtEdge(distribution: Resource<DistributionArgs>): readonly Reading[] {
	return [distribution.read("defaultCacheBehavior"), distribution.read("orderedCacheBehaviors")].flatMap((behaviors): readonly Reading[] =>
		behaviors.isUnknown ? [behaviors] : behaviors.items.map((behavior) => behavior.read("lambdaFunctionAssociations")),
	);
}
