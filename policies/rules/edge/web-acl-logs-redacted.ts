import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { allOf, fail, pass, type Undetermined, undetermined, undeterminedIn, type Verdict } from "../../engine/verdict";
import { WebAcl, WebAclLogging } from "../../facts/resource-types";

/** The headers that hold a session or a token. */
const SECRET_HEADERS = ["authorization", "cookie"] as const;

export const webAclLogsRedacted = stackRule({
	id: "web-acl-logs-redacted",
	title: "A web ACL keeps tokens and session cookies out of its log",
	checklistItems: ["L73"],
	severity: "low",
	since: "1.0.0",
	resources: [WebAclLogging],
	why: "AWS WAF logs headers as they come: whoever reads the log could take over the sessions in it.",
	fix: 'Add { singleHeader: { name: "authorization" } } and { singleHeader: { name: "cookie" } } to redactedFields.',
	whenNotToUse: "What this web ACL protects takes neither cookies nor tokens.",
	references: ["AWS WAF, Developer Guide: Logging web ACL traffic", "AWS WAF, Developer Guide: Data protection and logging"],

	check(logging, { graph }) {
		const fields = logging.read("redactedFields") as Reading;
		const headers = SECRET_HEADERS.map((header) => ({ header, kept: keptOut(header, fields, logging, graph) }));
		const logged = headers.filter(({ kept }) => kept === false).map(({ header }) => header);
		const hidden = headers.flatMap(({ kept }) => (typeof kept === "object" ? kept : []));
		return allOf([...(logged.length > 0 ? [logs(logged, fields)] : []), ...hidden.slice(0, 1)], pass());
	},
});

function logs(headers: readonly string[], fields: Reading): Verdict {
	const entries = headers.map((header) => `{ singleHeader: { name: "${header}" } }`).join(" and ");
	return fail(
		fields.path,
		`logs the ${headers.join(" and ")} ${headers.length > 1 ? "headers as they come" : "header as it comes"}`,
		`Add ${entries} to redactedFields.`,
	);
}

/** Whether a header stays out of the log, or why that cannot be told. */
function keptOut(header: string, fields: Reading, logging: Resource, graph: ResourceGraph): boolean | Undetermined {
	const all = fields as Reading<readonly unknown[]>;
	const names = (all.items as readonly Reading[]).map((each) => each.read("singleHeader").read("name"));
	if (names.some((name) => name.text?.toLowerCase() === header)) return true;
	const hidden = fields.isUnknown ? fields : names.find((name) => name.isUnknown);
	if (hidden) return undetermined(hidden);
	return protectedByAcl(header, logging, graph);
}

/** Data protection of the web ACL itself reaches its log as well. */
function protectedByAcl(header: string, logging: Resource, graph: ResourceGraph): boolean | Undetermined {
	const arn = logging.inputs.read("resourceArn");
	const { resources, state } = graph.follow(logging, arn, WebAcl);
	const [acl] = resources;
	if (!acl) return state === "unknown" && undetermined(arn);
	const protections = acl.read("dataProtectionConfig").read("dataProtections");
	if (protections.isUnknown) return undeterminedIn("web ACL", acl, protections);
	const covers = (protections.items as readonly Reading[]).map((each) => covered(each.read("field"), header));
	if (covers.includes(true)) return true;
	const hidden = covers.find((each) => typeof each === "object");
	return typeof hidden === "object" && undeterminedIn("web ACL", acl, hidden);
}

/** Whether a protected field holds a header; without keys it holds every one of its type. */
function covered(field: Reading, header: string): boolean | Reading {
	const type = field.read("fieldType");
	const keys = field.read("fieldKeys");
	const hidden = [type, keys, ...keys.leaves].find((each) => each.isUnknown);
	if (type.is("SINGLE_HEADER") && keys.leaves.some((each) => each.text?.toLowerCase() === header)) return true;
	if (hidden) return hidden;
	return keys.isAbsent || keys.leaves.length === 0 ? type.is("SINGLE_HEADER") || (header === "cookie" && type.is("SINGLE_COOKIE")) : false;
}
