import { styleText } from "node:util";
import type { LineResult, LineVerdict } from "../checklist/settle";
import { oneLine, printable } from "../policies/engine/message";
import { isExcused } from "./build";
import type { Report, ReportedFinding } from "./model";

export interface TextOptions {
	/** True on a terminal. */
	readonly colour: boolean;
	/** Lists the lines that infrastructure says nothing of, too. */
	readonly all: boolean;
	/** The checklist's sections in order, with their titles. */
	readonly sections: readonly { readonly id: string; readonly title: string }[];
}

const MARKS: Readonly<Record<LineVerdict, string>> = { pass: "✓", fail: "✗", "not-applicable": "–", unknown: "?" };
const COLOURS = { pass: "green", fail: "red", "not-applicable": "gray", unknown: "yellow" } as const;
/** The worst first. */
const RANK = { critical: 0, high: 1, medium: 2, low: 3 } as const;
type Style = Parameters<typeof styleText>[0];

/** The report for people: by section in the checklist's order, with what to fix first at the end, where a terminal shows it. */
export function toText(report: Report, options: TextOptions): string {
	const paint = (style: Style, text: string) => (options.colour ? styleText(style, text, { validateStream: false }) : text);
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
	const lines = report.lines.filter((line) => line.section === section.id);
	const shown = lines.filter(
		(line) => options.all || line.settledBy !== null || findingsOf(line, report).length > 0 || isInfrastructure(line),
	);
	const rest = lines.length - shown.length;
	if (shown.length === 0) return "";
	const more = rest > 0 ? [paint("gray", `  … ${counted(rest, "line")} that infrastructure says nothing of`)] : [];
	return [paint("bold", section.title), ...shown.flatMap((line) => lineText(line, report, options, paint)), ...more].join("\n");
}

/** A line of which rules could say something. */
function isInfrastructure(line: LineResult): boolean {
	return !line.because.startsWith("no rule looks at this");
}

function lineText(line: LineResult, report: Report, options: TextOptions, paint: Paint): string[] {
	const mark = paint(COLOURS[line.verdict], MARKS[line.verdict]);
	const findings = findingsOf(line, report);
	const own = findings.filter((finding) => finding.lines.find((id) => findingsShownUnder(id, report)) === line.id);
	const elsewhere =
		findings.length > own.length
			? [
					paint(
						"gray",
						`       see also ${[...new Set(findings.filter((each) => !own.includes(each)).map((each) => `${each.rule} under ${each.lines[0]}`))].join(", ")}`,
					),
				]
			: [];
	return [
		`  ${mark} ${line.id.padEnd(4)}${line.text}`,
		...(own.some((finding) => finding.verdict === "fail") ? [] : [paint("gray", `       ${line.because}`)]),
		...alike(ordered(own, options.all)).flatMap((group) => groupText(group, report.stacks.length > 1, options.all, paint)),
		...elsewhere,
	];
}

function findingsShownUnder(id: string, report: Report): boolean {
	return report.lines.some((line) => line.id === id);
}

/** Failures first, the worst at the top, those of one rule together; unknowns are told by the line's own reason, and one by one only where all were asked for. */
function ordered(findings: readonly ReportedFinding[], all: boolean): readonly ReportedFinding[] {
	const failing = findings
		.filter((finding) => finding.verdict === "fail")
		.sort((a, b) => RANK[a.severity] - RANK[b.severity] || (a.rule < b.rule ? -1 : Number(a.rule > b.rule)));
	const others = findings.filter(
		(finding) => finding.verdict !== "fail" && (all || finding.because === "later" || finding.because === "hidden"),
	);
	return [...failing, ...others];
}

/** Findings of which one says what all say: the same of another resource. */
type Group = readonly [ReportedFinding, ...ReportedFinding[]];

/** As many resources as are named beside the first one. */
const FEW = 5;

/** Equal findings of one rule together, each group where its first finding is. */
function alike(findings: readonly ReportedFinding[]): readonly Group[] {
	const groups = new Map<string, [ReportedFinding, ...ReportedFinding[]]>();
	for (const finding of findings) {
		const { rule, verdict, severity, blocks, property, message, fix, name, exception } = finding;
		const said = message.split(`"${printable(name)}"`).join('""');
		const key = JSON.stringify([rule, verdict, severity, blocks, property, said, fix, exception?.source]);
		const group = groups.get(key);
		if (group) group.push(finding);
		else groups.set(key, [finding]);
	}
	return [...groups.values()];
}

function groupText([finding, ...others]: Group, isOneOfSeveral: boolean, all: boolean, paint: Paint): string[] {
	const what = `${finding.message}${finding.property ? ` (${finding.property})` : ""}`;
	const head = `${finding.rule} · ${finding.severity}${weight(finding)} · ${placeIn(finding, isOneOfSeveral)}`;
	const same = others.length > 0 ? [`         ${theSame(others, isOneOfSeveral, all)}`] : [];
	if (finding.verdict !== "fail")
		return [`       ${paint(COLOURS[finding.verdict], MARKS[finding.verdict])} ${head}`, `         ${what}`, ...same];
	const { exception } = finding;
	const excuse = exception
		? [
				`         ${exception.expired ? `its exception ran out on ${exception.expires}` : `excused until ${exception.expires} by ${exception.owner}: ${exception.reason}`} (${exception.source ?? "settings"})`,
			]
		: [];
	const colour = isExcused(finding) ? "gray" : finding.blocks ? "red" : "yellow";
	return [
		`       ${paint(colour, finding.blocks ? "✗" : "!")} ${head}`,
		`         ${what}`,
		...same,
		...excuse,
		...(finding.fix && !isExcused(finding) ? [`         Fix: ${finding.fix}`] : []),
	];
}

/** The other resources of which the same is true. */
function theSame(others: readonly ReportedFinding[], isOneOfSeveral: boolean, all: boolean): string {
	const named = all ? others : others.slice(0, FEW);
	const more = others.length - named.length;
	const list = named.map((each) => `"${printable(each.name)}" (${placeIn(each, isOneOfSeveral)})`).join(", ");
	return `The same of ${list}${more > 0 ? ` and ${more} more (--all names them)` : ""}.`;
}

function placeIn(finding: ReportedFinding, isOneOfSeveral: boolean): string {
	const stack = [finding.stack.project, finding.stack.stack].filter(Boolean).join("/");
	return `${placeOf(finding)}${isOneOfSeveral && stack !== "" ? ` · ${stack}` : ""}`;
}

function placeOf({ location, stack }: ReportedFinding): string {
	if (!location) return oneLine(stack.path);
	return oneLine(
		stack.kind === "program" ? `${location.file}:${location.line}` : `${stack.path}, made in ${location.file}:${location.line}`,
	);
}

function weight(finding: ReportedFinding): string {
	if (finding.verdict !== "fail") return "";
	return finding.blocks ? ", blocks" : isExcused(finding) ? ", excused" : ", advice";
}

function coverageText({ coverage, notices, switchedOff }: Report): string {
	const types = coverage.notUnderstood.map(({ type, count }) => (count === 1 ? type : `${type} (${count})`));
	const others = coverage.otherProviders.map(({ provider, count }) => `${provider} (${count})`);
	const opaque = coverage.opaque.map(({ type, name }) => `${type} "${name}"`);
	const lines = [
		`Looked at ${coverage.examined} of ${counted(coverage.resources, "resource")}.`,
		...(types.length > 0 ? [`No rule understands: ${types.join(", ")}.`] : []),
		...(others.length > 0 ? [`Of other providers, which no rule understands: ${others.join(", ")}.`] : []),
		...(opaque.length > 0 ? [`Not visible here, made by a plugin: ${opaque.join(", ")}.`] : []),
		...coverage.excluded.map(
			({ path, project, stack, reason, source }) =>
				`Excluded: ${[project, stack].filter(Boolean).join("/") || path} (${source}): ${reason}.`,
		),
		...coverage.gaps,
		...(switchedOff.length > 0 ? [`Switched off: ${switchedOff.join(", ")}.`] : []),
		...notices,
	];
	return lines.map(oneLine).join("\n");
}

function footer(report: Report, paint: Paint): string {
	const { summary } = report;
	const first = firstToFix(report);
	const findings = `${summary.blocking} block, ${summary.advisory} advise, ${summary.excused} excused, ${summary.unknown} undecided${summary.unknown > 0 ? " (--all lists them)" : ""}`;
	const lines = `${summary.lines.pass} pass, ${summary.lines.fail} fail, ${summary.lines["not-applicable"]} do not apply, ${summary.lines.unknown} open`;
	const strict = report.strict?.failing
		? paint(
				"red",
				`${counted(report.strict.failing, "undetermined finding")} of severity ${report.strict.severity} or worse: the check fails (--fail-on).`,
			)
		: "";
	return [
		`Findings: ${findings}.`,
		`Lines: ${lines} of ${report.lines.length}.`,
		strict,
		...(first
			? [paint("bold", `Fix first: ${first.message} (${placeOf(first)}).`), `  ${first.fix}`, `  ${first.docs}`]
			: [conclusion(report, paint)]),
	]
		.filter(Boolean)
		.join("\n");
}

/** Nothing blocks, as far as was seen. */
function conclusion({ coverage }: Report, paint: Paint): string {
	const hidden = coverage.opaque.length;
	if (coverage.examined === 0 && hidden === 0) return paint("yellow", "Nothing was examined.");
	if (hidden === 0) return paint("green", "Nothing here blocks an update.");
	return paint(
		"yellow",
		`Nothing that was seen blocks an update; ${counted(hidden, "component")} ${hidden === 1 ? "hides its" : "hide their"} resources.`,
	);
}

/** The blocking finding of the worst severity; among equals the one whose line comes first in the checklist. */
function firstToFix(report: Report): ReportedFinding | undefined {
	const order = new Map(report.lines.map((line, index) => [line.id, index]));
	const position = (finding: ReportedFinding) => Math.min(...finding.lines.map((id) => order.get(id) ?? report.lines.length));
	return report.findings
		.filter((finding) => finding.blocks)
		.sort((a, b) => RANK[a.severity] - RANK[b.severity] || position(a) - position(b))[0];
}

function findingsOf(line: LineResult, report: Report): readonly ReportedFinding[] {
	return report.findings.filter((finding) => finding.lines.includes(line.id));
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
