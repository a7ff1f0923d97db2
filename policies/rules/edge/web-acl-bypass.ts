import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import { fail, pass, type Undetermined, undetermined, type Verdict } from "../../engine/verdict";
import { coversEveryAddress } from "./address-sets";
import { type AclRule, unknownIn } from "./web-acl-rules";
import { addressesOf, ipSetsOf, partsOf } from "./web-acl-statements";

type Answer = "yes" | "no" | Undetermined;

const LATER = (limits: string) =>
	`Move the rule behind the ${limits}, or scope it to a path: an andStatement of the addresses and the path.`;

/** Does a rule let addresses past the limits that come after it, whatever they ask for? */
export function bypasses(rule: AclRule, after: readonly AclRule[], graph: ResourceGraph): Verdict {
	if (rule.effect !== "allow" && rule.effect !== "open") return pass();
	const byAddress = byAddressAlone(rule.statement);
	if (byAddress === "no") return pass();
	const limit = after.map(isLimit).find((each) => each !== "no");
	const everybody = letsEverybodyIn(rule, graph);
	const stops = after.find((each) => each.effect === "stop" || each.effect === "group" || each.effect === "open");
	if (!limit && !(stops && everybody !== "no")) return pass();
	if (rule.effect === "open") return unknownIn(rule, rule.action);
	if (typeof byAddress === "object") return byAddress;
	const where = rule.inline ? rule.action : undefined;
	if (limit === "yes")
		return fail(
			where,
			`lets addresses past its rate rules: ${rule.label} allows them whatever they ask for, and goes first`,
			LATER("rate rules"),
		);
	if (everybody === "yes")
		return fail(
			where,
			`lets every address past its later rules: ${rule.label} allows them all, and goes first`,
			LATER("rules that stop requests"),
		);
	return typeof limit === "object" ? limit : everybody === "no" ? pass() : everybody;
}

/** Whether where a request comes from is all that a statement looks at. */
function byAddressAlone(statement: Reading): Answer {
	if (statement.isUnknown) return undetermined(statement);
	const [kind, inner] = statement.entries.find(([, value]) => !value.isAbsent) ?? [];
	if (!inner) return "no";
	if (inner.isUnknown) return undetermined(inner);
	if (kind === "ipSetReferenceStatement") return "yes";
	if (kind === "notStatement") return byAddressAlone(inner.read("statement"));
	if (kind !== "andStatement" && kind !== "orStatement") return "no";
	const parts = partsOf(inner).map(byAddressAlone);
	const decisive = kind === "orStatement" ? "yes" : "no";
	if (parts.includes(decisive)) return decisive;
	return parts.find((each) => typeof each === "object") ?? (kind === "orStatement" || parts.length === 0 ? "no" : "yes");
}

/** Whether a rule stops those who ask too often. */
function isLimit(rule: AclRule): Answer {
	const statement = rule.statement;
	if (rule.effect === "allow" || rule.effect === "count") return "no";
	if (statement.isUnknown) return undetermined(statement);
	const rate = statement.read("rateBasedStatement");
	if (rate.isUnknown) return undetermined(rate);
	if (rate.isAbsent) return "no";
	return rule.effect === "open" ? unknownIn(rule, rule.action) : "yes";
}

function letsEverybodyIn(rule: AclRule, graph: ResourceGraph): Answer {
	const arn = rule.statement.read("ipSetReferenceStatement").read("arn");
	if (arn.isAbsent) return "no";
	const { sets, open } = ipSetsOf(arn, { owner: rule.owner, graph });
	if (open) return open;
	const addresses = sets.map(addressesOf);
	const hidden = addresses.find((each) => !Array.isArray(each)) as Undetermined | undefined;
	if (hidden) return hidden;
	const wide = addresses.filter((each) => coversEveryAddress(each as readonly string[]));
	if (wide.length === 0) return "no";
	return wide.length === addresses.length ? "yes" : undetermined(arn);
}
