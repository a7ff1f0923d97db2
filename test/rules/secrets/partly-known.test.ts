import { secret, UNKNOWN } from "../../../policies/engine/example";
import { type Hole, PartialText, type Piece } from "../../../policies/engine/partial-text";
import { Reading } from "../../../policies/engine/reading";
import { classifyUnknown, holdsOnlyLocations, isSecretHole, visibleText } from "../../../policies/rules/secrets/partly-known";

const output = (type: string, property: string, more: Partial<Hole> = {}): Hole => ({ origin: { type, property }, secret: false, ...more });
const arn = output("aws:secretsmanager/secret:Secret", "arn");
const secretId = output("aws:secretsmanager/secret:Secret", "id");
const secretName = output("aws:secretsmanager/secret:Secret", "name");
const description = output("aws:secretsmanager/secret:Secret", "description");
const secretString = output("aws:secretsmanager/secretVersion:SecretVersion", "secretString");
const bucketId = output("aws:s3/bucket:Bucket", "id");
const password = output("random:index/randomPassword:RandomPassword", "result");
const setting = output("acme:index/thing:Thing", "value");
const anonymous: Hole = { secret: false };
const hidden: Hole = { secret: true };

const text = (...pieces: Piece[]) => new Reading(new PartialText(pieces), "value");

it.each([
	["a marked secret", hidden, true],
	["a marked secret with an origin", { ...arn, secret: true }, true],
	["the content of a secret", secretString, true],
	["an output with a secret's name", output("acme:index/thing:Thing", "apiToken"), true],
	["a nested output with a secret's name", output("acme:index/thing:Thing", "users[0].password"), true],
	["a list of secrets", output("acme:index/thing:Thing", "passwords[1]"), true],
	["an ARN", arn, false],
	["a nested output with a location's name", output("acme:index/thing:Thing", "endpoint.url"), false],
	["an output of unknown meaning", setting, undefined],
	["a part without origin", anonymous, undefined],
])("%s", (_title, hole, expected) => {
	expect(isSecretHole(hole)).toBe(expected);
});

it.each([
	["one location", text("prefix-", arn), true],
	["two locations", text(arn, secretName), true],
	["a location and another value", text(arn, setting), false],
	["a location and a secret", text(arn, hidden), false],
	["a known value", new Reading("plain", "value"), false],
	["a wholly unknown value", new Reading(UNKNOWN, "value"), false],
])("%s has only locations as unknown parts: %p", (_title, value, expected) => {
	expect(holdsOnlyLocations(value)).toBe(expected);
});

it("a visible text has placeholders that are classified like the unknown parts", () => {
	expect(visibleText(new Reading("plain", "value"))).toBe("plain");
	expect(visibleText(text("port=", { ...setting, number: true }))).toBe("port=0");
	expect(visibleText(text("key=", setting))).toBe("key=$UNKNOWN");
	expect(visibleText(text("key=", hidden))).toMatch(/^key=[A-Za-z0-9]{18}$/);
	expect(visibleText(new Reading(UNKNOWN, "value"))).toBeUndefined();
});

it.each([
	["an ARN", text(arn), { is: "reference" }],
	["the id of a secret", text(secretId), { is: "reference" }],
	["the name of a secret", text(secretName), { is: "reference" }],
	["another output of a secret", text(description), { is: "unknown", expected: true }],
	["the id of another resource", text(bucketId), { is: "unknown", expected: true }],
	["an ARN and another value", text(arn, setting), { is: "unknown", expected: true }],
	["a word that ends like an ARN", text(output("acme:index/thing:Thing", "warn")), { is: "reference" }],
	["an output of unknown meaning", text(setting), { is: "unknown", expected: true }],
	["a wholly unknown value", new Reading(UNKNOWN, "value"), { is: "unknown", expected: true }],
	[
		"the content of a secret",
		text("x", secretString),
		{ is: "secret", because: "its value is output secretString of aws:secretsmanager/secretVersion:SecretVersion" },
	],
	["a marked part", text("x", hidden), { is: "secret", because: "its value is a Pulumi secret" }],
	["a Pulumi secret", new Reading(secret("s"), "value"), { is: "secret", because: "its value is a Pulumi secret" }],
	["a generated password", text(password), expect.objectContaining({ is: expect.stringMatching(/^(secret|unknown)$/) })],
])("%s under the name of a secret", (_title, value, expected) => {
	expect(classifyUnknown(value)).toEqual(expected);
});
