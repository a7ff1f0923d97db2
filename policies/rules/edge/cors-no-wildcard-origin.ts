import type { Reading } from "../../engine/reading";
import { resourceRule } from "../../engine/rule";
import { fail, notApplicable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { HttpApi, LambdaFunctionUrl } from "../../facts/resource-types";

export const corsNoWildcardOrigin = resourceRule({
	id: "cors-no-wildcard-origin",
	title: "CORS with credentials allows listed origins only",
	checklistItems: ["L3"],
	severity: "high",
	since: "1.0.0",
	resources: [HttpApi, LambdaFunctionUrl],
	why: "If every origin may send credentials, any website that a logged-in user visits can call the API as that user and read the response.",
	fix: "List the product's own origins in allowOrigins, or set allowCredentials to false.",
	whenNotToUse: "The API does not use cookies or other credentials that browsers send automatically.",
	references: [
		{
			title: "Fetch Standard, section 3.3: HTTP extensions (CORS protocol and credentials)",
			url: "https://fetch.spec.whatwg.org/#http-cors-protocol",
		},
		{
			title: "API Gateway, Developer Guide: Configure CORS for HTTP APIs",
			url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
		},
		{ title: "AWS Lambda, API Reference: Cors", url: "https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html" },
	],
	relatedRules: { checkov: ["CKV2_AWS_75"], prowler: ["awslambda_function_url_cors_policy"] },

	check(resource) {
		return checkCors(resource.inputs.read(resource.is(HttpApi) ? "corsConfiguration" : "cors"));
	},
});

/** Every origin, or every origin of a scheme. */
const WILDCARD_ORIGINS = ["*", "https://*", "http://*"] as const;

function checkCors(cors: Reading): Verdict {
	if (cors.isUnknown) return undetermined(cors);
	if (cors.isAbsent) return notApplicable("CORS is disabled, or handled by the application");
	const credentials = cors.read("allowCredentials").or(false);
	const origins = cors.read("allowOrigins");
	const wildcard = origins.items.find((origin) => origin.is(...WILDCARD_ORIGINS));
	const unknown = origins.isUnknown ? origins : origins.items.find((origin) => origin.isUnknown);
	if (!wildcard && !unknown) return pass();
	if (credentials.isUnknown) return undetermined(credentials);
	if (!credentials.flag) return pass();
	return wildcard ? fail(wildcard, "allows every origin to send credentials") : undetermined(unknown as Reading);
}
