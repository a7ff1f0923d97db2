import { type Example, resource, UNKNOWN } from "../../engine/example";
import { HttpApi, LambdaFunctionUrl } from "../../facts/resource-types";

const api = (corsConfiguration: unknown) => resource(HttpApi, "auth", { protocolType: "HTTP", corsConfiguration });
const url = (cors: unknown) => resource(LambdaFunctionUrl, "callback", { functionName: "login", authorizationType: "NONE", cors });
const OWN = ["https://app.example.com"];

export const examples: readonly Example[] = [
	{ title: "The product's own origin", verdict: "pass", stack: [api({ allowOrigins: OWN, allowCredentials: true })] },
	{ title: "Any origin, without credentials", verdict: "pass", stack: [api({ allowOrigins: ["*"], allowCredentials: false })] },
	{
		title: "Any origin of HTTPS, with credentials",
		verdict: "fail",
		property: "corsConfiguration.allowOrigins[0]",
		stack: [api({ allowOrigins: ["https://*", "http://localhost:3000"], allowCredentials: true })],
	},
	{
		title: "Any origin, with credentials, at a function URL",
		verdict: "fail",
		property: "cors.allowOrigins[0]",
		stack: [url({ allowOrigins: ["*"], allowCredentials: true })],
	},
	{
		title: "Every subdomain of the product",
		verdict: "pass",
		stack: [url({ allowOrigins: ["https://*.example.com"], allowCredentials: true })],
	},
	{
		title: "Origins unknown until deployment",
		verdict: "undetermined",
		property: "corsConfiguration.allowOrigins",
		stack: [api({ allowOrigins: UNKNOWN, allowCredentials: true })],
	},
	{
		title: "Any origin, without a setting for credentials",
		verdict: "pass",
		stack: [url({ allowOrigins: ["*"] })],
	},
	{
		title: "Any origin, with credentials unknown until deployment",
		verdict: "undetermined",
		property: "cors.allowCredentials",
		stack: [url({ allowOrigins: ["*"], allowCredentials: UNKNOWN })],
	},
	{
		title: "CORS unknown until deployment",
		verdict: "undetermined",
		property: "corsConfiguration",
		stack: [api(UNKNOWN)],
	},
	{ title: "No CORS", verdict: "not-applicable", stack: [api(undefined)] },
];
