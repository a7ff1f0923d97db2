import { isUndetermined } from "../../../policies/engine/answer";
import { secret, UNKNOWN } from "../../../policies/engine/example";
import { Reading } from "../../../policies/engine/reading";
import { notDecidable, undetermined } from "../../../policies/engine/verdict";
import { grants, oneGrants } from "../../../policies/rules/alarms/notification/policy-grants";

const SERVICE = "cloudwatch.amazonaws.com";
const allow = (more: object = {}) => ({ Effect: "Allow", Principal: { Service: SERVICE }, Action: "sns:Publish", ...more });
const policy = (...statements: object[]) => ({ Version: "2012-10-17", Statement: statements });

const answer = (document: unknown, toAccounts: "unclear" | false = "unclear", actions: readonly string[] = ["sns:Publish"]) => {
	const given = typeof document === "string" || document === UNKNOWN ? document : JSON.stringify(document);
	const result = grants(new Reading(given, "policy"), SERVICE, actions, toAccounts);
	return isUndetermined(result) ? result.reason : result;
};

it.each([
	["a statement for the service", policy(allow()), true],
	["a list of services", policy(allow({ Principal: { Service: ["events.amazonaws.com", SERVICE] } })), true],
	["another service", policy(allow({ Principal: { Service: "events.amazonaws.com" } })), false],
	["every service", policy(allow({ Principal: { Service: "*" } })), true],
	["every principal", policy(allow({ Principal: "*" })), true],
	["every principal as an account", policy(allow({ Principal: { AWS: "*" } })), true],
	["every principal in a list", policy(allow({ Principal: { AWS: ["123456789012", "*"] } })), true],
	["no principal", policy(allow({ Principal: {} })), false],
	["a principal of another type", policy(allow({ Principal: { Federated: "x" } })), false],
	["an account", policy(allow({ Principal: { AWS: "123456789012" } })), "not-decidable"],
	["all principals but some", policy({ Effect: "Allow", NotPrincipal: { AWS: "x" }, Action: "sns:Publish" }), "not-decidable"],
	["a Deny statement", policy(allow({ Effect: "Deny" })), false],
	["another action", policy(allow({ Action: "sns:Subscribe" })), false],
	["a list of actions", policy(allow({ Action: ["sns:Subscribe", "sns:Publish"] })), true],
	["a wildcard", policy(allow({ Action: "SNS:*" })), true],
	["a wildcard for one character", policy(allow({ Action: "sns:Publis?" })), true],
	["a dot, which is not a wildcard", policy(allow({ Action: "sns.Publish" })), false],
	["a part of the action", policy(allow({ Action: "Publish" })), false],
	["all actions but some", policy({ Effect: "Allow", Principal: { Service: SERVICE }, NotAction: "sns:Subscribe" }), "not-decidable"],
	[
		"all actions but some, for another service",
		policy({ Effect: "Allow", Principal: { Service: "x" }, NotAction: "sns:Subscribe" }),
		false,
	],
	[
		"a condition that the service fulfills",
		policy(allow({ Principal: "*", Condition: { StringEquals: { "AWS:SourceAccount": "1" } } })),
		true,
	],
	["another condition", policy(allow({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } })), "not-decidable"],
	[
		"one of two conditions",
		policy(allow({ Principal: "*", Condition: { StringEquals: { "aws:SourceAccount": "1", "aws:PrincipalOrgID": "o" } } })),
		"not-decidable",
	],
	["a second statement that grants", policy(allow({ Effect: "Deny" }), allow()), true],
	["an unclear and a granting statement", policy(allow({ Principal: { AWS: "1" } }), allow()), true],
	["a document without statements", { Version: "2012-10-17" }, "not-decidable"],
	["an unknown document", UNKNOWN, "known-after-deployment"],
])("%s", (_title, document, expected) => {
	expect(answer(document)).toBe(expected);
});

it("a statement for accounts grants a service nothing if delegation does not apply", () => {
	expect(answer(policy(allow({ Principal: { AWS: "123456789012" } })), false)).toBe(false);
});

it("all actions must be granted", () => {
	const both = ["kms:Decrypt", "kms:GenerateDataKey"];
	expect(answer(policy(allow({ Action: "kms:Decrypt" })), false, both)).toBe(false);
	expect(answer(policy(allow({ Action: "kms:Decrypt" }), allow({ Action: "kms:GenerateDataKey*" })), false, both)).toBe(true);
});

it("one of several policies is enough, and an unknown one counts before an unclear one", () => {
	const unclear = notDecidable(undefined, "unclear");
	const unknown = undetermined(new Reading(UNKNOWN, "policy"));
	const hidden = undetermined(new Reading(secret(UNKNOWN), "policy"));
	expect(oneGrants([false, unclear, true])).toBe(true);
	expect(oneGrants([false, unclear, unknown])).toBe(unknown);
	expect(oneGrants([unclear, hidden, unknown])).toBe(hidden);
	expect(oneGrants([false, unclear])).toBe(unclear);
	expect(oneGrants([false])).toBe(false);
	expect(oneGrants([])).toBe(false);
});
