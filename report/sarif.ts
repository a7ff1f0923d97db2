import { createHash } from "node:crypto";
import { isAbsolute, join, relative } from "node:path";
import type { Log, Notification, ReportingDescriptor, Result } from "sarif";
import { shortMessage } from "../policies/engine/message";
import { isSuppressed } from "./build";
import type { Report, ReportedFinding, ReportedInternalError, RuleDescription } from "./model";

/** GitHub derives an alert's severity from this number: critical from 9.0, high from 7.0, medium from 4.0 (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning). */
const SECURITY_SEVERITY = { critical: "9.5", high: "8.0", medium: "5.5", low: "3.0" } as const;

/** The report as SARIF 2.1.0: failing findings are results; undetermined findings, notices and internal errors are
 * notifications of the run. */
export function toSarif(report: Report, rules: readonly RuleDescription[]): string {
	const failing = report.findings.filter((finding) => finding.verdict === "fail");
	const indexOf = new Map(rules.map((rule, index) => [rule.id, index]));
	const log: Log = {
		version: "2.1.0",
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		runs: [
			{
				tool: { driver: { name: report.tool.name, semanticVersion: report.tool.version, rules: rules.map(descriptor) } },
				invocations: [
					{
						executionSuccessful: report.internalErrors.length === 0,
						toolExecutionNotifications: [
							...report.internalErrors.map((error) => internalError(error, indexOf.get(error.rule) ?? -1)),
							...[
								...report.notices,
								...report.coverage.excluded.map(({ path, source, reason }) => `${path} is excluded (${source}): ${reason}`),
								...report.findings
									.filter(({ verdict, reason }) => verdict === "undetermined" && reason !== "internal-error")
									.map((each) => `${each.rule}: ${shortMessage(each)}`),
							].map((text): Notification => ({ level: "note", message: { text } })),
						],
					},
				],
				results: failing.map((finding) => result(finding, indexOf.get(finding.rule) ?? -1)),
				columnKind: "utf16CodeUnits",
			},
		],
	};
	return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(rule: RuleDescription): ReportingDescriptor {
	return {
		id: rule.id,
		name: rule.id,
		shortDescription: { text: rule.title },
		fullDescription: { text: rule.why },
		help: { text: `${rule.why}\n\nFix: ${rule.fix}` },
		helpUri: rule.docs,
		properties: { "security-severity": SECURITY_SEVERITY[rule.severity], tags: ["security", rule.category, ...rule.checklistItems] },
	};
}

function internalError({ rule, urn, message, stack }: ReportedInternalError, index: number): Notification {
	return {
		level: "error",
		message: { text: message },
		associatedRule: { id: rule, index },
		locations: [{ logicalLocations: [{ fullyQualifiedName: urn, kind: "resource" }] }],
		...(stack ? { properties: { stack } } : {}),
	};
}

function result(finding: ReportedFinding, ruleIndex: number): Result {
	const where = finding.property ? ` (${finding.property})` : "";
	return {
		ruleId: finding.rule,
		ruleIndex,
		level: finding.blocks ? "error" : finding.severity === "low" ? "note" : "warning",
		message: { text: `${shortMessage(finding)}${where}. Fix: ${finding.fix}` },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: uriOf(finding) },
					...(finding.location
						? { region: { startLine: finding.location.line, ...(finding.location.column ? { startColumn: finding.location.column } : {}) } }
						: {}),
				},
				logicalLocations: [{ name: finding.name, fullyQualifiedName: finding.urn, kind: "resource" }],
			},
		],
		partialFingerprints: {
			"finding/v1": createHash("sha256").update(`${finding.rule} ${finding.urn} ${finding.property} ${finding.message}`).digest("hex"),
		},
		...(finding.exception && isSuppressed(finding)
			? {
					suppressions: [
						{ kind: "external", status: "accepted", justification: `${finding.exception.reason} (${finding.exception.owner})` },
					],
				}
			: {}),
		properties: { lines: finding.checklistItems, profile: finding.stack.profile },
	};
}

/** The source file relative to the working directory; if it is unknown, the checked file or the project file. */
function uriOf({ location, stack }: ReportedFinding): string {
	const file = location?.file ?? (stack.kind === "program" ? join(stack.path, "Pulumi.yaml") : stack.path);
	return encodeURI((isAbsolute(file) ? relative(process.cwd(), file) : file).replaceAll("\\", "/"));
}
