import { type Answer, isUndetermined, some } from "../../engine/answer";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { allOf, fail, pass, undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { WebAcl, WebAclLogging } from "../../facts/resource-types";

/** Request headers with session cookies or tokens. */
const SENSITIVE_HEADERS = ["authorization", "cookie"] as const;

export const webAclLogsRedacted = stackRule({
	id: "web-acl-logs-redacted",
	title: "Web ACL logs redact tokens and session cookies",
	checklistItems: ["L73"],
	severity: "low",
	since: "1.0.0",
	resources: [WebAclLogging],
	why: "AWS WAF logs headers unredacted: anyone with access to the log can take over the sessions in it.",
	fix: 'Add { singleHeader: { name: "authorization" } } and { singleHeader: { name: "cookie" } } to redactedFields.',
	whenNotToUse: "The endpoints behind this web ACL use neither cookies nor tokens.",
	references: [
		{
			title: "AWS WAF, Developer Guide: Logging web ACL traffic",
			url: "https://docs.aws.amazon.com/waf/latest/developerguide/logging.html",
		},
		{
			title: "AWS WAF, Developer Guide: Data protection and logging",
			url: "https://docs.aws.amazon.com/waf/latest/developerguide/waf-data-protection-and-logging.html",
		},
	],

	check(logging, { graph }) {
		const fields = logging.read("redactedFields") as Reading;
		const headers = SENSITIVE_HEADERS.map((header) => ({ header, redacted: isRedacted(header, fields, logging, graph) }));
		const logged = headers.filter(({ redacted }) => redacted === false).map(({ header }) => header);
		const unknown = headers.map(({ redacted }) => redacted).filter(isUndetermined);
		return allOf([...(logged.length > 0 ? [failFor(logged, fields)] : []), ...unknown], pass());
	},
});

function failFor(headers: readonly string[], fields: Reading): Verdict {
	const entries = headers.map((header) => `{ singleHeader: { name: "${header}" } }`).join(" and ");
	return fail(
		fields.path,
		`logs the ${headers.join(" and ")} ${headers.length > 1 ? "headers" : "header"} unredacted`,
		`Add ${entries} to redactedFields.`,
	);
}

function isRedacted(header: string, fields: Reading, logging: Resource, graph: ResourceGraph): Answer {
	const all = fields as Reading<readonly unknown[]>;
	const names = (all.items as readonly Reading[]).map((each) => each.read("singleHeader").read("name"));
	if (names.some((name) => name.text?.toLowerCase() === header)) return true;
	const unknown = fields.isUnknown ? fields : names.find((name) => name.isUnknown);
	return unknown ? undetermined(unknown) : isProtectedByAcl(header, logging, graph);
}

/** The data protection of the web ACL applies to its log as well. */
function isProtectedByAcl(header: string, logging: Resource, graph: ResourceGraph): Answer {
	const arn = logging.inputs.read("resourceArn");
	const { resources, state } = graph.follow(logging, arn, WebAcl);
	const [acl] = resources;
	if (!acl) return state === "unknown" && undetermined(arn);
	const protections = acl.read("dataProtectionConfig").read("dataProtections");
	if (protections.isUnknown) return undeterminedIn("web ACL", acl, protections);
	return some((protections.items as readonly Reading[]).map((each) => covers(acl, each.read("field"), header)));
}

/** Whether a protected field includes a header; without keys it includes all of its type. */
function covers(acl: Resource, field: Reading, header: string): Answer {
	const type = field.read("fieldType");
	const keys = field.read("fieldKeys");
	const unknown = [type, ...keys.leaves].find((each) => each.isUnknown);
	if (type.is("SINGLE_HEADER") && keys.leaves.some((each) => each.text?.toLowerCase() === header)) return true;
	if (unknown) return undeterminedIn("web ACL", acl, unknown);
	return keys.leaves.length === 0 && (type.is("SINGLE_HEADER") || (header === "cookie" && type.is("SINGLE_COOKIE")));
}
