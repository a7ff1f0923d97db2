import { styleText } from "node:util";
import type { ItemResult, ItemStatus } from "../checklist/evaluate-items";
import type { Finding } from "../policies/engine/finding";
import { groupBy } from "../policies/engine/group-by";
import { counted, shortMessage, shortName } from "../policies/engine/message";
import { isSuppressed } from "./build";
import type { Report, ReportedFinding } from "./model";

export interface TextOptions {
	/** True for a terminal with colors. */
	readonly color: boolean;
	/** Includes the items that infrastructure rules do not cover. */
	readonly all: boolean;
	/** The sections of the checklist, in order. */
	readonly sections: readonly { readonly id: string; readonly title: string }[];
}

type Style = Parameters<typeof styleText>[0];
type Mark = readonly [symbol: string, color: Style];

const ITEM_MARKS: Readonly<Record<ItemStatus, Mark>> = {
	ready: ["✓", "green"],
	"not-ready": ["✗", "red"],
	accepted: ["○", "gray"],
	"not-applicable": ["–", "gray"],
	open: ["?", "yellow"],
};
const FINDING_MARKS: Readonly<Record<Exclude<Finding["verdict"], "fail">, Mark>> = {
	pass: ["✓", "green"],
	"not-applicable": ["–", "gray"],
	undetermined: ["?", "yellow"],
};
/** The most severe first. */
const RANK = { critical: 0, high: 1, medium: 2, low: 3 } as const;

/** The report, whose texts are safe to print, for a terminal: by section of the checklist, with a summary and the first thing to fix at the end. */
export function toText(report: Report, options: TextOptions): string {
	const paint = (style: Style, text: string) => (options.color ? styleText(style, text, { validateStream: false }) : text);
	const sections = options.sections.map((section) => sectionText(section, report, options, paint)).filter((text) => text !== "");
	return `${[header(report, paint), ...sections, coverageText(report), footer(report, paint)].filter(Boolean).join("\n\n")}\n`;
}

type Paint = (style: Style, text: string) => string;

function header(report: Report, paint: Paint): string {
	const stacks = report.stacks.map((each) => {
		const name = [each.project, each.stack].filter(Boolean).join("/");
		return `${each.path} (${[each.kind, name].filter(Boolean).join(" ")}) · profile ${each.profile} (${each.profileFrom}) · ${each.settings ?? "no readiness.yaml"}`;
	});
	return [paint("bold", `${report.tool.name} ${report.tool.version}`), ...stacks].join("\n");
}

function sectionText(section: { id: string; title: string }, report: Report, options: TextOptions, paint: Paint): string {
	const items = report.items.filter((item) => item.section === section.id);
	const shown = items.filter(
		(item) => options.all || item.decidedBy !== null || item.coveredByRules || findingsOf(item, report).length > 0,
	);
	if (shown.length === 0) return "";
	const hidden = items.length - shown.length;
	const more = hidden > 0 ? [paint("gray", `  … ${counted(hidden, "item")} not covered by infrastructure rules (--all)`)] : [];
	return [paint("bold", section.title), ...shown.flatMap((item) => itemText(item, report, options, paint)), ...more].join("\n");
}

function itemText(item: ItemResult, report: Report, options: TextOptions, paint: Paint): string[] {
	const [symbol, color] = ITEM_MARKS[item.status];
	const findings = findingsOf(item, report);
	const own = findings.filter((finding) => shownUnder(finding, report) === item.id);
	const others = new Set(findings.filter((each) => !own.includes(each)).map((each) => `${each.rule} under ${each.checklistItems[0]}`));
	const elsewhere = others.size > 0 ? [paint("gray", `       see also ${[...others].join(", ")}`)] : [];
	return [
		`  ${paint(color, symbol)} ${item.id.padEnd(4)}${item.title}`,
		...(own.some((finding) => finding.verdict === "fail") ? [] : [paint("gray", `       ${item.reason}`)]),
		...grouped(ordered(own, options.all)).flatMap((group) => groupText(group, report.stacks.length > 1, options.all, paint)),
		...elsewhere,
	];
}

/** Reasons for which undetermined findings are listed. */
const LISTED_REASONS: ReadonlySet<string> = new Set(["known-after-deployment", "secret", "internal-error"]);

/** A finding of several items appears once, under the first of them. */
function shownUnder(finding: ReportedFinding, report: Report): string | undefined {
	return finding.checklistItems.find((id) => report.items.some((item) => item.id === id));
}

/**
 * Failures first, by severity and rule. The item's reason summarizes undetermined findings; they are listed only if deployment
 * or the secrets' key would decide them, after an internal error, or with `--all`.
 */
function ordered(findings: readonly ReportedFinding[], all: boolean): readonly ReportedFinding[] {
	const failing = findings
		.filter((finding) => finding.verdict === "fail")
		.sort((a, b) => RANK[a.severity] - RANK[b.severity] || (a.rule < b.rule ? -1 : Number(a.rule > b.rule)));
	const others = findings.filter(({ verdict, reason }) => verdict !== "fail" && (all || LISTED_REASONS.has(reason ?? "")));
	return [...failing, ...others];
}

/** The number of further resources that are listed with a finding. */
const MOST_LISTED = 5;

/** Findings that differ only in the resource, each group in the place of its first finding. */
function grouped(findings: readonly ReportedFinding[]): readonly (readonly ReportedFinding[])[] {
	const groups = groupBy(findings, ({ rule, verdict, severity, blocks, property, message, fix, name, exception }) => {
		const withoutName = message.split(`"${name}"`).join('""');
		return JSON.stringify([rule, verdict, severity, blocks, property, withoutName, fix, exception?.source]);
	});
	return [...groups.values()];
}

function groupText([finding, ...others]: readonly ReportedFinding[], isOneOfSeveral: boolean, all: boolean, paint: Paint): string[] {
	if (!finding) return [];
	const message = `${shortMessage(finding)}${finding.property ? ` (${finding.property})` : ""}`;
	const head = `${finding.rule} · ${finding.severity}${effect(finding)} · ${locationIn(finding, isOneOfSeveral)}`;
	const same = others.length > 0 ? [`         ${alsoAppliesTo(others, isOneOfSeveral, all)}`] : [];
	if (finding.verdict !== "fail") {
		const [symbol, color] = FINDING_MARKS[finding.verdict];
		return [`       ${paint(color, symbol)} ${head}`, `         ${message}`, ...same];
	}
	const color = isSuppressed(finding) ? "gray" : finding.blocks ? "red" : "yellow";
	return [
		`       ${paint(color, finding.blocks ? "✗" : "!")} ${head}`,
		`         ${message}`,
		...same,
		...exceptionText(finding),
		...(finding.fix && !isSuppressed(finding) ? [`         Fix: ${finding.fix}`] : []),
	];
}

function exceptionText({ exception }: ReportedFinding): string[] {
	if (!exception) return [];
	const { expired, expires, owner, reason, source } = exception;
	const text = expired ? `its exception expired on ${expires}` : `suppressed until ${expires} by ${owner}: ${reason}`;
	return [`         ${text} (${source ?? "settings"})`];
}

/** The other resources with the same finding. */
function alsoAppliesTo(others: readonly ReportedFinding[], isOneOfSeveral: boolean, all: boolean): string {
	const listed = all ? others : others.slice(0, MOST_LISTED);
	const more = others.length - listed.length;
	const list = listed.map((each) => `"${shortName(each.name)}" (${locationIn(each, isOneOfSeveral)})`).join(", ");
	return `Also applies to ${list}${more > 0 ? ` and ${more} more (--all lists them)` : ""}.`;
}

function locationIn(finding: ReportedFinding, isOneOfSeveral: boolean): string {
	const stack = [finding.stack.project, finding.stack.stack].filter(Boolean).join("/");
	return `${locationOf(finding)}${isOneOfSeveral && stack !== "" ? ` · ${stack}` : ""}`;
}

function locationOf({ location, stack }: ReportedFinding): string {
	if (!location) return stack.path;
	const line = `${location.file}:${location.line}`;
	return stack.kind === "program" ? line : `${stack.path}, defined at ${line}`;
}

function effect(finding: ReportedFinding): string {
	if (finding.verdict !== "fail") return "";
	return finding.blocks ? ", blocking" : isSuppressed(finding) ? ", suppressed" : ", advisory";
}

function coverageText({ coverage, notices, disabledRules }: Report): string {
	const types = coverage.uncoveredTypes.map(({ type, count }) => (count === 1 ? type : `${type} (${count})`));
	const others = coverage.otherProviders.map(({ provider, count }) => `${provider} (${count})`);
	const components = coverage.remoteComponents.map(({ type, name }) => `${type} "${name}"`);
	const lines = [
		`Evaluated ${coverage.evaluated} of ${counted(coverage.resources, "resource")}.`,
		...(types.length > 0 ? [`Resource types not covered by any rule: ${types.join(", ")}.`] : []),
		...(others.length > 0 ? [`Resources of other providers, not covered by any rule: ${others.join(", ")}.`] : []),
		...(components.length > 0 ? [`Remote components whose resources are not visible here: ${components.join(", ")}.`] : []),
		...coverage.excluded.map(
			({ path, project, stack, reason, source }) =>
				`Excluded: ${[project, stack].filter(Boolean).join("/") || path} (${source}): ${reason}.`,
		),
		...coverage.limitations,
		...(disabledRules.length > 0 ? [`Disabled rules: ${disabledRules.join(", ")}.`] : []),
		...notices,
	];
	return lines.join("\n");
}

function footer(report: Report, paint: Paint): string {
	const { summary } = report;
	const first = firstToFix(report);
	const findings = `${summary.blocking} blocking, ${summary.advisory} advisory, ${summary.suppressed} suppressed, ${summary.undetermined} undetermined${summary.undetermined > 0 ? " (--all lists them)" : ""}`;
	const { items } = summary;
	const checklist = `${items.ready} ready, ${items["not-ready"]} not ready, ${items.accepted} accepted, ${items["not-applicable"]} not applicable, ${items.open} open`;
	const failOn = report.failOn?.failing
		? paint(
				"red",
				`Failed: ${counted(report.failOn.failing, "undetermined finding")} of severity ${report.failOn.severity} or higher (--fail-on).`,
			)
		: "";
	return [
		`Findings: ${findings}.`,
		`Checklist: ${checklist} (${report.items.length} total).`,
		failOn,
		internalErrorText(report, paint),
		...(first
			? [paint("bold", `Fix first: ${shortMessage(first)} (${locationOf(first)}).`), `  ${first.fix}`, `  ${first.docs}`]
			: [conclusion(report, paint)]),
	]
		.filter(Boolean)
		.join("\n");
}

function internalErrorText({ internalErrors }: Report, paint: Paint): string {
	if (internalErrors.length === 0) return "";
	const rules = [...new Set(internalErrors.map(({ rule }) => rule))];
	return paint("red", `Incomplete: ${counted(internalErrors.length, "internal error")} in ${rules.join(", ")}. Please report it.`);
}

/** The last line of a report without blocking findings. */
function conclusion({ coverage, internalErrors }: Report, paint: Paint): string {
	const hidden = coverage.remoteComponents.length;
	if (coverage.evaluated === 0 && hidden === 0) return paint("yellow", "No resources were evaluated.");
	if (internalErrors.length > 0) return paint("yellow", "No blocking findings of the other rules.");
	if (hidden === 0) return paint("green", "No blocking findings.");
	return paint("yellow", `No blocking findings in the visible resources; those of ${counted(hidden, "remote component")} are not visible.`);
}

/** The blocking finding of the highest severity whose checklist item comes first. */
function firstToFix(report: Report): ReportedFinding | undefined {
	const order = new Map(report.items.map((item, index) => [item.id, index]));
	const position = (finding: ReportedFinding) => Math.min(...finding.checklistItems.map((id) => order.get(id) ?? report.items.length));
	return report.findings
		.filter((finding) => finding.blocks)
		.sort((a, b) => RANK[a.severity] - RANK[b.severity] || position(a) - position(b))[0];
}

function findingsOf(item: ItemResult, report: Report): readonly ReportedFinding[] {
	return report.findings.filter((finding) => finding.checklistItems.includes(item.id));
}
