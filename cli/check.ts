import { relative } from "node:path";
import { FEATURES, type Feature, type Features } from "../checklist/features";
import { settle } from "../checklist/settle";
import { Evaluator } from "../policies/engine/evaluate";
import type { Exception } from "../policies/engine/exception";
import type { Finding } from "../policies/engine/finding";
import { ResourceGraph } from "../policies/engine/graph";
import type { Rule } from "../policies/engine/rule";
import { rootOf } from "../policies/engine/urn";
import { rules } from "../policies/rules";
import type { StackDescription } from "../policies/sources/source";
import { buildReport } from "../report/build";
import type { CheckedStack, Report } from "../report/model";
import { evaluationOf, today } from "../settings/evaluation";
import { coverageOf, unseenIn } from "./coverage";
import { doubtOf } from "./doubt";
import { withProgress } from "./progress";
import { openTarget, type Target, type TargetOptions } from "./target";
import { VERSION } from "./version";

/** One stack, looked at. */
export interface Checked {
	readonly target: Target;
	readonly description: StackDescription;
	readonly findings: readonly Finding[];
	/** The exceptions that matched nothing. */
	readonly unused: readonly Exception[];
}

/** Checks every path and says what was found of all of them together. */
export async function check(paths: readonly string[], options: TargetOptions & { readonly all?: boolean }): Promise<Report> {
	const targets = paths.map((path) => openTarget(path, options));
	const checked: Checked[] = [];
	for (const target of targets) checked.push(await checkOne(target));
	const findings = checked.flatMap((each) => each.findings);
	const isOff = (rule: Rule) => targets.some(({ settings }) => settings.levelOf(rule).value === "disabled");
	const coverage = coverageOf(checked);
	return buildReport({
		version: VERSION,
		stacks: checked.map((each) => ({ stack: stackOf(each), findings: each.findings })),
		lines: settle({
			findings,
			rules: rules.map((rule) => ({ id: rule.id, lines: rule.lines, off: isOff(rule) })),
			features: agreedFeatures(targets),
			unseen: unseenIn(coverage),
		}),
		coverage,
		notices: [...targets.flatMap(({ choice }) => choice ?? []), ...uselessIn(checked)],
		switchedOff: rules.filter(isOff).map((rule) => rule.id),
		all: options.all ?? false,
	});
}

async function checkOne(target: Target): Promise<Checked> {
	const description = await withProgress(`reading ${target.path}`, target.describe());
	const evaluation = { ...evaluationOf(target.settings, rules, today()), doubt: doubtOf(description) };
	const graph = new ResourceGraph(description.resources);
	const first = description.resources[0];
	const root = first ? rootOf(first.urn) : { urn: "", type: "pulumi:pulumi:Stack" as const, name: target.stackName ?? "" };
	const findings = new Evaluator(evaluation).everything(graph, root);
	return { target, description, findings, unused: evaluation.exceptions.unused };
}

/** What all stacks say of the features: one that some stack uses, or of which one says nothing, is not switched off. */
function agreedFeatures(targets: readonly Target[]): Features {
	const agreed: Partial<Record<Feature, boolean>> = {};
	for (const name of Object.keys(FEATURES) as Feature[]) {
		const said = targets.map(({ settings }) => settings.features[name]);
		if (said.includes(true)) agreed[name] = true;
		else if (said.every((each) => each === false)) agreed[name] = false;
	}
	return agreed;
}

/** Exceptions that excuse nothing in any of the stacks that share their file. */
function uselessIn(checked: readonly Checked[]): readonly string[] {
	const written = new Map(checked.flatMap(({ unused }) => unused).map((each) => [each.source, each]));
	return [...written.values()]
		.filter((each) =>
			checked.every(
				({ target, unused }) =>
					!target.settings.exceptions.some(({ source }) => source === each.source) || unused.some(({ source }) => source === each.source),
			),
		)
		.map((each) => `${each.source}: the exception from ${each.rule} for "${each.resource}" excuses nothing here.`);
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
