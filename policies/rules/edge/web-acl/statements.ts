import { type Answer, every, not } from "../../../engine/answer";
import type { ResourceGraph } from "../../../engine/graph";
import type { Reading } from "../../../engine/reading";
import type { Resource } from "../../../engine/resource";
import { notDecidable, type Undetermined, undetermined, undeterminedIn } from "../../../engine/verdict";
import { IpSet } from "../../../facts/resource-types";
import { coversEveryAddress } from "./address-sets";
import { type PathTest, pathTestOf } from "./webhook-paths";

/** A webhook request of Scalekit: a POST to the webhook's path, from an undocumented address. */
export interface WebhookRequest {
	readonly paths: readonly PathTest[];
	/** The resource that contains the statement. */
	readonly owner: Resource;
	readonly graph: ResourceGraph;
}

const UNKNOWN_SOURCE =
	"Scalekit does not document the source addresses of webhooks; authenticate them by signature, and send a test event from the Scalekit dashboard to verify delivery";
const UNKNOWN_CONTENT =
	"whether a webhook matches it depends on the request's content; send a test event from the Scalekit dashboard to verify";
const UNKNOWN_PATH = "it may match the webhook's path; send a test event from the Scalekit dashboard to verify";

/** Whether a statement of a web ACL rule matches the webhook request. */
export function matches(statement: Reading, request: WebhookRequest): Answer {
	const [kind, inner] = statement.entries.find(([, value]) => !value.isAbsent) ?? [];
	if (!inner || inner.isUnknown) return undeterminedOr(inner ?? statement, "its match condition cannot be evaluated");
	const parts = () => partsOf(inner).map((each) => matches(each, request));
	switch (kind) {
		case "andStatement":
			return every(parts());
		case "orStatement":
			return not(every(parts().map(not)));
		case "notStatement":
			return not(matches(inner.read("statement"), request));
		case "byteMatchStatement":
		case "regexMatchStatement":
			return fieldMatches(inner, request);
		case "ipSetReferenceStatement":
			return sourceMatches(inner.read("arn"), request);
		case "geoMatchStatement":
		case "asnMatchStatement":
			return notDecidable(inner, UNKNOWN_SOURCE);
		case "managedRuleGroupStatement":
		case "rateBasedStatement": {
			const scope = inner.read("scopeDownStatement");
			return scope.isAbsent || matches(scope, request);
		}
		default:
			return notDecidable(inner, UNKNOWN_CONTENT);
	}
}

/** The statements of an AND or OR; an unknown list counts as one unknown statement. */
export function partsOf(combined: Reading): readonly Reading[] {
	const statements = combined.read("statements");
	return statements.isUnknown ? [statements] : (statements as Reading<readonly unknown[]>).items;
}

/** The IP sets in this stack that a reference may refer to, and why further ones are undetermined. */
export function ipSetsOf(arn: Reading, { owner, graph }: Pick<WebhookRequest, "owner" | "graph">) {
	const { resources, state } = graph.follow(owner, arn, IpSet);
	return { sets: resources, open: state === "unknown" ? undetermined(arn) : undefined };
}

/** The addresses of an IP set, or why they are undetermined. */
export function addressesOf(set: ReturnType<typeof ipSetsOf>["sets"][number]): readonly string[] | Undetermined {
	const addresses = set.read("addresses");
	const unknown = addresses.isUnknown ? addresses : addresses.items.find((each) => each.isUnknown);
	return unknown ? undeterminedIn("IP set", set, unknown as Reading) : addresses.items.flatMap((each) => each.text ?? []);
}

function sourceMatches(arn: Reading, request: WebhookRequest): Answer {
	const { sets, open } = ipSetsOf(arn, request);
	if (open) return open;
	const addresses = sets.map(addressesOf);
	const unknown = addresses.find((each) => !Array.isArray(each)) as Undetermined | undefined;
	if (unknown) return unknown;
	const isEveryone = addresses.length > 0 && addresses.every((each) => coversEveryAddress(each as readonly string[]));
	return isEveryone || notDecidable(arn, UNKNOWN_SOURCE);
}

function fieldMatches(match: Reading, { paths }: WebhookRequest): Answer {
	const field = match.read("fieldToMatch");
	if (field.isUnknown) return undetermined(field);
	const test = pathTestOf(match);
	if (test) return pathMatches(test, paths);
	const text = match.read("searchString");
	const isMethod = !field.read("method").isAbsent && match.read("positionalConstraint").is("EXACTLY");
	if (isMethod && text.text !== undefined) return text.text.toUpperCase() === "POST";
	return undeterminedOr(text, UNKNOWN_CONTENT);
}

/** A test for a webhook path matches; any other test matches if it is true for all webhook paths. */
function pathMatches(test: PathTest, paths: readonly PathTest[]): Answer {
	if (test.text.isUnknown) return undetermined(test.text);
	if (test.constraint.isUnknown) return undetermined(test.constraint);
	if (paths.some((each) => each.text.text === test.text.text)) return true;
	const open = notDecidable(test.text, UNKNOWN_PATH);
	const answers = paths.map((path) => coversPath(test, path));
	const [first = open] = answers;
	return answers.every((each) => each === first) ? first : open;
}

/** Whether a path test covers a path; undefined if that cannot be derived from the two texts. */
function coversPath(test: PathTest, path: PathTest): boolean | undefined {
	const webhook = path.text.text?.toLowerCase() ?? "";
	const text = test.text.text?.toLowerCase() ?? "";
	if (!webhook.startsWith("/")) return undefined;
	// Of a regular expression only the literal prefix is certain, without its last character, which may be optional.
	const prefix = /^\^(\/[\w/-]*)/.exec(text)?.[1]?.slice(0, -1) ?? text;
	const isAnchored = text.startsWith("^/") || test.constraint.is("EXACTLY", "STARTS_WITH");
	if (test.constraint.is("STARTS_WITH") && webhook.startsWith(text)) return true;
	if (test.constraint.is("CONTAINS") && webhook.includes(text)) return true;
	return isAnchored && !webhook.startsWith(prefix) && !prefix.startsWith(webhook) ? false : undefined;
}

function undeterminedOr(reading: Reading, message: string): Undetermined {
	return reading.isUnknown ? undetermined(reading) : notDecidable(reading, message);
}
