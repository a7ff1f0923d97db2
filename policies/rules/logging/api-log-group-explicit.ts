import type { MethodSettingsArgs } from "@pulumi/aws/apigateway/methodSettings";
import type { StageArgs } from "@pulumi/aws/apigatewayv2/stage";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource, ResourceType } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { HttpApi, HttpStage, MethodSettings, RestApi } from "../../facts/resource-types";
import { checkImplicitGroup } from "./implicit-group";

export const apiLogGroupExplicit = stackRule({
	id: "api-log-group-explicit",
	title: "Execution logs of APIs use an explicitly managed log group",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [MethodSettings, HttpStage],
	why: "API Gateway creates the log group of its execution logs with the first request. Its logs never expire, it is in no stack, and at level INFO it contains whole requests including tokens.",
	fix: 'Create a LogGroup with retentionInDays and the name that API Gateway uses (API id and stage name), or set loggingLevel to "OFF".',
	whenNotToUse: "Another process sets the retention of all new log groups.",
	references: [
		{
			title: "API Gateway, Developer Guide: Set up CloudWatch logging for REST APIs",
			url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
		},
		{
			title: "API Gateway, Developer Guide: Configure logging for WebSocket APIs",
			url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html",
		},
	],

	check(resource, { graph }) {
		if (resource.is(MethodSettings)) return checkRest(resource, graph);
		return resource.is(HttpStage) ? checkWebSocket(resource, graph) : notApplicable("it is no API stage");
	},
});

function checkRest(settings: Resource<MethodSettingsArgs>, graph: ResourceGraph): Verdict {
	const level = settings.read("settings").read("loggingLevel") as Reading;
	return (
		whyNotLogging([level]) ??
		checkLogGroup(settings, { level, prefix: "API-Gateway-Execution-Logs_", stage: "stageName", api: "restApi", type: RestApi }, graph)
	);
}

/** HTTP APIs have no execution log; the setting applies to WebSocket APIs. */
function checkWebSocket(stage: Resource<StageArgs>, graph: ResourceGraph): Verdict {
	const routes = stage.read("routeSettings");
	const levels = [
		stage.read("defaultRouteSettings").read("loggingLevel"),
		...(routes.isUnknown ? [routes] : []),
		...routes.items.map((route) => route.read("loggingLevel")),
	] as readonly Reading[];
	const level = (levels.find(isEnabled) ?? levels[0]) as Reading;
	return (
		whyNotLogging(levels) ?? checkLogGroup(stage, { level, prefix: "/aws/apigateway/", stage: "name", api: "apiId", type: HttpApi }, graph)
	);
}

function isEnabled(level: Reading): boolean {
	return level.is("ERROR", "INFO");
}

/** Why no execution log is written, or that it is undetermined; undefined if one is. */
function whyNotLogging(levels: readonly Reading[]): Verdict | undefined {
	if (levels.some(isEnabled)) return undefined;
	const unknown = levels.find((level) => level.isUnknown);
	return unknown ? undetermined(unknown) : notApplicable("it writes no execution logs");
}

/** The setting of an execution log, and the properties that determine the name of its log group. */
interface ExecutionLog {
	readonly level: Reading;
	readonly prefix: string;
	readonly stage: string;
	readonly api: string;
	readonly type: ResourceType;
}

function checkLogGroup(writer: Resource, log: ExecutionLog, graph: ResourceGraph): Verdict {
	const { level, prefix, type } = log;
	const [stage, api] = [writer.inputs.read(log.stage), writer.inputs.read(log.api)];
	if (stage.isUnknown) return undetermined(stage);
	const pattern = `${prefix}${api.text ?? "<API>"}/${stage.text ?? ""}`;
	const [after] = graph.follow(writer, api, type).resources;
	if (api.isUnknown && !after) return undetermined(api);
	const message = `writes execution logs to the log group ${prefix}<API>/<stage>, which API Gateway creates without expiry`;
	return checkImplicitGroup(writer, { pattern, type, after, property: "id" }, { where: level.path, message }, graph);
}
