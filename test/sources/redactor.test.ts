import { secretsIn } from "../../policies/sources/program/secrets/environment";
import { Redactor } from "../../policies/sources/program/secrets/redactor";

const PLACEHOLDER = "712345678901234";
const redactor = new Redactor([PLACEHOLDER], ["a-declared-secret", "short"]);
describe("a placeholder for an encrypted value", () => {
	it("is masked in texts, as are other secrets that are long enough", () => {
		expect(redactor.text(`say ${PLACEHOLDER}, a-declared-secret and short`)).toBe("say [secret], [secret] and [secret]");
		expect(redactor.text("shorter")).toBe("shorter");
	});

	it("is masked in names, where short secrets are words like any other", () => {
		expect(redactor.name(`${PLACEHOLDER}-short`)).toBe("[secret]-short");
	});
});

describe("secrets of the environment", () => {
	it.each([
		"API_TOKEN",
		"db_password",
		"AWS_SECRET_ACCESS_KEY",
		"STRIPE_API_KEY",
		"GH_PAT",
		"MY_PASSWD",
		"npm_config_//registry.example.com/:_authToken",
		"PULUMI_CONFIG_PASSPHRASE",
		"DB_PWD",
		"API_KEYS",
		"PGPASSWORD",
	])("are known by the name %s", (name) => {
		expect(secretsIn({ [name]: "value" })).toEqual(["value"]);
	});

	it.each([
		["PWD", "/home/me"],
		["HOME", "/home/me"],
		["PATH", "/bin"],
		["USE_TOKEN", "later"],
		["TOKEN_FILE", "/run/token"],
		["REQUIRE_PASSWORD", "true"],
		["MY_TOKEN", "none"],
		["EMPTY_SECRET", ""],
		["HOMEPAGE", "https://shop.example.com/@me:1"],
		["SSH_AUTH_SOCK", "/tmp/agent"],
	])("are not %s=%s", (name, value) => {
		expect(secretsIn({ [name]: value })).toEqual([]);
	});

	it("are URLs with a password, and the password, encoded and decoded", () => {
		const url = "postgres://app:p%40ss@db.example.com/shop";
		expect(secretsIn({ DATABASE_URL: url })).toEqual([url, "p%40ss", "p@ss"]);
		expect(secretsIn({ BROKER: "amqp://a:100%@b" })).toEqual(["amqp://a:100%@b", "100%", "100%"]);
	});

	const hidden = (secrets: readonly string[], text: string) => new Redactor([PLACEHOLDER], [], secrets).text(text);

	it("are masked if one contains another, for any text", () => {
		expect(hidden(["secret-one", "secret-one-and-two"], "a secret-one-and-two b")).toBe("a [secret] b");
		expect(hidden(["secret", "long-enough"], "secret long-enough secrets")).toBe("[secret] [secret] secrets");
		expect(hidden(["a+b(c"], "is a+b(c it")).toBe("is [secret] it");
	});

	it("are masked line by line, in JSON, in URLs and in base64", () => {
		const secret = "first line/of it\nsecond line of it";
		for (const text of ["second line of it", JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
			expect(hidden([secret], `say ${text}`)).toBe("say [secret]");
		expect(hidden(["a-long-secret"], `Basic ${Buffer.from("me:a-long-secret").toString("base64")}`)).toMatch(
			/^Basic [\w=]{1,5}\[secret\][\w=]{0,4}$/,
		);
	});

	it("are not needed for the password in a URL to be masked", () => {
		expect(hidden([], "at amqp://app:p@w@host and http://host:80/a@b")).toBe("at amqp://app:[secret]@host and http://host:80/a@b");
	});

	it("are distinguished from encrypted values", () => {
		const both = new Redactor([PLACEHOLDER], ["declared"], ["environment"]);
		const texts = [`${PLACEHOLDER} environment`, PLACEHOLDER, "an environment", "declared"];
		expect(texts.map((text) => both.kindsIn(text))).toEqual([["encrypted", "environment"], ["encrypted"], ["environment"], []]);
	});
});
