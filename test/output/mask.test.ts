import { describeRules } from "../../cli/describe";
import { FORMS, toResourceData } from "../../policies/engine/example";
import { MASK, maskFormats, maskOutput } from "../../policies/output/mask";
import { judge } from "../../policies/rules/judge";
import { allExamples } from "../support/examples";
import { SECRETS } from "../support/hostile";

const [aws = "", github = "", stripe = ""] = SECRETS;
const KEY = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\nggSjAgEAAoIBAQC7\n-----END PRIVATE KEY-----";

describe("secrets that their format shows", () => {
	it.each([
		["a key alone", aws, MASK],
		["a key in a message", `container "${aws}" has ${github}.`, `container "${MASK}" has ${MASK}.`],
		["a key in a property path", `environment.variables.${stripe}`, `environment.variables.${MASK}`],
		["the rest of a word that starts with a key", `${github}-web`, MASK],
		["a password in a URL", "see postgres://shop:Zq7x8y9@db/shop and more", `see postgres://shop:${MASK}@db/shop and more`],
		["a header", "Authorization: Bearer abcdefgh12345678", `Authorization: Bearer ${MASK}`],
		["a private key up to its end", `read ${KEY} and more`, `read ${MASK} and more`],
		["a private key without an end", KEY.slice(0, 60), MASK],
	])("%s", (_what, text, expected) => {
		expect(maskFormats(text)).toBe(expected);
		expect(maskOutput(text)).toBe(expected);
	});

	it.each([
		"urn:pulumi:prod::shop::aws:lambda/function:Function::web",
		"arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf",
		"123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v1@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
		"AKIAIOSFODNN7EXAMPLE",
		"https://example.com:8080/a@b",
	])("%s contains none", (text) => {
		expect(maskFormats(text)).toBe(text);
	});

	it("are in no text of ours", () => {
		expect(
			describeRules()
				.map((rule) => JSON.stringify(rule))
				.filter((text) => maskFormats(text) !== text),
		).toEqual([]);
		const messages = allExamples().flatMap(({ rule, example }) =>
			(example.forms ?? FORMS).flatMap((form) =>
				judge(rule, toResourceData(example, form), example).map(({ message, fix }) => `${message} ${fix}`),
			),
		);
		expect([...new Set(messages)].filter((text) => maskFormats(text) !== text)).toEqual([]);
	});
});

describe("secrets that a name shows", () => {
	it.each([
		["DB_PASSWORD=hunter2hunter2", `DB_PASSWORD=${MASK}`],
		["connecting with DB_PASSWORD=hunter2hunter2 to db", `connecting with DB_PASSWORD=${MASK} to db`],
		['{ dbPassword: "hunter2hunter2", port: 5432 }', `{ dbPassword: "${MASK}", port: 5432 }`],
		["  password: 'correct horse battery'", `  password: '${MASK}'`],
		["login failed (password: hunter2hunter2)", `login failed (password: ${MASK})`],
		['{"user":"shop","password":"hunter2hunter2"}', `{"user":"shop","password":"${MASK}"}`],
		["mysql://db?user=shop&password=hunter2hunter2", `mysql://db?user=shop&password=${MASK}`],
		["deploy --client-secret hunter2hunter2 --force", `deploy --client-secret ${MASK} --force`],
		["  'client_secret' => 'hunter2hunter2',", `  'client_secret' => '${MASK}',`],
		["secret=a\nDB_PASSWORD=hunter2hunter2", `secret=a\nDB_PASSWORD=${MASK}`],
	])("%s", (text, expected) => {
		expect(maskOutput(text)).toBe(expected);
	});

	it.each([
		"Error: Missing required configuration variable 'shop:dbPassword'",
		"    please set a value using the command `pulumi config set --secret shop:dbPassword <value>`",
		"SyntaxError: Unexpected token: expected string",
		"invalid token: expected a string",
		"TypeError: Cannot read properties of undefined (reading 'password')",
		'    const password = config.requireSecret("dbPassword");',
		"password=undefined",
		"Error: getaddrinfo ENOTFOUND db.shop.internal",
		"Cannot find module './secret'",
		"SECRET_ARN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf",
		"failed to register new resource client-secret [aws:ssm/parameter:Parameter]: name: required",
		`${MASK} replaces an encrypted value; password=${MASK}`,
	])("not in: %s", (text) => {
		expect(maskOutput(text)).toBe(text);
	});
});
