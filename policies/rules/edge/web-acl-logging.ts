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
	notApplicable,
	notDecidable,
	pass,
	undetermined,
	undeterminedIn,
	type Verdict,
} from "../../engine/verdict";
import { LogGroup, WebAcl, WebAclLogging } from "../../facts/resource-types";
import { LOG_DESTINATION_PREFIX } from "../../facts/waf";
import { rulesOf } from "./web-acl-rules";
import { carriesWebhooks } from "./webhook-owner";
import { webhookPathsOf } from "./webhook-paths";

export const webAclLogging = stackRule({
	id: "web-acl-logging",
	title: "A web ACL that webhooks go through logs its requests",
	checklistItems: ["L73"],
	severity: "medium",
	since: "1.0.0",
	resources: [WebAcl, WebAclLogging],
	why: "A webhook that a web ACL stops never reaches the application: its log is the only trace of it.",
	fix: `Add a WebAclLoggingConfiguration with resourceArn of the web ACL and a log group, bucket or stream whose name begins with ${LOG_DESTINATION_PREFIX}.`,
	whenNotToUse: "Firewall Manager or Security Lake collects the logs of this web ACL.",
	references: ["AWS WAF, Developer Guide: Logging web ACL traffic", "AWS WAF, Developer Guide: Logging destinations"],
	relatedRules: {
		checkov: ["CKV2_AWS_31"],
		"cdk-nag": ["WAFv2LoggingEnabled"],
		securityHub: ["WAF.11"],
	},

	check(resource, { graph, project }) {
		if (resource.is(WebAcl)) return logged(resource, graph, project);
		if (!resource.is(WebAclLogging)) return notApplicable("no web ACL");
		return allOf([...destinations(resource, graph), keepsSomething(resource)], pass());
	},
});

/** A web ACL that logs nothing is wrong where webhooks go through it: their traffic has to be logged. */
function logged(acl: Resource<WebAclArgs>, graph: ResourceGraph, surroundings: ProjectContext): Verdict {
	const { resources, possible } = graph.referrers(acl, WebAclLogging, "resourceArn");
	if (resources.length > 0) return pass();
	const [stray] = possible;
	if (stray) return undeterminedIn("logging configuration", stray, stray.read("resourceArn"));
	const { rules, hidden } = rulesOf(acl, graph);
	const carries = carriesWebhooks(acl, rules, graph, surroundings);
	const isSaid = surroundings.hasComponent("edge") || (surroundings.hasComponent("webhook") && carries === true);
	if (isSaid || (webhookPathsOf(rules).length > 0 && carries === true)) return failMissing(undefined, "logs no request");
	return hidden ?? inOtherStack("it logs no request, and nothing here says that Scalekit's webhooks go through it");
}

function destinations(logging: Resource<WebAclLoggingConfigurationArgs>, graph: ResourceGraph): readonly Verdict[] {
	const all = logging.read("logDestinationConfigs");
	if (all.isUnknown) return [undetermined(all)];
	return (all.items as readonly Reading[]).map((destination) => {
		const { resources: groups } = graph.follow(logging, destination, LogGroup);
		if (groups.length > 0)
			return (
				allOf(
					groups.map((group) => wellNamed(nameOf(group), destination)),
					pass(),
				)[0] ?? pass()
			);
		if (destination.isUnknown) return undetermined(destination);
		const arn = /:log-group:([^:]+)|:::([^:/]+)|:deliverystream\/([^:/]+)/.exec(destination.text ?? "");
		return wellNamed(arn?.slice(1).find(Boolean), destination);
	});
}

/** A log group's name; Pulumi makes one from the resource's own where none is given. */
function nameOf(group: Resource<(typeof LogGroup)["args"] & object>): Reading | string {
	const given = group.read("name");
	if (!given.isAbsent) return given as Reading;
	const prefix = group.read("namePrefix");
	return prefix.isAbsent ? group.name : (prefix as Reading);
}

function wellNamed(name: Reading | string | undefined, where: Reading): Verdict {
	if (typeof name === "object" && name.isUnknown) return undetermined(where);
	const text = typeof name === "object" ? name.text : name;
	if (text === undefined) return notDecidable(where, "the name of its destination cannot be told from its ARN; AWS refuses a wrong one");
	if (text.startsWith(LOG_DESTINATION_PREFIX)) return pass();
	const message = `writes to a destination whose name does not begin with ${LOG_DESTINATION_PREFIX}, which AWS WAF refuses`;
	return fail(where, message, `Give the destination a name that begins with ${LOG_DESTINATION_PREFIX}.`);
}

/** A filter can drop every entry. */
function keepsSomething(logging: Resource<WebAclLoggingConfigurationArgs>): Verdict {
	const filter = logging.read("loggingFilter");
	if (filter.isAbsent) return pass();
	const behaviours = [
		filter.read("defaultBehavior") as Reading,
		...filter.read("filters").items.map((each) => (each as Reading).read("behavior")),
	];
	if (behaviours.some((each) => each.is("KEEP"))) return pass();
	const hidden = [filter as Reading, filter.read("filters") as Reading, ...behaviours].find((each) => each.isUnknown);
	return hidden
		? undetermined(hidden)
		: fail(filter, "drops every entry by its filter", "Give loggingFilter a filter that keeps what was blocked.");
}
