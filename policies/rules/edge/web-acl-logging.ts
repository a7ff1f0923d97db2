import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import type { WebAclLoggingConfigurationArgs } from "@pulumi/aws/wafv2/webAclLoggingConfiguration";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { type ProjectContext, stackRule } from "../../engine/rule";
import {
	allOf,
	fail,
	failMissing,
	inOtherStack,
	notDecidable,
	pass,
	undetermined,
	undeterminedIn,
	type Verdict,
} from "../../engine/verdict";
import { LogGroup, WebAcl, WebAclLogging } from "../../facts/resource-types";
import { LOG_DESTINATION_PREFIX } from "../../facts/waf";
import { rulesOf } from "./web-acl/rules";
import { carriesWebhooks } from "./web-acl/webhook-owner";
import { webhookPathsOf } from "./web-acl/webhook-paths";

export const webAclLogging = stackRule({
	id: "web-acl-logging",
	title: "Web ACLs in front of webhook endpoints log requests",
	checklistItems: ["L73"],
	severity: "medium",
	since: "1.0.0",
	resources: [WebAcl, WebAclLogging],
	why: "A webhook that a web ACL blocks does not reach the application: the web ACL's log is the only trace of it.",
	fix: `Add a WebAclLoggingConfiguration with the web ACL's ARN as resourceArn and a log group, bucket or stream whose name begins with ${LOG_DESTINATION_PREFIX}.`,
	whenNotToUse: "Firewall Manager or Security Lake collects the logs of this web ACL.",
	references: [
		{
			title: "AWS WAF, Developer Guide: Logging web ACL traffic",
			url: "https://docs.aws.amazon.com/waf/latest/developerguide/logging.html",
		},
		{
			title: "AWS WAF, Developer Guide: Logging destinations",
			url: "https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html",
		},
	],
	relatedRules: {
		checkov: ["CKV2_AWS_31"],
		"cdk-nag": ["WAFv2LoggingEnabled"],
		securityHub: ["WAF.11"],
	},

	check(resource, { graph, project }) {
		if (resource.is(WebAcl)) return checkAcl(resource, graph, project);
		const logging = resource as Resource<WebAclLoggingConfigurationArgs>;
		return allOf([...checkDestinations(logging, graph), checkFilter(logging)], pass());
	},
});

/** A web ACL without logging fails if webhooks pass through it. */
function checkAcl(acl: Resource<WebAclArgs>, graph: ResourceGraph, project: ProjectContext): Verdict {
	const { resources, possible } = graph.referrers(acl, WebAclLogging, "resourceArn");
	if (resources.length > 0) return pass();
	const [configuration] = possible;
	if (configuration) return undeterminedIn("logging configuration", configuration, configuration.read("resourceArn"));
	const { rules, undetermined: open } = rulesOf(acl, graph);
	const carries = carriesWebhooks(acl, rules, graph, project);
	const isDeclared = project.hasComponent("edge") || (project.hasComponent("webhook") && carries === true);
	if (isDeclared || (webhookPathsOf(rules).length > 0 && carries === true)) return failMissing(undefined, "does not log requests");
	return open ?? inOtherStack("it does not log requests, and nothing in this stack shows that Scalekit webhooks pass through it");
}

function checkDestinations(logging: Resource<WebAclLoggingConfigurationArgs>, graph: ResourceGraph): readonly Verdict[] {
	const all = logging.read("logDestinationConfigs");
	if (all.isUnknown) return [undetermined(all)];
	return (all.items as readonly Reading[]).map((destination) => {
		const { resources: groups } = graph.follow(logging, destination, LogGroup);
		const verdicts = groups.map((group) => checkGroup(group, destination));
		if (verdicts.length > 0) return allOf(verdicts, pass())[0] ?? pass();
		if (destination.isUnknown) return undetermined(destination);
		const arn = /:log-group:([^:]+)|:::([^:/]+)|:deliverystream\/([^:/]+)/.exec(destination.text ?? "");
		return checkName(arn?.slice(1).find(Boolean), destination);
	});
}

/** Pulumi derives the name of a log group from the resource's name if neither a name nor a prefix is set. */
function checkGroup(group: Resource<(typeof LogGroup)["args"] & object>, where: Reading): Verdict {
	const name = group.read("name");
	const given = name.isAbsent ? group.read("namePrefix") : name;
	return given.isUnknown ? undeterminedIn(LogGroup.label, group, given) : checkName(given.text ?? group.name, where);
}

function checkName(name: string | undefined, where: Reading): Verdict {
	if (name === undefined) return notDecidable(where, "the name of its log destination cannot be read from its ARN");
	if (name.startsWith(LOG_DESTINATION_PREFIX)) return pass();
	const message = `has a log destination whose name does not begin with ${LOG_DESTINATION_PREFIX}, which AWS WAF refuses`;
	return fail(where, message, `Use a log destination whose name begins with ${LOG_DESTINATION_PREFIX}.`);
}

/** A logging filter may drop all requests. */
function checkFilter(logging: Resource<WebAclLoggingConfigurationArgs>): Verdict {
	const filter = logging.read("loggingFilter");
	if (filter.isAbsent) return pass();
	const behaviors = [
		filter.read("defaultBehavior") as Reading,
		...filter.read("filters").items.map((each) => (each as Reading).read("behavior")),
	];
	if (behaviors.some((each) => each.is("KEEP"))) return pass();
	const unknown = [filter as Reading, filter.read("filters") as Reading, ...behaviors].find((each) => each.isUnknown);
	return unknown
		? undetermined(unknown)
		: fail(filter, "has a logging filter that drops all requests", "Add a filter to loggingFilter that keeps blocked requests.");
}
