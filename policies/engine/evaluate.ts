import type { Exceptions } from "./exception";
import type { Finding, Level } from "./finding";
import type { ResourceGraph } from "./graph";
import { groupBy } from "./group-by";
import { internalError } from "./internal-error";
import { messageOf } from "./message";
import type { Resource } from "./resource";
import type { ProjectContext, ResourceContext, ResourceRule, Rule, StackContext, StackRule } from "./rule";
import type { Severity } from "./severity";
import { UncoveredResources, type UncoveredTypes } from "./uncovered-resources";
import { rootOf, type StackIdentity } from "./urn";
import { type Fail, failsIfCreated, inOtherStack, notApplicable, notDecidable, type Undetermined, type Verdict } from "./verdict";

/** The settings of a rule for this run. */
export interface RuleSetting {
	readonly level: Level;
	/** The level of a failure whose severity differs from the rule's. */
	levelAt(severity: Severity): Level;
	readonly options: Readonly<Record<string, unknown>>;
}

/** Everything a run needs besides the resources. */
export interface Evaluation {
	readonly rules: readonly Rule[];
	readonly settingOf: (rule: Rule) => RuleSetting;
	readonly project: ProjectContext;
	readonly exceptions: Exceptions;
	/** Why a failure of a resource, or of the stack, is uncertain: the source does not show everything. */
	readonly uncertaintyOf?: (urn: string) => Uncertainty;
	/** The resource types that no rule covers, by what they may provide. */
	readonly uncoveredTypes: UncoveredTypes;
}

/** Reasons as clauses; each is absent if failures of that kind are certain. */
export interface Uncertainty {
	/** Applies to all failures of rules that span resources. */
	readonly relations?: string;
	/** Applies to failures because of something missing. */
	readonly missing?: string;
	/** Applies to failures because of a missing resource with a fixed name, which another stack may contain. */
	readonly named?: string;
}

type StackContexts = ReadonlyMap<StackRule, StackContext>;

/** What a rule reports in a stack, for the rules that defer to it. */
interface Reported {
	/** URNs of the resources that its failures are about or that cause them. */
	readonly causes: ReadonlySet<string>;
	/** A verdict that is undetermined until deployment, and the name of its resource. */
	readonly undetermined?: { readonly name: string; readonly verdict: Undetermined };
}

/** Evaluates single resources and whole stacks. */
export class Evaluator {
	readonly #resourceRules: ReadonlyMap<string, readonly ResourceRule[]>;
	readonly #stackRules: ReadonlyMap<string, readonly StackRule[]>;
	readonly #wholeStackRules: readonly StackRule[];
	readonly #contexts: ReadonlyMap<Rule, ResourceContext>;
	readonly #active: ReadonlyMap<string, Rule>;
	readonly #reported = new WeakMap<StackContext, Reported>();

	constructor(private readonly run: Evaluation) {
		const active = run.rules.filter((rule) => run.settingOf(rule).level !== "disabled");
		this.#active = new Map(active.map((rule) => [rule.id, rule]));
		this.#contexts = new Map(active.map((rule) => [rule, { options: run.settingOf(rule).options as never, project: run.project }]));
		this.#resourceRules = groupBy(
			active.filter((rule) => rule.scope === "resource"),
			tokensOf,
		);
		const stackRules = active.filter((rule) => rule.scope === "stack");
		this.#stackRules = groupBy(stackRules, tokensOf);
		this.#wholeStackRules = stackRules.filter((rule) => rule.checkStack);
	}

	/** True if a rule evaluates resources of this type by themselves. */
	handles(type: string): boolean {
		return this.#resourceRules.has(type);
	}

	/** The findings of the rules that need only the resource. They see its inputs, as before deployment. */
	resource(resource: Resource): Finding[] {
		const findings: Finding[] = [];
		this.#addResource(resource, findings);
		return findings;
	}

	/** The findings of the rules that span resources, on the resources of a stack and on the stack itself. */
	stack(graph: ResourceGraph, root: StackIdentity): Finding[] {
		const findings: Finding[] = [];
		const contexts = this.#stackContexts(graph);
		for (const resource of graph.resources) if (isManaged(resource)) this.#addRelations(resource, contexts, findings);
		this.#addWhole(root, contexts, findings);
		return findings;
	}

	/**
	 * The findings of all rules, in the order of the stack. All rules of a resource run together, because they read the same
	 * documents.
	 *
	 * @param isOwn false for resources of other stacks, which are in the graph only as targets of references
	 */
	all(graph: ResourceGraph, root: StackIdentity, isOwn: (resource: Resource) => boolean = () => true): Finding[] {
		const findings: Finding[] = [];
		const contexts = this.#stackContexts(graph);
		for (const resource of graph.resources) {
			if (!isManaged(resource) || !isOwn(resource)) continue;
			this.#addResource(resource, findings);
			this.#addRelations(resource, contexts, findings);
		}
		this.#addWhole(root, contexts, findings);
		return findings;
	}

	#addResource(resource: Resource, findings: Finding[]): void {
		for (const rule of this.#resourceRules.get(resource.type) ?? []) {
			const verdicts = safely(rule, [resource], () => rule.check(resource.inputsOnly, this.#contextOf(rule)));
			this.#add(rule, resource, verdicts, findings);
		}
	}

	#addRelations(resource: Resource, contexts: StackContexts, findings: Finding[]): void {
		for (const rule of this.#stackRules.get(resource.type) ?? []) {
			const context = contexts.get(rule) as StackContext;
			const { resources } = context.graph;
			const verdicts = safely(rule, resources, () => rule.check(resource, context));
			const deferred = rule.defersTo
				? safely(rule, resources, () => verdicts.map((verdict) => this.#deferred(rule, resource, verdict, contexts)))
				: verdicts;
			this.#add(rule, resource, deferred, findings, context.graph);
		}
	}

	#addWhole(root: StackIdentity, contexts: StackContexts, findings: Finding[]): void {
		for (const rule of this.#wholeStackRules) {
			const context = contexts.get(rule) as StackContext;
			const verdicts = safely(rule, context.graph.resources, () => rule.checkStack?.(context) ?? []);
			this.#add(rule, root, verdicts, findings, context.graph);
		}
	}

	/** A failure that another rule reports as well, or may report, counts once: there. */
	#deferred(rule: StackRule, resource: Resource, verdict: Verdict, contexts: StackContexts): Verdict {
		if (verdict.verdict !== "fail") return verdict;
		for (const id of rule.defersTo ?? []) {
			const other = this.#active.get(id);
			const context = other?.scope === "stack" ? contexts.get(other) : undefined;
			if (other?.scope !== "stack" || !context) continue;
			const { causes, undetermined } = this.#reportedBy(other, context);
			if (causes.has(resource.urn)) return notApplicable(`reported by ${id}`);
			if (undetermined && (other.mayReport?.(resource, context) ?? true)) {
				const { property: _, ...open } = undetermined.verdict;
				return { ...open, message: `${id} is undetermined for "${undetermined.name}": ${open.message}` };
			}
		}
		return verdict;
	}

	#stackContexts(graph: ResourceGraph): StackContexts {
		const all = new Set([...this.#stackRules.values(), this.#wholeStackRules].flat());
		return new Map([...all].map((rule) => [rule, { ...this.#contextOf(rule), graph }]));
	}

	#contextOf(rule: Rule): ResourceContext {
		return this.#contexts.get(rule) as ResourceContext;
	}

	#reportedBy(rule: StackRule, context: StackContext): Reported {
		const known = this.#reported.get(context);
		if (known) return known;
		const causes = new Set<string>();
		let undetermined: Reported["undetermined"];
		for (const resource of rule.resources.flatMap((type): readonly Resource[] => context.graph.all(type)).filter(isManaged)) {
			for (const verdict of safely(rule, context.graph.resources, () => rule.check(resource, context))) {
				if (verdict.verdict === "fail") for (const urn of verdict.causes ?? [resource.urn]) causes.add(urn);
				const isOpen = verdict.verdict === "undetermined" && ["known-after-deployment", "secret"].includes(verdict.reason);
				if (isOpen) undetermined ??= { name: resource.name, verdict };
			}
		}
		const reported = undetermined ? { causes, undetermined } : { causes };
		this.#reported.set(context, reported);
		return reported;
	}

	#add(rule: Rule, subject: Resource | StackIdentity, verdicts: readonly Verdict[], findings: Finding[], graph?: ResourceGraph): void {
		const conditional = "data" in subject ? subject.data.conditional : undefined;
		for (const verdict of distinct(verdicts)) {
			if (conditional === "unnamed" && !isInternalError(verdict)) continue;
			const uncertain = verdict.verdict === "fail" ? this.#uncertain(rule, subject.urn, verdict, graph) : undefined;
			const result = uncertain ?? verdict;
			findings.push(this.#finding(rule, subject, conditional && result.verdict === "fail" ? failsIfCreated(result) : result));
		}
	}

	/** The undetermined verdict that replaces a failure if the source does not show everything; undefined if the failure is certain. */
	#uncertain(rule: Rule, urn: string, { missing, references }: Fail, graph: ResourceGraph | undefined): Undetermined | undefined {
		const uncertainty = this.run.uncertaintyOf?.(urn);
		if (rule.scope === "stack" && uncertainty?.relations !== undefined) return inOtherStack(uncertainty.relations);
		const uncovered = graph && missing && missing !== "property" ? this.#uncoveredProvider(urn, references, graph) : undefined;
		if (uncovered) return uncovered;
		const message = (missing && uncertainty?.missing) ?? (missing === "named" ? uncertainty?.named : undefined);
		return message === undefined ? undefined : inOtherStack(message);
	}

	/** Whether a resource that no rule covers may be, or provide, the missing one. */
	#uncoveredProvider(urn: string, references: Fail["references"], graph: ResourceGraph): Undetermined | undefined {
		const uncovered = graph.memoize(uncoveredIn, this.run.uncoveredTypes);
		const isOfStack = urn === rootOf(urn).urn;
		const found = isOfStack
			? uncovered.providing(references?.capability ?? "anything")
			: uncovered.referencing({ urns: [urn, ...(references?.urns ?? [])], names: references?.names ?? [] });
		if (!found) return undefined;
		const relation = isOfStack ? "may provide it" : "references it";
		return notDecidable(undefined, `${found.type} "${found.name}" ${relation}, and no rule covers that type`);
	}

	#finding(rule: Rule, subject: Resource | StackIdentity, verdict: Verdict): Finding {
		const setting = this.run.settingOf(rule);
		const lowered = verdict.verdict === "fail" ? verdict.severity : undefined;
		const level = lowered ? setting.levelAt(lowered) : setting.level;
		const label = rule.resources.find(({ tokens }) => tokens.includes(subject.type))?.label;
		const finding: Finding = {
			rule: rule.id,
			checklistItems: (verdict.verdict === "fail" && verdict.checklistItems) || rule.checklistItems,
			verdict: verdict.verdict,
			severity: lowered ?? rule.severity,
			level,
			blocks: false,
			urn: subject.urn,
			type: subject.type,
			name: subject.name,
			message: messageOf(label, subject.name, verdict),
			location: "data" in subject ? subject.data.location : undefined,
		};
		if (verdict.verdict === "pass" || verdict.verdict === "not-applicable") return finding;
		const { exception, expired } = this.run.exceptions.of(finding);
		const suppression = { exception: exception ?? expired, exceptionExpired: expired !== undefined };
		const { property } = verdict;
		if (verdict.verdict === "undetermined") {
			const { reason, likelyFails, wholeDocument, errorStack } = verdict;
			// No exception suppresses an internal error: it is a defect of the rule, not of the resource.
			if (errorStack) return { ...finding, reason, errorStack };
			return { ...finding, ...suppression, property, reason, likelyFails, wholeDocument };
		}
		return { ...finding, ...suppression, blocks: level === "mandatory" && !exception, property, fix: verdict.fix ?? rule.fix };
	}
}

function tokensOf(rule: Rule): readonly string[] {
	return rule.resources.flatMap(({ tokens }) => tokens);
}

function uncoveredIn(graph: ResourceGraph, types: UncoveredTypes): UncoveredResources {
	return new UncoveredResources(graph, types);
}

/** Resources that the program only reads are managed elsewhere: no rule evaluates them. */
function isManaged(resource: Resource): boolean {
	return !resource.data.external;
}

/**
 * A rule that throws an error has a defect. Its verdict is an internal error, so that all other rules are evaluated.
 *
 * @param resources the resources that the rule can read
 */
function safely(rule: Rule, resources: readonly Resource[], check: () => Verdict | readonly Verdict[]): readonly Verdict[] {
	try {
		const verdicts = check();
		return Array.isArray(verdicts) ? verdicts : [verdicts as Verdict];
	} catch (error) {
		return [internalError(rule, error, resources)];
	}
}

function isInternalError(verdict: Verdict): boolean {
	return verdict.verdict === "undetermined" && verdict.reason === "internal-error";
}

function distinct(verdicts: readonly Verdict[]): readonly Verdict[] {
	if (verdicts.length < 2) return verdicts;
	return [...new Map(verdicts.map((verdict) => [JSON.stringify(verdict), verdict])).values()];
}
