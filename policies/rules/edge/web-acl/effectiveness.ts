import { type Answer, every, some } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import { notDecidable, type Undetermined, undeterminedIn } from "../../../engine/verdict";
import { WebAcl, WebAclRule } from "../../../facts/resource-types";
import { COUNTRIES_WITHOUT_CLIENTS, HIGHEST_RATE, RATE_WINDOW } from "../../../facts/waf";
import { coversEveryAddress } from "./address-sets";
import type { AclRule } from "./rules";
import { addressesOf, ipSetsOf, partsOf } from "./statements";

/** True if a rule may match a client's requests; otherwise a predicate that says why it matches none, or why that is undetermined. */
export type Effectiveness = true | string | Undetermined;

interface Owner {
	readonly owner: Resource;
	readonly graph: ResourceGraph;
}

/** Whether a rule of a web ACL may match the requests of a client that guesses credentials. */
export function effectivenessOf({ statement, owner }: AclRule, graph: ResourceGraph): Effectiveness {
	return effectiveness(statement, { owner, graph });
}

/** Whether a rule of a web ACL matches all requests. */
export function matchesEveryRequest({ statement, owner }: AclRule, graph: ResourceGraph): Answer {
	return matchesAll(statement, { owner, graph });
}

function effectiveness(statement: Reading, at: Owner): Effectiveness {
	const [kind, inner] = statement.entries.find(([, value]) => !value.isAbsent) ?? [];
	if (statement.isUnknown || inner?.isUnknown) return unknown(inner ?? statement, at);
	if (!inner) return true;
	switch (kind) {
		case "andStatement": {
			const parts = partsOf(inner).map((part) => effectiveness(part, at));
			return parts.find((part) => typeof part === "string") ?? parts.find((part) => part !== true) ?? true;
		}
		case "orStatement": {
			const parts = partsOf(inner).map((part) => effectiveness(part, at));
			return parts.find((part) => part === true) ?? parts.find((part) => typeof part === "object") ?? parts[0] ?? true;
		}
		case "rateBasedStatement":
			return rateEffectiveness(inner, at);
		case "managedRuleGroupStatement":
			return scopeEffectiveness(inner, at);
		case "geoMatchStatement":
			return countryEffectiveness(inner.read("countryCodes") as Reading<readonly unknown[]>, at);
		case "ipSetReferenceStatement":
			return addressEffectiveness(inner.read("arn"), at);
		case "byteMatchStatement":
			return textEffectiveness(inner, at);
		default:
			return true;
	}
}

function unknown(reading: Reading, { owner }: Owner): Undetermined {
	return undeterminedIn(owner.is(WebAcl) ? WebAcl.label : WebAclRule.label, owner, reading);
}

function scopeEffectiveness(inner: Reading, at: Owner): Effectiveness {
	const scope = inner.read("scopeDownStatement");
	return scope.isAbsent || effectiveness(scope, at);
}

function rateEffectiveness(inner: Reading, at: Owner): Effectiveness {
	const limit = inner.read("limit");
	const window = (inner.read("evaluationWindowSec") as Reading<number>).or(RATE_WINDOW.default) as Reading;
	const key = (inner.read("aggregateKeyType") as Reading<string>).or("IP") as Reading;
	if (limit.isUnknown) return unknown(limit, at);
	// The lowest and the highest rate that the limit may be, with the highest rate that has an effect.
	const lowest = Number(limit.number) / (window.number ?? RATE_WINDOW.longest);
	const highest = Number(limit.number) / (window.number ?? RATE_WINDOW.shortest);
	const isTogether = key.is("CONSTANT");
	if (lowest > (isTogether || key.isUnknown ? HIGHEST_RATE.together : HIGHEST_RATE.perClient))
		return "has a rate limit that no client reaches";
	if (highest > (isTogether ? HIGHEST_RATE.together : HIGHEST_RATE.perClient))
		return unknown([window, key].find((each) => each.isUnknown) ?? limit, at);
	return scopeEffectiveness(inner, at);
}

function countryEffectiveness(codes: Reading<readonly unknown[]>, at: Owner): Effectiveness {
	const items = codes.items as readonly Reading[];
	if (items.some(({ text }) => text !== undefined && !COUNTRIES_WITHOUT_CLIENTS.has(text))) return true;
	const open = [codes as Reading, ...items].find((each) => each.isUnknown);
	return open ? unknown(open, at) : "matches only countries from which no clients connect";
}

/** An empty IP set may be filled by a function that reacts to attacks. */
function addressEffectiveness(arn: Reading, at: Owner): Effectiveness {
	const { sets, open } = ipSetsOf(arn, at);
	if (open) return unknown(arn, at);
	const addresses = sets.map(addressesOf);
	const unknownSet = addresses.find((each) => !Array.isArray(each)) as Undetermined | undefined;
	if (unknownSet) return unknownSet;
	const [set] = sets;
	return set && addresses.every((each) => (each as readonly string[]).length === 0) && !set.data.external
		? notDecidable(undefined, `IP set "${set.name}" is empty in this stack; infrastructure does not show whether it is filled later`)
		: true;
}

/** Transformations after which a text is the same but for the case of its letters. */
const KEEPING_TEXT = ["NONE", "LOWERCASE"];

function textEffectiveness(match: Reading, at: Owner): Effectiveness {
	const [text, constraint] = [match.read("searchString"), match.read("positionalConstraint")];
	const transformations = match.read("textTransformations") as Reading<readonly unknown[]>;
	const types = (transformations.items as readonly Reading[]).map((each) => each.read("type"));
	const isPath = !match.read("fieldToMatch").read("uriPath").isAbsent;
	const open = [text, constraint, transformations as Reading, ...types].find((each) => each.isUnknown);
	if (open) return unknown(open, at);
	if (types.some((type) => !type.is(...KEEPING_TEXT))) return true;
	if (types.some((type) => type.is("LOWERCASE")) && /[A-Z]/.test(text.text ?? ""))
		return "compares a text in lower case with one that contains capital letters";
	return isPath && constraint.is("EXACTLY", "STARTS_WITH") && /^[^/]/.test(text.text ?? "")
		? "compares the path with a text that does not begin with a slash, as every path does"
		: true;
}

function matchesAll(statement: Reading, at: Owner): Answer {
	const [kind, inner] = statement.entries.find(([, value]) => !value.isAbsent) ?? [];
	if (statement.isUnknown || inner?.isUnknown) return unknown(inner ?? statement, at);
	if (!inner) return false;
	switch (kind) {
		case "andStatement":
			return every(partsOf(inner).map((part) => matchesAll(part, at)));
		case "orStatement":
			return some(partsOf(inner).map((part) => matchesAll(part, at)));
		case "notStatement": {
			const excluded = effectiveness(inner.read("statement"), at);
			return typeof excluded === "string" || (excluded !== true && excluded);
		}
		case "ipSetReferenceStatement":
			return coversAll(inner.read("arn"), at);
		case "byteMatchStatement":
			return isEveryPath(inner, at);
		default:
			return false;
	}
}

function coversAll(arn: Reading, at: Owner): Answer {
	const { sets, open } = ipSetsOf(arn, at);
	if (open) return unknown(arn, at);
	const addresses = sets.map(addressesOf);
	const unknownSet = addresses.find((each) => !Array.isArray(each)) as Undetermined | undefined;
	return unknownSet ?? (sets.length > 0 && addresses.every((each) => coversEveryAddress(each as readonly string[])));
}

function isEveryPath(match: Reading, at: Owner): Answer {
	if (match.read("fieldToMatch").read("uriPath").isAbsent) return false;
	const [text, constraint] = [match.read("searchString"), match.read("positionalConstraint")];
	if (text.isKnown && !text.is("/")) return false;
	if (constraint.isKnown && !constraint.is("STARTS_WITH", "CONTAINS")) return false;
	const open = [text, constraint].find((each) => each.isUnknown);
	return open ? unknown(open, at) : true;
}
