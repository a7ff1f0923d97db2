import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup";
import type { FunctionArgs } from "@pulumi/aws/lambda/function";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { beyond, elsewhere, fail, pass, unknown, type Verdict } from "../../engine/verdict";
import { Distribution, LambdaFunction, LogGroup } from "../../facts/kinds";
import { LAMBDA_LOG_GROUP_PREFIX } from "../../facts/log-groups";

export const lambdaLogGroupExplicit = stackRule({
	id: "lambda-log-group-explicit",
	title: "Lambda functions write to a log group that is made on purpose",
	lines: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [LambdaFunction],
	why: "A function without a log group gets one from Lambda at its first call. That one never expires, and no stack shows it.",
	fix: "Make a LogGroup with retentionInDays and set the function's loggingConfig.logGroup to its name, or name the log group \"/aws/lambda/\" and the function's name.",
	whenNotToUse: "Something in the account gives every new log group its retention.",
	references: ["AWS Lambda, Developer Guide: Configuring CloudWatch log groups", "CloudFront, Developer Guide: Edge function logs"],

	check(lambda, { graph }) {
		const named = lambda.read("loggingConfig").read("logGroup");
		if (!named.isAbsent) return followed(lambda, named, graph);
		return runsAtEdge(lambda, graph) ?? groupByName(lambda, graph);
	},
});

function followed(lambda: Resource<FunctionArgs>, named: Reading, graph: ResourceGraph): Verdict {
	const { resources: groups, state } = graph.follow(lambda, named, LogGroup);
	if (groups.some((group) => !group.data.external)) return pass();
	return state === "unknown" ? unknown(named) : elsewhere("its log group is not in this stack");
}

/** A log group that bears the name which Lambda gives to the function's log group. */
function groupByName(lambda: Resource<FunctionArgs>, graph: ResourceGraph): Verdict {
	const { byName, unnamed } = graph.derive(logGroups);
	const name = lambda.read("name");
	const physical = name.text ?? lambda.output("name").text;
	const group = physical === undefined ? undefined : byName.get(LAMBDA_LOG_GROUP_PREFIX + physical);
	if (group) return group.data.external ? elsewhere("its log group is not in this stack") : pass();
	const links = unnamed.map((each) => [each.read("name"), graph.follow(each, each.read("name"), LambdaFunction)] as const);
	if (links.some(([, { resources }]) => resources.some((each) => each.urn === lambda.urn))) return pass();
	const open = links.find(([, { state }]) => state === "unknown")?.[0];
	if (open) return unknown(open);
	if (physical === undefined && name.isUnknown && byName.size > 0) return unknown(name);
	return fail(
		lambda.read("loggingConfig").read("logGroup"),
		"has no log group in this stack: Lambda makes one at the first call, and its logs never expire",
	);
}

/** The log groups that may be a function's: by name where it is known, and those whose name is not. */
function logGroups(graph: ResourceGraph) {
	const byName = new Map<string, Resource<LogGroupArgs>>();
	const unnamed: Resource<LogGroupArgs>[] = [];
	for (const group of graph.all(LogGroup)) {
		const name = group.read("name").text ?? group.output("name").text;
		if (name?.startsWith(LAMBDA_LOG_GROUP_PREFIX)) byName.set(name, group);
		else if (group.read("name").isUnknown && name === undefined) unnamed.push(group);
	}
	return { byName, unnamed };
}

/** Functions that CloudFront calls write a log group in each Region near a visitor; undefined where CloudFront calls no such function. */
function runsAtEdge(lambda: Resource<FunctionArgs>, graph: ResourceGraph): Verdict | undefined {
	let open: Reading | undefined;
	for (const distribution of graph.all(Distribution)) {
		for (const called of calledAtEdge(distribution)) {
			const { resources: functions, state } = graph.follow(distribution, called, LambdaFunction);
			if (functions.some((each) => each.urn === lambda.urn))
				return beyond(undefined, "runs at CloudFront's edge, where each Region makes a log group of its own: set the retention there");
			if (state === "unknown") open = called;
		}
	}
	return open && unknown(open);
}

function calledAtEdge(distribution: Resource<DistributionArgs>): readonly Reading[] {
	return [distribution.read("defaultCacheBehavior"), distribution.read("orderedCacheBehaviors")].flatMap((behaviors): readonly Reading[] =>
		behaviors.isUnknown ? [behaviors] : behaviors.items.map((behavior) => behavior.read("lambdaFunctionAssociations")),
	);
}
