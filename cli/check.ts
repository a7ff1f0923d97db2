import { dirname, relative } from "node:path";
import { evaluateItems } from "../checklist/evaluate-items";
import { FEATURES, type Feature, type Features } from "../checklist/features";
import { Evaluator } from "../policies/engine/evaluate";
import type { Exception } from "../policies/engine/exception";
import type { Finding } from "../policies/engine/finding";
import { otherStackFailures } from "../policies/engine/other-stack-failures";
import type { Rule } from "../policies/engine/rule";
import type { Severity } from "../policies/engine/severity";
import { unknownDocuments } from "../policies/engine/unknown-documents";
import { rootOf, STACK_TYPE } from "../policies/engine/urn";
import * as uncoveredTypes from "../policies/facts/uncovered-types";
import { rules } from "../policies/rules";
import { projectsIn } from "../policies/sources/program/project/projects-below";
import { buildReport } from "../report/build";
import type { CheckedStack, Coverage, Report } from "../report/model";
import { evaluationOf, today } from "../settings/evaluation";
import { broadExceptions } from "../settings/exceptions";
import { coverageOf, limitationOf } from "./coverage";
import { joinedGraph, type ReadStack } from "./joined";
import { Stacks } from "./stacks";
import { openTargets, type TargetOptions } from "./target";
import { uncertaintyOf } from "./uncertainty";
import { VERSION } from "./version";

/** A checked stack. */
export interface Checked extends ReadStack {
	readonly findings: readonly Finding[];
	/** The exceptions that matched no finding. */
	readonly unused: readonly Exception[];
}

export interface CheckOptions extends TargetOptions {
	/** Includes findings that pass or are not applicable. */
	readonly all?: boolean;
	/** The lowest severity at which an undetermined finding counts as a failure; absent if none does. */
	readonly failOn?: Severity;
}

/** Checks all paths and reports on them together. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<Report> {
	const opened = openTargets(paths, options);
	const targets = opened.filter(({ settings }) => !settings.excluded);
	const stacks = new Stacks(opened);
	const read: ReadStack[] = [];
	for (const target of targets) read.push({ target, description: await stacks.describe(target) });
	const checked = read.map((each) => checkOne(each, read));
	const findings = checked.flatMap((each) => each.findings);
	const isDisabled = (rule: Rule) => targets.some(({ settings }) => settings.levelOf(rule).value === "disabled");
	const coverage = { ...coverageOf(checked), excluded: opened.flatMap(excludedIn) };
	return buildReport({
		version: VERSION,
		stacks: checked.map((each) => ({ stack: stackOf(each), findings: each.findings })),
		items: evaluateItems({
			findings,
			rules: rules.map((rule) => ({ id: rule.id, checklistItems: rule.checklistItems, disabled: isDisabled(rule) })),
			features: agreedFeatures(targets),
			limitationOf: (id) => limitationOf(coverage, id),
		}),
		coverage,
		notices: [
			...targets.flatMap(({ choice }) => choice ?? []),
			...new Set(targets.flatMap(({ settings }) => (settings.override ? [`${settings.override}.`] : []))),
			...new Set(targets.flatMap(({ settings }) => broadExceptions(settings.exceptions, rules, today()).map((each) => `${each}.`))),
			...checked.flatMap(({ description }) => description.notices ?? []),
			...checked.flatMap(documentNotice),
			...checked.flatMap(splitNotice),
			...unusedExceptions(checked),
		],
		disabledRules: rules.filter(isDisabled).map((rule) => rule.id),
		debug: options.debug ?? false,
		all: options.all ?? false,
		...(options.failOn ? { failOn: options.failOn } : {}),
	});
}

function checkOne(stack: ReadStack, all: readonly ReadStack[]): Checked {
	const { target, description } = stack;
	const uncertainty = uncertaintyOf(description, siblingProjects(target, all));
	const evaluation = { ...evaluationOf(target.settings, rules, today()), uncertaintyOf: uncertainty, uncoveredTypes };
	const [first] = description.resources;
	const root = first ? rootOf(first.urn) : { urn: "", type: STACK_TYPE, name: target.name?.stack ?? "" };
	const own = new Set(description.resources);
	const findings = new Evaluator(evaluation).all(joinedGraph(stack, all), root, ({ data }) => own.has(data));
	return { ...stack, findings, unused: evaluation.exceptions.unused };
}

/** Folders of sibling projects, relative to the working directory, without those that are checked as well. */
function siblingProjects({ path, project }: ReadStack["target"], all: readonly ReadStack[]): readonly string[] {
	if (!project) return [];
	const given = new Set(all.map(({ target }) => target.project?.folder));
	return projectsIn(dirname(project.folder))
		.filter((folder) => !given.has(folder))
		.map((folder) => relative(process.cwd(), folder) || path);
}

/** The features of all stacks: a feature is switched off only if every stack declares it unused. */
function agreedFeatures(targets: readonly ReadStack["target"][]): Features {
	const agreed: Partial<Record<Feature, boolean>> = {};
	for (const name of Object.keys(FEATURES) as Feature[]) {
		const said = targets.map(({ settings }) => settings.features[name]);
		if (said.includes(true)) agreed[name] = true;
		else if (said.length > 0 && said.every((each) => each === false)) agreed[name] = false;
	}
	return agreed;
}

/** A notice about documents that a preview does not show, but checking the program does. */
function documentNotice({ description, findings }: Checked): readonly string[] {
	const documents = description.kind === "preview" ? unknownDocuments(findings) : [];
	if (documents.length === 0) return [];
	return [`${description.path}: ${documents.join(", ")} unknown in a preview; check the program folder to evaluate the content.`];
}

/** The stack, if the settings exclude it. */
function excludedIn({ path, name, settings: { excluded } }: ReadStack["target"]): Coverage["excluded"] {
	return excluded
		? [{ path, project: name?.project ?? null, stack: name?.stack ?? null, reason: excluded.value, source: excluded.from }]
		: [];
}

/** A notice about findings that fail if the load balancer in another stack is public. */
function splitNotice({ description, findings }: Checked): readonly string[] {
	const left = otherStackFailures(findings);
	return left === undefined ? [] : [`${description.path}: ${left}.`];
}

/** The number of unused exceptions that are listed. */
const MOST_LISTED = 10;

/** Notices about exceptions that match nothing in any stack that shares their file. */
function unusedExceptions(checked: readonly Checked[]): readonly string[] {
	// Each stack has its own exception objects, and several exceptions may be on one line.
	const keyOf = ({ source, rule, resource }: Exception) => `${source} ${rule} ${resource}`;
	const unused = new Set(checked.flatMap((each) => each.unused));
	const used = new Set(checked.flatMap(({ target }) => target.settings.exceptions.filter((each) => !unused.has(each)).map(keyOf)));
	const unmatched = new Map([...unused].map((each) => [keyOf(each), each] as const).filter(([key]) => !used.has(key)));
	const listed = [...unmatched.values()].slice(0, MOST_LISTED);
	const more = unmatched.size - listed.length;
	return [
		...listed.map(
			(each) => `${each.source}: the exception from ${each.rule} for "${each.resource}" matches nothing in the checked stacks.`,
		),
		...(more > 0 ? [`${more} more exceptions match nothing in the checked stacks.`] : []),
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
