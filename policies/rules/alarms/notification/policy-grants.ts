import { type Answer, every, isUndetermined, some } from "../../../engine/answer";
import type { Reading } from "../../../engine/reading";
import { notDecidable, undeterminedDocument } from "../../../engine/verdict";

/** Condition keys that a service fulfills when it acts for the account. */
const FULFILLED_CONDITIONS = new Set(["aws:sourceowner", "aws:sourceaccount", "aws:sourcearn"]);

const UNCLEAR = notDecidable(undefined, "the policy has conditions or principals that cannot be evaluated here");

/**
 * Whether a resource policy allows a service to perform all of the actions; Deny statements are not evaluated.
 *
 * @param toAccounts what a statement for accounts, roles or users means for the service
 */
export function grants(policy: Reading, service: string, actions: readonly string[], toAccounts: "unclear" | false): Answer {
	const document = policy.json();
	if (document.isUnknown) return undeterminedDocument(policy);
	const statements = document.read("Statement");
	if (statements.isAbsent) return UNCLEAR;
	const answer = every(
		actions.map((action) =>
			some(statements.items.map((statement) => statementGrants(statement, service, action, toAccounts === "unclear" ? UNCLEAR : false))),
		),
	);
	return answer !== true && document.hasUnknown ? undeterminedDocument(policy) : answer;
}

/** Whether one of several policies grants it; an unknown policy counts before an unclear one. */
export function oneGrants(answers: readonly Answer[]): Answer {
	if (answers.includes(true)) return true;
	const undetermined = answers.filter(isUndetermined);
	return undetermined.find(({ reason }) => reason !== "not-decidable") ?? undetermined[0] ?? false;
}

function statementGrants(statement: Reading, service: string, action: string, toAccounts: Answer): Answer {
	if (!statement.read("Effect").is("Allow")) return false;
	const notAction = statement.read("NotAction");
	if (notAction.isAbsent && !listOf(statement.read("Action")).some((pattern) => matches(pattern.text ?? "", action))) return false;
	const answer = principalIncludes(statement, service, toAccounts);
	return answer === true && !notAction.isAbsent ? UNCLEAR : answer;
}

function principalIncludes(statement: Reading, service: string, toAccounts: Answer): Answer {
	if (!statement.read("NotPrincipal").isAbsent) return UNCLEAR;
	const principal = statement.read("Principal");
	if (listOf(principal.read("Service")).some((each) => each.is(service, "*"))) return true;
	const accounts = listOf(principal.read("AWS"));
	if (!principal.is("*") && !accounts.some((each) => each.is("*"))) return accounts.length > 0 ? toAccounts : false;
	const conditions = statement.read("Condition").entries.flatMap(([, operands]) => operands.entries.map(([key]) => key.toLowerCase()));
	return conditions.every((key) => FULFILLED_CONDITIONS.has(key)) || UNCLEAR;
}

function listOf(reading: Reading): readonly Reading[] {
	return reading.text === undefined ? reading.items : [reading];
}

/** `kms:GenerateDataKey*` and `KMS:*` match `kms:GenerateDataKey`. */
function matches(pattern: string, action: string): boolean {
	const source = pattern
		.replace(/[.+^${}()|[\]\\]/g, "\\$&")
		.replaceAll("*", ".*")
		.replaceAll("?", ".");
	return new RegExp(`^${source}$`, "i").test(action);
}
