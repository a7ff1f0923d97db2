import { evaluationOf, today } from "../../settings/evaluation";
import { broadExceptions } from "../../settings/exceptions";
import { findSettings } from "../../settings/find";
import { readSettings, type SettingsFile } from "../../settings/read";
import { resolveSettings, type Settings, type StackName } from "../../settings/resolve";
import { Evaluator } from "../engine/evaluate";
import { countsAsFailure } from "../engine/fail-on";
import type { Finding, Level } from "../engine/finding";
import { ResourceGraph } from "../engine/graph";
import { Resource, type ResourceData } from "../engine/resource";
import { rootOf, stackOf } from "../engine/urn";
import * as uncoveredTypes from "../facts/uncovered-types";
import { safeLines } from "../output/safe";
import { rules } from "../rules";
import { PackConfig, type SentConfig } from "./config";
import { type Diagnostic, diagnosticsOf } from "./diagnostics";
import { type Dependent, readResourcesOf } from "./read-resources";
import { excludedSummary, summaryLine } from "./summary-line";

export { safeLines };

export interface PolicyRunnerOptions {
	/** The folder in which the search for `readiness.yaml` starts. */
	readonly programFolder: string;
	/** The version of the pack. */
	readonly release: string;
	/** Undefined if the engine does not send it (`policy analyze`); URNs contain it then. */
	readonly stack: StackName | undefined;
}

/** The state from the first resource on. */
interface ActiveRun {
	readonly evaluator: Evaluator;
	readonly settings: Settings;
	readonly disabledRules: readonly string[];
}

/** Evaluates the engine's requests: inputs arrive one resource at a time, references with the whole stack. */
export class PolicyRunner {
	readonly #file: SettingsFile | undefined;
	/** The settings whose levels the pack declares to the CLI. */
	readonly #declared: Settings;
	readonly #inputs = new Map<string, Record<string, unknown>>();
	#config = new PackConfig([], rules);
	#running: ActiveRun | undefined;
	#notable: Finding[] = [];

	/** @throws SettingsError if the settings file is invalid */
	constructor(private readonly options: PolicyRunnerOptions) {
		const path = findSettings(options.programFolder);
		this.#file = path ? readSettings(path, rules) : undefined;
		this.#declared = resolveSettings(this.#file, options.stack, options.release);
	}

	/** The declared level of a rule. */
	levelOf(id: string): Level | undefined {
		const rule = rules.find((each) => each.id === id);
		return rule && this.#declared.levelOf(rule).value;
	}

	/** @throws SettingsError with one line if the pack config is invalid */
	configure(sent: readonly SentConfig[]): void {
		this.#config = new PackConfig(sent, rules);
		this.#running = undefined;
	}

	/** Evaluates the inputs of a resource before it is created. */
	analyze(data: ResourceData & { inputs: Record<string, unknown> }): readonly Diagnostic[] {
		if (this.#isRead(data)) return [];
		this.#inputs.set(data.urn, data.inputs);
		const { evaluator, settings } = this.#run(data.urn);
		return !settings.excluded && evaluator.handles(data.type) ? this.#answer(evaluator.resource(new Resource(data))) : [];
	}

	/** The inputs of a resource from its Analyze request; a resource without inputs is only read. */
	inputsOf(urn: string): Record<string, unknown> | undefined {
		return this.#inputs.get(urn);
	}

	/** Evaluates the whole stack at the end of a preview or an update. The summary is output, not a violation. */
	analyzeStack(resources: readonly Dependent[]): { readonly diagnostics: readonly Diagnostic[]; readonly summary?: string } {
		const first = resources[0];
		if (!first) return { diagnostics: [] };
		const { evaluator, settings, disabledRules } = this.#run(first.urn);
		if (settings.excluded) return { diagnostics: [], summary: excludedSummary(settings.excluded) };
		const graph = new ResourceGraph([...resources, ...readResourcesOf(resources)]);
		const diagnostics = this.#answer(evaluator.stack(graph, rootOf(first.urn)));
		const summary = summaryLine(this.#notable, settings, disabledRules, broadExceptions(settings.exceptions, rules, today()));
		this.#notable = [];
		return { diagnostics, ...(summary ? { summary } : {}) };
	}

	/**
	 * True if `policy analyze` requests a resource that the program only reads. No request contains that; such a resource
	 * has no inputs, unlike every managed one. After `pulumi refresh`, which adds inputs, it is not recognized.
	 * Previews and updates do not request such resources.
	 */
	#isRead({ inputs }: { readonly inputs: Readonly<Record<string, unknown>> }): boolean {
		return this.options.stack === undefined && Object.keys(inputs).length === 0;
	}

	#answer(findings: readonly Finding[]): readonly Diagnostic[] {
		const inForce = (finding: Finding) => finding.exception !== undefined && !finding.exceptionExpired;
		this.#notable.push(...findings.filter((each) => each.verdict === "undetermined" || each.verdict === "fail"));
		const { failOn } = this.#config;
		const broken = findings.filter((each) => each.reason === "internal-error");
		const undetermined = failOn ? findings.filter((each) => !broken.includes(each) && countsAsFailure(each, failOn.severity)) : [];
		return diagnosticsOf(
			findings.filter((each) => each.verdict === "fail" && !inForce(each)),
			undetermined.map((finding) => ({ finding, level: failOn?.level ?? "mandatory" })),
			broken,
			this.options.release,
		);
	}

	/** Created with the first resource: by then the CLI has sent all configuration. */
	#run(urn: string): ActiveRun {
		if (!this.#running) {
			const known = this.options.stack !== undefined && this.#config.profile === undefined;
			const settings = known
				? this.#declared
				: resolveSettings(this.#file, this.options.stack ?? stackOf(urn), this.options.release, this.#config.profile);
			const overrideOf = (rule: (typeof rules)[number]) => this.#config.overrideOf(rule, this.#declared, settings);
			const evaluation = { ...evaluationOf(settings, rules, today(), overrideOf), uncoveredTypes };
			const disabledRules = rules.filter((rule) => evaluation.settingOf(rule).level === "disabled").map((rule) => rule.id);
			this.#running = { evaluator: new Evaluator(evaluation), settings, disabledRules };
		}
		return this.#running;
	}
}
