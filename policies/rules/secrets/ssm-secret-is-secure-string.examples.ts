import { type Example, resource, secret, UNKNOWN } from "../../engine/example";
import { SsmParameter } from "../../facts/resource-types";

const PASSWORD = "not-really-s3cr3t-Xq9v";
const ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf";
const parameter = (inputs: object) => resource(SsmParameter, "parameter", inputs);

export const examples: readonly Example[] = [
	{
		title: "A password in a SecureString",
		verdict: "pass",
		stack: [parameter({ name: "/shop/prod/db/password", type: "SecureString", value: secret(PASSWORD) })],
	},
	{
		title: "A password in a String",
		verdict: "fail",
		property: "type",
		stack: [parameter({ name: "/shop/prod/db/password", type: "String", value: secret(PASSWORD) })],
	},
	{
		title: "A client secret in a String, its name written with dashes",
		verdict: "fail",
		property: "type",
		stack: [parameter({ name: "/shop/prod/scalekit/client-secret", type: "String", value: "test_NotARealSecret0123456789" })],
	},
	{
		title: "Passwords in a StringList",
		verdict: "fail",
		property: "type",
		stack: [parameter({ name: "dbPassword", type: "StringList", value: `${PASSWORD},${PASSWORD}2` })],
	},
	{
		title: "A parameter without a name property, for a password",
		verdict: "fail",
		property: "type",
		stack: [resource(SsmParameter, "dbPassword", { type: "String", value: PASSWORD })],
	},
	{
		title: "A secret in insecureValue",
		verdict: "fail",
		property: "insecureValue",
		stack: [parameter({ name: "/shop/prod/session.secret", type: "String", insecureValue: PASSWORD })],
	},
	{
		title: "A connection string with a password under a neutral name",
		verdict: "fail",
		property: "type",
		stack: [parameter({ name: "/shop/prod/database-url", type: "String", value: `postgres://shop:${PASSWORD}@db.shop.internal/shop` })],
	},
	{
		title: "A placeholder in a String parameter",
		verdict: "fail",
		property: "type",
		stack: [parameter({ name: "/shop/prod/api-key", type: "String", value: "CHANGE_ME" })],
	},
	{
		title: "A String that says where the secret is",
		verdict: "pass",
		stack: [parameter({ name: "/shop/prod/db/secret", type: "String", value: ARN })],
	},
	{
		title: "The ARN of a secret under the name of an ARN",
		verdict: "not-applicable",
		stack: [parameter({ name: "/shop/prod/db/secret-arn", type: "String", value: ARN })],
	},
	{
		title: "A String that may hold the name of a secret",
		verdict: "undetermined",
		reason: "not-decidable",
		property: "value",
		stack: [parameter({ name: "/shop/prod/db/secret", type: "String", value: "shop-prod-db" })],
	},
	{
		title: "A lifetime whose name only sounds like a secret's",
		verdict: "not-applicable",
		stack: [parameter({ name: "/shop/prod/token-ttl", type: "String", value: "3600" })],
	},
	{
		title: "A setting whose value a state does not show",
		verdict: "not-applicable",
		stack: [parameter({ name: "/shop/prod/log-level", type: "String", value: secret(UNKNOWN) })],
	},
	{
		title: "A Pulumi secret in a String under a password's name, also where its value is not shown",
		verdict: "fail",
		property: "type",
		stack: [parameter({ name: "/shop/prod/db/password", type: "String", value: secret(UNKNOWN) })],
	},
	{
		title: "A password in a parameter whose type is unknown until deployment",
		verdict: "undetermined",
		property: "type",
		stack: [parameter({ name: "/shop/prod/db/password", type: UNKNOWN, value: PASSWORD })],
	},
	{
		title: "A name unknown until deployment",
		verdict: "undetermined",
		property: "name",
		stack: [parameter({ name: UNKNOWN, type: "String", value: PASSWORD })],
	},
];
