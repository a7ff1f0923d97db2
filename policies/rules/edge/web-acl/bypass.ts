import { type Answer, every, isUndetermined, some } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import { fail, pass, type Undetermined, undetermined, type Verdict } from "../../../engine/verdict";
import { coversEveryAddress } from "./address-sets";
import { type AclRule, undeterminedInRule } from "./rules";
import { addressesOf, ipSetsOf, partsOf } from "./statements";

const moveBehind = (rules: string) =>
	`Move the rule behind the ${rules}, or limit it to a path with an andStatement of the addresses and the path.`;

/** Fails if a rule allows addresses for any path before the rate-based rules, or all addresses before rules that stop requests. */
export function checkBypass(rule: AclRule, later: readonly AclRule[], graph: ResourceGraph): Verdict {
	if (rule.effect !== "allow" && rule.effect !== "unknown") return pass();
	const byAddressOnly = matchesAddressOnly(rule.statement);
	if (byAddressOnly === false) return pass();
	const limits = some(later.map(isRateLimit));
	const disablesRules = every([allowsEveryone(rule, graph), some(later.map(stopsRequests))]);
	const answer = some([limits, disablesRules]);
	if (answer === false) return pass();
	if (rule.effect === "unknown") return undeterminedInRule(rule, rule.action);
	if (isUndetermined(byAddressOnly)) return byAddressOnly;
	const where = rule.inline ? rule.action : undefined;
	if (limits === true)
		return fail(
			where,
			`allows addresses for any path in ${rule.label} before the rate-based rules, which these requests bypass`,
			moveBehind("rate-based rules"),
		);
	if (isUndetermined(answer)) return answer;
	return fail(
		where,
		`allows all addresses in ${rule.label} before rules that stop requests, which have no effect`,
		moveBehind("rules that stop requests"),
	);
}

/** Whether the source address is all that a statement matches. */
function matchesAddressOnly(statement: Reading): Answer {
	if (statement.isUnknown) return undetermined(statement);
	const [kind, inner] = statement.entries.find(([, value]) => !value.isAbsent) ?? [];
	if (!inner) return false;
	if (inner.isUnknown) return undetermined(inner);
	if (kind === "ipSetReferenceStatement") return true;
	if (kind === "notStatement") return matchesAddressOnly(inner.read("statement"));
	if (kind === "andStatement") return every(partsOf(inner).map(matchesAddressOnly));
	return kind === "orStatement" && some(partsOf(inner).map(matchesAddressOnly));
}

/** Whether a rule limits the request rate. */
function isRateLimit(rule: AclRule): Answer {
	const statement = rule.statement;
	if (rule.effect === "count") return false;
	if (statement.isUnknown) return undetermined(statement);
	const rate = statement.read("rateBasedStatement");
	if (rate.isUnknown) return undetermined(rate);
	if (rate.isAbsent) return false;
	return rule.effect === "unknown" ? undeterminedInRule(rule, rule.action) : true;
}

function stopsRequests(rule: AclRule): Answer {
	return rule.effect === "unknown" ? undeterminedInRule(rule, rule.action) : rule.effect === "stop" || rule.effect === "group";
}

function allowsEveryone(rule: AclRule, graph: ResourceGraph): Answer {
	const arn = rule.statement.read("ipSetReferenceStatement").read("arn");
	const { sets, open } = ipSetsOf(arn, { owner: rule.owner, graph });
	if (open) return open;
	const addresses = sets.map(addressesOf);
	const unknown = addresses.find((each) => !Array.isArray(each)) as Undetermined | undefined;
	if (unknown) return unknown;
	const wide = addresses.filter((each) => coversEveryAddress(each as readonly string[]));
	if (wide.length === 0) return false;
	return wide.length === addresses.length || undetermined(arn);
}
