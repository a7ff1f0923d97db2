import { type Example, interpolate, ref, resource, UNKNOWN } from "../../engine/example";
import { HttpApi, HttpStage, LogGroup, MethodSettings, RestApi } from "../../facts/resource-types";

const rest = resource(RestApi, "hooks", { name: "hooks" });
const settings = (loggingLevel: unknown, inputs: Record<string, unknown> = {}) =>
	resource(MethodSettings, "all", {
		restApi: ref("hooks", "id"),
		stageName: "live",
		methodPath: "*/*",
		settings: { loggingLevel },
		...inputs,
	});
const group = (...name: readonly unknown[]) => resource(LogGroup, "executions", { name: interpolate(...name), retentionInDays: 30 });

const socket = resource(HttpApi, "live", { name: "live", protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" });
const stage = (inputs: Record<string, unknown>) => resource(HttpStage, "prod", { apiId: ref("live", "id"), name: "prod", ...inputs });

export const examples: readonly Example[] = [
	{
		title: "Errors of a REST API go to a log group of the stack",
		verdict: "pass",
		forms: ["state", "old-state"],
		stack: [settings("ERROR"), rest, group("API-Gateway-Execution-Logs_", ref("hooks", "id"), "/live")],
	},
	{
		title: "A name with the API's id, whose stage is unknown in a preview",
		verdict: "undetermined",
		forms: ["preview"],
		stack: [settings("ERROR"), rest, group("API-Gateway-Execution-Logs_", ref("hooks", "id"), "/live")],
	},
	{
		title: "API Gateway makes the log group",
		verdict: "fail",
		property: "settings.loggingLevel",
		stack: [settings("INFO"), rest],
	},
	{
		title: "The log group belongs to another stage",
		verdict: "fail",
		property: "settings.loggingLevel",
		forms: ["state", "old-state"],
		stack: [settings("ERROR"), rest, group("API-Gateway-Execution-Logs_", ref("hooks", "id"), "/staging")],
	},
	{ title: "The execution log is off", verdict: "not-applicable", stack: [settings("OFF"), rest] },
	{ title: "No logging level, which disables execution logs", verdict: "not-applicable", stack: [settings(undefined), rest] },
	{
		title: "A level unknown until deployment",
		verdict: "undetermined",
		property: "settings.loggingLevel",
		stack: [settings(UNKNOWN), rest],
	},
	{
		title: "A stage unknown until deployment",
		verdict: "undetermined",
		property: "stageName",
		stack: [settings("INFO", { stageName: UNKNOWN }), rest],
	},
	{
		title: "A WebSocket API with an explicitly managed log group",
		verdict: "pass",
		forms: ["state", "old-state"],
		stack: [stage({ defaultRouteSettings: { loggingLevel: "INFO" } }), socket, group("/aws/apigateway/", ref("live", "id"), "/prod")],
	},
	{
		title: "One route of a WebSocket API writes an execution log",
		verdict: "fail",
		property: "routeSettings[0].loggingLevel",
		stack: [stage({ routeSettings: [{ routeKey: "login", loggingLevel: "ERROR" }] }), socket],
	},
	{
		title: "Routes of a WebSocket API that are unknown until deployment",
		verdict: "undetermined",
		property: "routeSettings",
		stack: [stage({ routeSettings: UNKNOWN }), socket],
	},
	{
		title: "A WebSocket API whose level is OFF",
		verdict: "not-applicable",
		message: "writes no execution log",
		stack: [stage({ defaultRouteSettings: { loggingLevel: "OFF" } }), socket],
	},
	{
		title: "An HTTP API, which has no execution log",
		verdict: "not-applicable",
		stack: [stage({}), resource(HttpApi, "live", { protocolType: "HTTP" })],
	},
];
