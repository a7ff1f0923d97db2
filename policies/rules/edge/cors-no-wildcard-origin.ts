import type { Reading } from "../../engine/reading";
import { resourceRule } from "../../engine/rule";
import { fail, notApplicable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { HttpApi, LambdaFunctionUrl } from "../../facts/resource-types";

export const corsNoWildcardOrigin = resourceRule({
	id: "cors-no-wildcard-origin",
	title: "CORS with credentials names the origins that it lets in",
	checklistItems: ["L3"],
	severity: "high",
	since: "1.0.0",
	resources: [HttpApi, LambdaFunctionUrl],
	why: "With any origin allowed and credentials too, each website that a signed-in person visits can call the API in their name and read what it answers.",
	fix: "Name the product's own origins in allowOrigins, or set allowCredentials to false.",
	whenNotToUse: "Nothing behind the API knows cookies or other credentials that a browser sends by itself.",
	references: [
		"Fetch Standard, section 3.3: HTTP extensions (CORS protocol and credentials)",
		"API Gateway, Developer Guide: Configure CORS for HTTP APIs",
		"AWS Lambda, API reference: Cors",
	],
	relatedRules: { checkov: ["CKV2_AWS_75"], prowler: ["awslambda_function_url_cors_policy"] },

	check(resource) {
		if (resource.is(HttpApi)) return checkCors(resource.read("corsConfiguration") as Reading);
		return resource.is(LambdaFunctionUrl) ? checkCors(resource.read("cors") as Reading) : notApplicable("answers no browser");
	},
});

/** Every origin, or every one of a scheme. */
const ANY_ORIGIN = ["*", "https://*", "http://*"] as const;

function checkCors(cors: Reading): Verdict {
	if (cors.isUnknown) return undetermined(cors);
	if (cors.isAbsent) return notApplicable("it answers no other origin, or leaves CORS to the application");
	const credentials = cors.read("allowCredentials").or(false);
	const origins = cors.read("allowOrigins");
	const any = origins.items.find((origin) => origin.is(...ANY_ORIGIN));
	const open = origins.isUnknown ? origins : origins.items.find((origin) => origin.isUnknown);
	if (!any && !open) return pass();
	if (credentials.isUnknown) return undetermined(credentials);
	if (!credentials.flag) return pass();
	return any ? fail(any, "lets any origin call it with credentials") : undetermined(open as Reading);
}
