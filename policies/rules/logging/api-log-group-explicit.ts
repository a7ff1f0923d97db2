import type { MethodSettingsArgs } from "@pulumi/aws/apigateway/methodSettings";
import type { StageArgs } from "@pulumi/aws/apigatewayv2/stage";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource, ResourceType } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { HttpApi, HttpStage, MethodSettings, RestApi } from "../../facts/resource-types";
import { madeOnPurpose } from "./own-group";

export const apiLogGroupExplicit = stackRule({
	id: "api-log-group-explicit",
	title: "Execution logs of APIs go to a log group that is made on purpose",
	checklistItems: ["L75"],
	severity: "medium",
	since: "1.0.0",
	resources: [MethodSettings, HttpStage],
	why: "API Gateway makes the log group of its execution logs with the first request. That one never expires, no stack shows it, and at the level INFO whole requests are in it, tokens included.",
	fix: 'Make a LogGroup with retentionInDays and the name that API Gateway uses, with the id of the API and the name of the stage, or set loggingLevel to "OFF".',
	whenNotToUse: "Something in the account gives every new log group its retention.",
	references: [
		"API Gateway, Developer Guide: Set up CloudWatch logging for REST APIs",
		"API Gateway, Developer Guide: Configure logging for WebSocket APIs",
	],

	check(resource, { graph }) {
		if (resource.is(MethodSettings)) return checkRest(resource, graph);
		return resource.is(HttpStage) ? checkWebSocket(resource, graph) : notApplicable("no stage of an API");
	},
});

function checkRest(settings: Resource<MethodSettingsArgs>, graph: ResourceGraph): Verdict {
	const level = settings.read("settings").read("loggingLevel") as Reading;
	return (
		unlessLogging([level]) ??
		made(settings, { level, prefix: "API-Gateway-Execution-Logs_", stage: "stageName", api: "restApi", kind: RestApi }, graph)
	);
}

/** HTTP APIs have no execution log; the setting is for WebSocket APIs. */
function checkWebSocket(stage: Resource<StageArgs>, graph: ResourceGraph): Verdict {
	const routes = stage.read("routeSettings");
	const levels = [
		stage.read("defaultRouteSettings").read("loggingLevel"),
		...(routes.isUnknown ? [routes] : []),
		...routes.items.map((route) => route.read("loggingLevel")),
	] as readonly Reading[];
	const level = (levels.find(logs) ?? levels[0]) as Reading;
	return unlessLogging(levels) ?? made(stage, { level, prefix: "/aws/apigateway/", stage: "name", api: "apiId", kind: HttpApi }, graph);
}

function logs(level: Reading): boolean {
	return level.is("ERROR", "INFO");
}

/** Why no execution log is written, or may be; undefined where one is. */
function unlessLogging(levels: readonly Reading[]): Verdict | undefined {
	if (levels.some(logs)) return undefined;
	const open = levels.find((level) => level.isUnknown);
	return open ? undetermined(open) : notApplicable("it writes no execution log");
}

/** Where an execution log is asked for, and the properties that its log group is named after. */
interface Logged {
	readonly level: Reading;
	readonly prefix: string;
	readonly stage: string;
	readonly api: string;
	readonly kind: ResourceType;
}

function made(writer: Resource, logged: Logged, graph: ResourceGraph): Verdict {
	const { level, prefix, kind } = logged;
	const [stage, api] = [writer.inputs.read(logged.stage), writer.inputs.read(logged.api)];
	if (stage.isUnknown) return undetermined(stage);
	const pattern = `${prefix}${api.text ?? "<API>"}/${stage.text ?? ""}`;
	const [after] = graph.follow(writer, api, kind).resources;
	if (api.isUnknown && !after) return undetermined(api);
	const message = `writes execution logs, for which API Gateway makes the log group ${prefix}<API>/<stage>, and the logs in it never expire`;
	return madeOnPurpose(writer, { pattern, kind, after, property: "id" }, { where: level.path, message }, graph);
}
