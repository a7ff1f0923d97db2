import { resourceRule } from "../../engine/rule";
import { fail, pass, unknown } from "../../engine/verdict";
import { HttpStage, RestStage } from "../../facts/kinds";

export const apiAccessLogs = resourceRule({
	id: "api-access-logs",
	title: "API stages write access logs",
	lines: ["L73", "L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [RestStage, HttpStage],
	why: "The access log is the only trace of a webhook or a callback that API Gateway turned away before any code ran.",
	fix: "Set accessLogSettings with destinationArn (a log group's ARN) and a JSON format. A REST API also needs the account's CloudWatch role (aws.apigateway.Account).",
	whenNotToUse: "Something in front of the API writes the same requests to its own access log.",
	references: [
		"API Gateway, Developer Guide: Set up CloudWatch logging for REST APIs",
		"API Gateway, Developer Guide: Configure logging for HTTP APIs",
	],
	peers: {
		checkov: ["CKV_AWS_76", "CKV2_AWS_4"],
		"cdk-nag": ["AwsSolutions-APIG1"],
		securityHub: ["APIGateway.1", "APIGateway.9"],
	},

	check(stage) {
		const settings = stage.inputs.read("accessLogSettings");
		if (settings.isUnknown) return unknown(settings);
		const destination = settings.read("destinationArn");
		return destination.isAbsent ? fail(destination, "writes no access log") : pass();
	},
});
