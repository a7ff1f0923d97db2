import { relative } from "node:path";
import { settle } from "../checklist/settle";
import { Evaluator } from "../policies/engine/evaluate";
import type { Finding } from "../policies/engine/finding";
import { ResourceGraph } from "../policies/engine/graph";
import { rootOf } from "../policies/engine/urn";
import { rules } from "../policies/rules";
import type { StackDescription } from "../policies/sources/source";
import { buildReport } from "../report/build";
import type { CheckedStack, Report } from "../report/model";
import { evaluationOf, today } from "../settings/evaluation";
import { coverageOf } from "./coverage";
import { doubtOf } from "./doubt";
import { withProgress } from "./progress";
import { openTarget, type Target, type TargetOptions } from "./target";
import { VERSION } from "./version";

/** One stack, looked at. */
export interface Checked {
	readonly target: Target;
	readonly description: StackDescription;
	readonly findings: readonly Finding[];
	readonly unused: readonly string[];
}

/** Checks every path and says what was found of all of them together. */
export async function check(paths: readonly string[], options: TargetOptions & { readonly all?: boolean }): Promise<Report> {
	const targets = paths.map((path) => openTarget(path, options));
	const checked: Checked[] = [];
	for (const target of targets) checked.push(await checkOne(target));
	const findings = checked.flatMap((each) => each.findings);
	const disabledEverywhere = (rule: (typeof rules)[number]) => targets.every(({ settings }) => settings.levelOf(rule).value === "disabled");
	return buildReport({
		version: VERSION,
		stacks: checked.map((each) => ({ stack: stackOf(each), findings: each.findings })),
		lines: settle({
			findings,
			rules: rules.map((rule) => ({ id: rule.id, lines: rule.lines, off: disabledEverywhere(rule) })),
			features: Object.assign({}, ...targets.map(({ settings }) => settings.features)),
		}),
		coverage: coverageOf(checked),
		notices: checked.flatMap((each) => each.unused),
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
	const unused = evaluation.exceptions.unused.map(
		(each) => `${each.source}: the exception from ${each.rule} for "${each.resource}" excuses nothing in ${target.path}.`,
	);
	return { target, description, findings, unused };
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
