import { UNKNOWN } from "../../../policies/engine/example";
import { type Origin, PartialText } from "../../../policies/engine/partial-text";
import { Reading } from "../../../policies/engine/reading";
import { isUnknownDocument } from "../../../policies/rules/secrets/partly-known";

const outputOf = (type: string, property: string) => ({ origin: { type, property } as Origin, secret: false });
const secretString = outputOf("aws:secretsmanager/secretVersion:SecretVersion", "secretString");
const parameterName = outputOf("aws:ssm/parameter:Parameter", "name");

describe("a document about Scalekit of which nothing is known", () => {
	it.each([
		["an unknown value", "SCALEKIT_CONFIG", UNKNOWN, true],
		["the output of a resource", "SCALEKIT_CONFIG", new PartialText([secretString]), true],
		["a name from a resource, which says where the document is", "SCALEKIT_CONFIG", new PartialText([parameterName]), false],
		["a document that is known in part", "SCALEKIT_CONFIG", new PartialText(['{"clientSecret":"', secretString, '"}']), false],
		["a known value", "SCALEKIT_CONFIG", "{}", false],
		["a variable for something else", "SHOP_CONFIG", UNKNOWN, false],
		["a Scalekit variable that is not a document", "SCALEKIT_REDIRECT_URI", UNKNOWN, false],
	])("%s", (_title, name, value, expected) => {
		expect(isUnknownDocument(name, new Reading(value, "value"))).toBe(expected);
	});
});
