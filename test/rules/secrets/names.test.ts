import {
	isEnvironmentUrlName,
	isScalekitClientSecret,
	isScalekitDocument,
	isScalekitPart,
	isScalekitSecret,
	isScalekitSecretLocation,
} from "../../../policies/rules/secrets/scalekit-names";
import {
	endsInSecret,
	isPasswordName,
	isSecretListName,
	isSecretName,
	mayHoldKmsKeyId,
	mayHoldSecretName,
} from "../../../policies/rules/secrets/secret-names";

const pair = (name: string, path = name) => ({ name, path, value: "x" }) as never;

describe("names of secrets", () => {
	it.each([
		["DB_PASSWORD", true],
		["dbPassword", true],
		["DB_PASSWORD_V2", true],
		["DB_PASSWORD2", true],
		["db-password-1a2b3c4", true],
		["db-password-abcdefg", false],
		["SECRETS", false],
		["APP_SECRETS", true],
		["API_KEYS", true],
		["PRIMARY_KEYS", false],
		["S", false],
		["SECRET_KEY_BASE", true],
		["SORT_KEY", false],
		["API_KEY", true],
		["APIKEY", true],
		["XSRF_TOKEN", false],
		["CSRF_TOKEN", false],
		["ACCESS_TOKEN", true],
		["FIREBASE_API_KEY", false],
		["KMS_KEY", false],
		["TOKEN_TTL", false],
		["NEXT_PUBLIC_TOKEN", false],
	])("%s: %p", (name, expected) => {
		expect(isSecretName(name)).toBe(expected);
	});

	it.each([
		["APP_SECRET", true],
		["APP_SECRETS", true],
		["DB_CREDENTIAL", true],
		["DB_CREDENTIALS", true],
		["DB_CREDS", true],
		["DB_PASSWORD", false],
	])("%s may contain the name of a secret: %p", (name, expected) => {
		expect(mayHoldSecretName(name)).toBe(expected);
	});

	it.each([
		[isSecretListName, "API_KEYS", true],
		[isSecretListName, "API_KEY", false],
		[isPasswordName, "DB_PASSWORD", true],
		[isPasswordName, "DB_PASSWORDS", true],
		[isPasswordName, "DB_TOKEN", false],
		[endsInSecret, "CLIENT_SECRET", true],
		[endsInSecret, "CLIENT_TOKEN", false],
		[mayHoldKmsKeyId, "ENCRYPTION_KEY", true],
		[mayHoldKmsKeyId, "API_KEY", false],
		[mayHoldKmsKeyId, "ENCRYPTION_TOKEN", false],
	] as const)("%p of %s: %p", (predicate, name, expected) => {
		expect(predicate(name)).toBe(expected);
	});
});

describe("names of Scalekit's settings", () => {
	it.each([
		["SCALEKIT_CLIENT_SECRET", true],
		["SCALEKIT_SECRET", true],
		["SCALEKIT_CLIENT_SECRETS", true],
		["SCALEKIT_SECRETS", true],
		["SCALEKIT_WEBHOOK_SECRET", false],
		["CLIENT_SECRET", false],
	])("%s is the client secret: %p", (name, expected) => {
		expect(isScalekitClientSecret(name)).toBe(expected);
	});

	it.each([
		["SCALEKIT_CLIENT_SECRET_ARN", true],
		["SCALEKIT_CLIENT_SECRET_URL", true],
		["SCALEKIT_TOKEN_URL", false],
		["SCALEKIT_TOKEN_URI", false],
		["SCALEKIT_TOKEN_ARN", true],
		["SCALEKIT_CLIENT_SECRET", false],
		["SHOP_SECRET_ARN", false],
	])("%s is the location of a Scalekit secret: %p", (name, expected) => {
		expect(isScalekitSecretLocation(name)).toBe(expected);
	});

	it.each([
		["SCALEKIT_ENVIRONMENT_URL", "yes"],
		["SCALEKIT_ENV_URL", "yes"],
		["scalekit.environmentUrl", "yes"],
		["SHOP_URL", "no"],
	])("%s is the environment URL: %s", (name, expected) => {
		expect(isEnvironmentUrlName(name)).toBe(expected);
	});

	it.each([
		["SCALEKIT_CONFIG", true],
		["SHOP_CONFIG", false],
		["SCALEKIT_CLIENT_ID", false],
	])("%s is a document: %p", (name, expected) => {
		expect(isScalekitDocument(name)).toBe(expected);
	});

	it.each([
		["SCALEKIT_CONFIG", pair("clientSecret"), true],
		["CONFIG", pair("clientSecret", "scalekit.clientSecret"), true],
		["CONFIG", pair("clientSecret"), false],
		["SCALEKIT_CONFIG", pair("clientId"), false],
		["CONFIG", pair("SCALEKIT_CLIENT_SECRET"), true],
	])("in %s, %p is a Scalekit secret: %p", (variable, each, expected) => {
		expect(isScalekitPart(variable, each)).toBe(expected);
	});

	it("a secret needs both a secret's name and Scalekit's", () => {
		expect([isScalekitSecret("SCALEKIT_CLIENT_SECRET"), isScalekitSecret("SCALEKIT_CLIENT_ID"), isScalekitSecret("DB_PASSWORD")]).toEqual([
			true,
			false,
			false,
		]);
	});
});
