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
	why: "The access log is the only trace of a webhook or callback that API Gateway rejected.",
	fix: "Set accessLogSettings with destinationArn (a log group's ARN) and a JSON format. A REST API also needs the account's CloudWatch role (aws.apigateway.Account).",
	whenNotToUse: "A proxy in front of the API logs the same requests.",
	references: [
		{
			title: "API Gateway, Developer Guide: Set up CloudWatch logging for REST APIs",
			url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
		},
		{
			title: "API Gateway, Developer Guide: Configure logging for HTTP APIs",
			url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
		},
	],
	relatedRules: {
		checkov: ["CKV_AWS_76", "CKV2_AWS_4"],
		"cdk-nag": ["AwsSolutions-APIG1"],
		securityHub: ["APIGateway.1", "APIGateway.9"],
	},

	check(resource) {
		if (resource.is(RestDeployment))
			return implicitStage(
				resource.read("stageName"),
				"creates a stage without an access log",
				"Create a Stage for the deployment with accessLogSettings, and remove stageName.",
			);
		if (resource.is(HttpApi))
			return implicitStage(
				resource.read("target"),
				"creates the stage $default without an access log",
				"Create routes, an integration and a Stage with accessLogSettings, and remove target.",
			);
		const settings = resource.inputs.read("accessLogSettings");
		if (settings.isUnknown) return undetermined(settings);
		const destination = settings.read("destinationArn");
		return destination.isAbsent ? fail(destination, "has no access log") : pass();
	},
});

/** A property with which API Gateway creates a stage that is not a resource, and so has no settings. */
function implicitStage(given: Reading, message: string, fix: string): Verdict {
	return given.isAbsent ? notApplicable("it creates no stage") : fail(given, message, fix);
}
