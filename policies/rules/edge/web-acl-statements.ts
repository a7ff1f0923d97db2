import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { notDecidable, type Undetermined, undetermined, undeterminedIn } from "../../engine/verdict";
import { IpSet } from "../../facts/resource-types";
import { coversEveryAddress } from "./address-sets";
import { type PathTest, pathTestOf } from "./webhook-paths";

/** Does a statement match a webhook? `maybe` says what keeps it open. */
export type Match = "yes" | "no" | { readonly maybe: Undetermined };

/** The request that Scalekit sends: a POST to the webhook's path, from an address that nobody documents. */
export interface WebhookRequest {
	readonly paths: readonly PathTest[];
	/** The resource that holds the statement. */
	readonly owner: Resource;
	readonly graph: ResourceGraph;
}

const SOURCE =
	"Scalekit does not say which addresses its webhooks leave from: the signature is the control, and a test event from the dashboard would tell whether they get in";

/** Whether a statement of a web ACL rule matches the webhook. */
export function matches(statement: Reading, request: WebhookRequest): Match {
	if (statement.isUnknown) return { maybe: undetermined(statement) };
	const [kind, inner] = statement.entries.find(([, value]) => !value.isAbsent) ?? [];
	if (!inner || inner.isUnknown) return { maybe: unknownOr(inner ?? statement, "what it matches cannot be told") };
	const parts = () => partsOf(inner).map((each) => matches(each, request));
	switch (kind) {
		case "andStatement":
			return all(parts());
		case "orStatement":
			return not(all(parts().map(not)));
		case "notStatement":
			return not(matches(inner.read("statement"), request));
		case "byteMatchStatement":
		case "regexMatchStatement":
			return fieldMatches(inner, request);
		case "ipSetReferenceStatement":
			return sourceMatches(inner.read("arn"), request);
		case "geoMatchStatement":
		case "asnMatchStatement":
			return { maybe: notDecidable(inner, SOURCE) };
		case "managedRuleGroupStatement":
		case "rateBasedStatement": {
			const scope = inner.read("scopeDownStatement");
			return scope.isAbsent ? "yes" : matches(scope, request);
		}
		default:
			return {
				maybe: notDecidable(
					inner,
					"whether a webhook matches it depends on what the request holds; a test event from Scalekit's dashboard would tell",
				),
			};
	}
}

/** The statements of an AND or OR; an unknown one where the list is. */
export function partsOf(combined: Reading): readonly Reading[] {
	const statements = combined.read("statements");
	return statements.isUnknown ? [statements] : (statements as Reading<readonly unknown[]>).items;
}

/** The IP sets that a reference may stand for, and whether one of them is not in this stack. */
export function ipSetsOf(arn: Reading, { owner, graph }: Pick<WebhookRequest, "owner" | "graph">) {
	const { resources, state } = graph.follow(owner, arn, IpSet);
	return { sets: resources.filter((each) => !each.data.external), open: state === "unknown" ? undetermined(arn) : undefined };
}

/** The addresses of an IP set, or why they cannot be seen. */
export function addressesOf(set: ReturnType<typeof ipSetsOf>["sets"][number]): readonly string[] | Undetermined {
	const addresses = set.read("addresses");
	const hidden = addresses.isUnknown ? addresses : addresses.items.find((each) => each.isUnknown);
	return hidden ? undeterminedIn("IP set", set, hidden as Reading) : addresses.items.flatMap((each) => each.text ?? []);
}

function sourceMatches(arn: Reading, request: WebhookRequest): Match {
	const { sets, open } = ipSetsOf(arn, request);
	if (open) return { maybe: open };
	const addresses = sets.map(addressesOf);
	const hidden = addresses.find((each) => !Array.isArray(each)) as Undetermined | undefined;
	if (hidden) return { maybe: hidden };
	const everybody = addresses.length > 0 && addresses.every((each) => coversEveryAddress(each as readonly string[]));
	return everybody ? "yes" : { maybe: notDecidable(arn, SOURCE) };
}

function fieldMatches(match: Reading, { paths }: WebhookRequest): Match {
	const field = match.read("fieldToMatch");
	if (field.isUnknown) return { maybe: undetermined(field) };
	const test = pathTestOf(match);
	if (test) return pathMatches(test, paths);
	const text = match.read("searchString");
	const isMethod = !field.read("method").isAbsent && match.read("positionalConstraint").is("EXACTLY");
	if (isMethod && text.text !== undefined) return text.text.toUpperCase() === "POST" ? "yes" : "no";
	return {
		maybe: unknownOr(
			text,
			"whether a webhook matches it depends on what the request holds; a test event from Scalekit's dashboard would tell",
		),
	};
}

/** A path test that names the webhook matches; another one matches where each of the webhook's paths would. */
function pathMatches(test: PathTest, paths: readonly PathTest[]): Match {
	if (test.text.isUnknown) return { maybe: undetermined(test.text) };
	if (test.constraint.isUnknown) return { maybe: undetermined(test.constraint) };
	if (paths.some((each) => each.text.path === test.text.path || each.text.text === test.text.text)) return "yes";
	const open = {
		maybe: notDecidable(
			test.text,
			"whether it covers the webhook's path cannot be told; a test event from Scalekit's dashboard would tell",
		),
	};
	if (paths.length === 0) return open;
	const each = paths.map((path) => compare(test, path));
	return each.every((one) => one === each[0]) ? (each[0] ?? open) : open;

	function compare(test: PathTest, path: PathTest): Match {
		const webhook = path.text.text?.toLowerCase() ?? "";
		const text = test.text.text?.toLowerCase() ?? "";
		if (!webhook.startsWith("/")) return open;
		// A regular expression says for sure only what it begins with; its last plain character may be optional.
		const start = /^\^(\/[\w/-]*)/.exec(text)?.[1]?.slice(0, -1) ?? text;
		const anchored = text.startsWith("^/") || test.constraint.is("EXACTLY", "STARTS_WITH");
		if (test.constraint.is("STARTS_WITH") && webhook.startsWith(text)) return "yes";
		if (test.constraint.is("CONTAINS") && webhook.includes(text)) return "yes";
		return anchored && !webhook.startsWith(start) && !start.startsWith(webhook) ? "no" : open;
	}
}

function all(matches: readonly Match[]): Match {
	if (matches.includes("no")) return "no";
	return matches.find((each) => typeof each === "object") ?? "yes";
}

function not(match: Match): Match {
	return match === "yes" ? "no" : match === "no" ? "yes" : match;
}

function unknownOr(reading: Reading, reason: string): Undetermined {
	return reading.isUnknown ? undetermined(reading) : notDecidable(reading, reason);
}
