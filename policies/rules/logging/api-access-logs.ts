import type { Reading } from "../../engine/reading";
import { resourceRule } from "../../engine/rule";
import { fail, notApplicable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { HttpApi, HttpStage, RestDeployment, RestStage } from "../../facts/resource-types";

export const apiAccessLogs = resourceRule({
	id: "api-access-logs",
	title: "API stages write access logs",
	checklistItems: ["L73", "L74"],
	severity: "medium",
	since: "1.0.0",
	resources: [RestStage, HttpStage, RestDeployment, HttpApi],
	why: "The access log is the only trace of a webhook or a callback that API Gateway turned away before any code ran.",
	fix: "Set accessLogSettings with destinationArn (a log group's ARN) and a JSON format. A REST API also needs the account's CloudWatch role (aws.apigateway.Account).",
	whenNotToUse: "Something in front of the API writes the same requests to its own access log.",
	references: [
		"API Gateway, Developer Guide: Set up CloudWatch logging for REST APIs",
		"API Gateway, Developer Guide: Configure logging for HTTP APIs",
	],
	relatedRules: {
		checkov: ["CKV_AWS_76", "CKV2_AWS_4"],
		"cdk-nag": ["AwsSolutions-APIG1"],
		securityHub: ["APIGateway.1", "APIGateway.9"],
	},

	check(resource) {
		if (resource.is(RestDeployment))
			return madeBeside(
				resource.read("stageName"),
				"makes a stage that writes no access log",
				"Make a Stage for the deployment, with accessLogSettings, and take stageName out.",
			);
		if (resource.is(HttpApi))
			return madeBeside(
				resource.read("target"),
				"makes the stage $default, which writes no access log",
				"Make routes, an integration and a Stage with accessLogSettings, and take target out.",
			);
		const settings = resource.inputs.read("accessLogSettings");
		if (settings.isUnknown) return undetermined(settings);
		const destination = settings.read("destinationArn");
		return destination.isAbsent ? fail(destination, "writes no access log") : pass();
	},
});

/** A property by which API Gateway makes a stage that is no resource of its own, and so has no settings. */
function madeBeside(given: Reading, message: string, fix: string): Verdict {
	return given.isAbsent ? notApplicable("it makes no stage") : fail(given, message, fix);
}
