import type { Reading } from "../../engine/reading";

/** Whether a policy lets a service do all of some things. `perhaps`: only somebody who knows the account can tell. */
export type Grant = "yes" | "no" | "perhaps" | "unknown";

/** Conditions that hold for a service that acts for this account. */
const HARMLESS_CONDITIONS = new Set(["aws:sourceowner", "aws:sourceaccount", "aws:sourcearn"]);

/**
 * What a resource policy lets a service do; denials are not weighed.
 *
 * @param toAccounts what a statement for accounts, roles or users means for the service
 */
export function grants(policy: Reading, service: string, actions: readonly string[], toAccounts: Grant): Grant {
	const document = policy.json();
	if (document.isUnknown) return "unknown";
	const statements = document.read("Statement");
	if (statements.isAbsent) return "perhaps";
	const found = actions.map((action) => best(statements.items.map((statement) => statementGrants(statement, service, action, toAccounts))));
	const worst = (["no", "perhaps", "yes"] as const).find((each) => found.includes(each)) ?? "perhaps";
	return worst !== "yes" && document.hasUnknown ? "unknown" : worst;
}

/** The best that several policies say. */
export function best(grants: readonly Grant[]): Grant {
	return (["yes", "unknown", "perhaps", "no"] as const).find((each) => grants.includes(each)) ?? "no";
}

function statementGrants(statement: Reading, service: string, action: string, toAccounts: Grant): Grant {
	if (!statement.read("Effect").is("Allow")) return "no";
	const notAction = statement.read("NotAction");
	if (notAction.isAbsent && !listOf(statement.read("Action")).some((pattern) => matches(pattern.text ?? "", action))) return "no";
	const principal = principalIs(statement, service, toAccounts);
	return principal === "yes" && !notAction.isAbsent ? "perhaps" : principal;
}

function principalIs(statement: Reading, service: string, toAccounts: Grant): Grant {
	if (!statement.read("NotPrincipal").isAbsent) return "perhaps";
	const principal = statement.read("Principal");
	if (listOf(principal.read("Service")).some((each) => each.is(service, "*"))) return "yes";
	const accounts = listOf(principal.read("AWS"));
	if (!principal.is("*") && !accounts.some((each) => each.is("*"))) return accounts.length > 0 ? toAccounts : "no";
	const conditions = statement.read("Condition").entries.flatMap(([, operands]) => operands.entries.map(([key]) => key.toLowerCase()));
	return conditions.every((key) => HARMLESS_CONDITIONS.has(key)) ? "yes" : "perhaps";
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
