import { dirname, relative } from "node:path";
import { FEATURES, type Feature, type Features } from "../checklist/features";
import { settle } from "../checklist/settle";
import { Evaluator } from "../policies/engine/evaluate";
import type { Exception } from "../policies/engine/exception";
import type { Finding } from "../policies/engine/finding";
import { hiddenDocuments } from "../policies/engine/hidden-documents";
import { leftToOthers } from "../policies/engine/left-to-others";
import type { Rule, Severity } from "../policies/engine/rule";
import { rootOf, STACK_TYPE } from "../policies/engine/urn";
import * as notUnderstood from "../policies/facts/not-understood";
import { rules } from "../policies/rules";
import { projectsIn } from "../policies/sources/program/project/projects-below";
import { buildReport } from "../report/build";
import type { CheckedStack, Coverage, Report } from "../report/model";
import { evaluationOf, today } from "../settings/evaluation";
import { wideExceptions } from "../settings/exceptions";
import { coverageOf, unseenIn } from "./coverage";
import { doubtOf } from "./doubt";
import { joinedGraph, type ReadStack } from "./joined";
import { Stacks } from "./stacks";
import { openTargets, type TargetOptions } from "./target";
import { VERSION } from "./version";

/** One stack, looked at. */
export interface Checked extends ReadStack {
	readonly findings: readonly Finding[];
	/** The exceptions that matched nothing. */
	readonly unused: readonly Exception[];
}

export interface CheckOptions extends TargetOptions {
	/** Lists passes and what does not apply, too. */
	readonly all?: boolean;
	/** The least severity of an undetermined finding that counts as a failure; none does where absent. */
	readonly failOn?: Severity;
}

/** Checks every path and says what was found of all of them together. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<Report> {
	const opened = openTargets(paths, options);
	const targets = opened.filter(({ settings }) => !settings.excluded);
	const stacks = new Stacks(opened);
	const read: ReadStack[] = [];
	for (const target of targets) read.push({ target, description: await stacks.describe(target) });
	const checked = read.map((each) => checkOne(each, read));
	const findings = checked.flatMap((each) => each.findings);
	const isOff = (rule: Rule) => targets.some(({ settings }) => settings.levelOf(rule).value === "disabled");
	const coverage = { ...coverageOf(checked), excluded: opened.flatMap(excludedIn) };
	return buildReport({
		version: VERSION,
		stacks: checked.map((each) => ({ stack: stackOf(each), findings: each.findings })),
		lines: settle({
			findings,
			rules: rules.map((rule) => ({ id: rule.id, lines: rule.lines, off: isOff(rule) })),
			features: agreedFeatures(targets),
			unseen: (line) => unseenIn(coverage, line),
		}),
		coverage,
		notices: [
			...targets.flatMap(({ choice }) => choice ?? []),
			...new Set(targets.flatMap(({ settings }) => (settings.override ? [`${settings.override}.`] : []))),
			...new Set(targets.flatMap(({ settings }) => wideExceptions(settings.exceptions, rules, today()).map((each) => `${each}.`))),
			...checked.flatMap(({ description }) => description.notices ?? []),
			...checked.flatMap(documentNotice),
			...checked.flatMap(splitNotice),
			...uselessIn(checked),
		],
		switchedOff: rules.filter(isOff).map((rule) => rule.id),
		all: options.all ?? false,
		...(options.failOn ? { failOn: options.failOn } : {}),
	});
}

function checkOne(stack: ReadStack, all: readonly ReadStack[]): Checked {
	const { target, description } = stack;
	const doubt = doubtOf(description, projectsBeside(target, all));
	const evaluation = { ...evaluationOf(target.settings, rules, today()), doubt, notUnderstood };
	const [first] = description.resources;
	const root = first ? rootOf(first.urn) : { urn: "", type: STACK_TYPE, name: target.name?.stack ?? "" };
	const own = new Set(description.resources);
	const findings = new Evaluator(evaluation).everything(joinedGraph(stack, all), root, ({ data }) => own.has(data));
	return { ...stack, findings, unused: evaluation.exceptions.unused };
}

/** Folders of other projects beside a program's, as the user would name them, without those that are checked as well. */
function projectsBeside({ path, project }: ReadStack["target"], all: readonly ReadStack[]): readonly string[] {
	if (!project) return [];
	const given = new Set(all.map(({ target }) => target.project?.folder));
	return projectsIn(dirname(project.folder))
		.filter((folder) => !given.has(folder))
		.map((folder) => relative(process.cwd(), folder) || path);
}

/** What all stacks say of the features: one that some stack uses, or of which one says nothing, is not switched off. */
function agreedFeatures(targets: readonly ReadStack["target"][]): Features {
	const agreed: Partial<Record<Feature, boolean>> = {};
	for (const name of Object.keys(FEATURES) as Feature[]) {
		const said = targets.map(({ settings }) => settings.features[name]);
		if (said.includes(true)) agreed[name] = true;
		else if (said.length > 0 && said.every((each) => each === false)) agreed[name] = false;
	}
	return agreed;
}

/** What a preview does not show, and a run of its program with predicted outputs would. */
function documentNotice({ description, findings }: Checked): readonly string[] {
	const documents = description.kind === "preview" ? hiddenDocuments(findings) : [];
	if (documents.length === 0) return [];
	return [`${description.path}: ${documents.join(", ")} unknown as a whole; a check of the program itself decides what it holds.`];
}

/** A stack that the settings exclude, and why. */
function excludedIn({ path, name, settings: { excluded } }: ReadStack["target"]): Coverage["excluded"] {
	return excluded
		? [{ path, project: name?.project ?? null, stack: name?.stack ?? null, reason: excluded.value, source: excluded.from }]
		: [];
}

/** What would fail if another stack has what it most likely has. */
function splitNotice({ description, findings }: Checked): readonly string[] {
	const left = leftToOthers(findings);
	return left === undefined ? [] : [`${description.path}: ${left}.`];
}

/** As many useless exceptions as are named one by one. */
const FEW = 10;

/** Exceptions that excuse nothing in any of the stacks that share their file. */
function uselessIn(checked: readonly Checked[]): readonly string[] {
	// Stacks that share a file have exceptions of their own; several may stand on one line.
	const keyOf = ({ source, rule, resource }: Exception) => `${source} ${rule} ${resource}`;
	const unused = new Set(checked.flatMap((each) => each.unused));
	const used = new Set(checked.flatMap(({ target }) => target.settings.exceptions.filter((each) => !unused.has(each)).map(keyOf)));
	const useless = new Map([...unused].map((each) => [keyOf(each), each] as const).filter(([key]) => !used.has(key)));
	const named = [...useless.values()].slice(0, FEW);
	const more = useless.size - named.length;
	return [
		...named.map((each) => `${each.source}: the exception from ${each.rule} for "${each.resource}" excuses nothing here.`),
		...(more > 0 ? [`${more} more exceptions excuse nothing here.`] : []),
	];
}

function stackOf({ target, description }: Checked): CheckedStack {
	return {
		path: target.path,
		kind: description.kind,
		project: description.project ?? null,
		stack: description.stack ?? null,
		profile: target.settings.profile.value,
		profileFrom: target.settings.profile.from,
		settings: target.settings.file ? relative(process.cwd(), target.settings.file) : null,
	};
}
