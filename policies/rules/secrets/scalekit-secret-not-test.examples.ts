import { type Example, jsonStringify, resource, secret, UNKNOWN } from "../../engine/example";
import { SecretVersion, SsmParameter } from "../../facts/resource-types";

const TEST = "test_NotARealSecret0123456789";
const OTHER = "NotARealSecret0123456789abcdef";

const version = (name: string, secretString: unknown) => resource(SecretVersion, name, { secretId: "shop/scalekit", secretString });
const parameter = (value: unknown) =>
	resource(SsmParameter, "scalekit", { name: "/shop/prod/scalekit/client-secret", type: "SecureString", value });

export const examples: readonly Example[] = [
	{
		title: "A secret in Secrets Manager that looks like one for tests",
		verdict: "fail",
		property: "secretString",
		stack: [version("scalekitClientSecret", secret(TEST))],
	},
	{
		title: "A document in Secrets Manager with a secret that looks like one for tests",
		verdict: "fail",
		property: "secretString",
		stack: [version("shop", secret(JSON.stringify({ SCALEKIT_CLIENT_ID: "skc_1234567890123456", SCALEKIT_CLIENT_SECRET: TEST })))],
	},
	{
		title: "A document in a secret named scalekit, with neutral keys",
		verdict: "fail",
		property: "secretString",
		stack: [version("scalekit", secret(JSON.stringify({ client_id: "skc_1234567890123456", client_secret: TEST })))],
	},
	{ title: "A parameter that looks like one for tests", verdict: "fail", property: "value", stack: [parameter(secret(TEST))] },
	{
		title: "A test secret in another profile than production",
		verdict: "not-applicable",
		project: { production: false },
		stack: [parameter(secret(TEST))],
	},
	{
		title: "A secret that looks like nothing in particular, which proves nothing",
		verdict: "not-applicable",
		stack: [parameter(secret(OTHER))],
	},
	{ title: "Another secret that starts in the same way", verdict: "not-applicable", stack: [version("mailPassword", secret(TEST))] },
	{
		title: "A document without a secret of Scalekit's",
		verdict: "not-applicable",
		stack: [version("shop", jsonStringify({ mailPassword: TEST }))],
	},
	{
		title: "A secret that a state does not show",
		verdict: "undetermined",
		reason: "secret",
		property: "value",
		stack: [parameter(secret(UNKNOWN))],
	},
];
