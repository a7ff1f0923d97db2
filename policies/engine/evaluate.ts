import type { Exceptions } from "./exception";
import type { Finding, Level } from "./finding";
import type { ResourceGraph } from "./graph";
import { messageOf, oneLine } from "./message";
import { NotUnderstood, type NotUnderstoodTypes } from "./not-understood";
import type { Resource } from "./resource";
import type { ResourceContext, ResourceRule, Rule, StackContext, StackRule, Surroundings } from "./rule";
import { rootOf, type StackIdentity } from "./urn";
import { beyond, elsewhere, type Fail, ifCreated, type Unknown, type Verdict } from "./verdict";

/** A rule as it is set for this run. */
export interface RuleSetting {
	readonly level: Level;
	readonly options: Readonly<Record<string, unknown>>;
}

/** All that a run needs beside the resources. */
export interface Evaluation {
	readonly rules: readonly Rule[];
	readonly settingOf: (rule: Rule) => RuleSetting;
	readonly surroundings: Surroundings;
	readonly exceptions: Exceptions;
	/** Why what fails of a resource, or of the stack, may not be so: its source does not show everything. */
	readonly doubt?: (urn: string) => Doubt;
	/** The types that no rule understands, by what they could do. */
	readonly notUnderstood: NotUnderstoodTypes;
}

/** Reasons, in clauses; each absent where its kind of failure is certain. */
export interface Doubt {
	/** Against everything that relations make fail. */
	readonly relations?: string;
	/** Against everything that is missing. */
	readonly missing?: string;
	/** Against what is missing and could be in another stack under the name that is given here. */
	readonly named?: string;
}

type StackContexts = ReadonlyMap<Rule, StackContext>;

/** Decides resources one by one, and stacks; holds the rules by the type that they look at. */
export class Evaluator {
	readonly #resourceRules: ReadonlyMap<string, readonly ResourceRule[]>;
	readonly #stackRules: ReadonlyMap<string, readonly StackRule[]>;
	readonly #wholeStackRules: readonly StackRule[];
	readonly #contexts: ReadonlyMap<Rule, ResourceContext>;
	readonly #byGraph = new WeakMap<ResourceGraph, NotUnderstood>();

	constructor(private readonly run: Evaluation) {
		const active = run.rules.filter((rule) => run.settingOf(rule).level !== "disabled");
		this.#contexts = new Map(
			active.map((rule) => [rule, { options: run.settingOf(rule).options as never, surroundings: run.surroundings }]),
		);
		this.#resourceRules = byType(active.filter((rule) => rule.scope === "resource"));
		const stackRules = active.filter((rule) => rule.scope === "stack");
		this.#stackRules = byType(stackRules);
		this.#wholeStackRules = stackRules.filter((rule) => rule.checkStack);
	}

	/** True where some rule wants to see a resource of this type by itself. */
	looksAt(type: string): boolean {
		return this.#resourceRules.has(type);
	}

	/** What the rules that need no relations say of a resource. They see its inputs alone, as before it exists. */
	resource(resource: Resource): Finding[] {
		const findings: Finding[] = [];
		this.#addResource(resource, findings);
		return findings;
	}

	/** What the rules that need relations say of the resources of a stack and of the stack itself. */
	stack(graph: ResourceGraph, root: StackIdentity): Finding[] {
		const findings: Finding[] = [];
		const contexts = this.#stackContexts(graph);
		for (const resource of graph.resources) if (isManaged(resource)) this.#addRelations(resource, contexts, findings);
		this.#addWhole(root, contexts, findings);
		return findings;
	}

	/**
	 * Both, in the stack's order: what an offline check wants. All rules of one resource come together, since they read the same
	 * documents.
	 *
	 * @param isOwn tells the stack's resources from those of other stacks in the graph, which are only ends of relations
	 */
	everything(graph: ResourceGraph, root: StackIdentity, isOwn: (resource: Resource) => boolean = () => true): Finding[] {
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
			this.#add(rule, resource, () => rule.check(resource.asGiven, this.#contextOf(rule)), findings);
		}
	}

	#addRelations(resource: Resource, contexts: StackContexts, findings: Finding[]): void {
		for (const rule of this.#stackRules.get(resource.type) ?? []) {
			const context = contexts.get(rule) as StackContext;
			this.#add(rule, resource, () => rule.check(resource, context), findings, context.graph);
		}
	}

	#addWhole(root: StackIdentity, contexts: StackContexts, findings: Finding[]): void {
		for (const rule of this.#wholeStackRules) {
			const context = contexts.get(rule) as StackContext;
			this.#add(rule, root, () => rule.checkStack?.(context) ?? [], findings, context.graph);
		}
	}

	#stackContexts(graph: ResourceGraph): StackContexts {
		const all = new Set([...this.#stackRules.values(), this.#wholeStackRules].flat());
		return new Map([...all].map((rule) => [rule, { ...this.#contextOf(rule), graph }]));
	}

	#contextOf(rule: Rule): ResourceContext {
		return this.#contexts.get(rule) as ResourceContext;
	}

	#add(
		rule: Rule,
		subject: Resource | StackIdentity,
		check: () => Verdict | readonly Verdict[],
		findings: Finding[],
		graph?: ResourceGraph,
	): void {
		const conditional = "data" in subject ? subject.data.conditional : undefined;
		if (conditional === "unnamed") return;
		const verdicts = distinct(guarded(check));
		for (const verdict of verdicts) {
			const doubt = verdict.verdict === "fail" ? this.#doubtOn(rule, subject.urn, verdict, graph) : undefined;
			const decided = doubt ?? verdict;
			findings.push(this.#finding(rule, subject, conditional && decided.verdict === "fail" ? ifCreated(decided) : decided));
		}
	}

	#doubtOn(rule: Rule, urn: string, { missing, use }: Fail, graph: ResourceGraph | undefined): Unknown | undefined {
		const doubt = this.run.doubt?.(urn);
		if (rule.scope === "stack" && doubt?.relations !== undefined) return elsewhere(doubt.relations);
		const other = graph && missing && missing !== "property" ? this.#notUnderstoodBy(urn, use, graph) : undefined;
		const reason = (missing && doubt?.missing) ?? (missing === "named" ? doubt?.named : undefined);
		return other ?? (reason === undefined ? undefined : elsewhere(reason));
	}

	/** What no rule understands and may be what is missing. */
	#notUnderstoodBy(urn: string, use: Fail["use"], graph: ResourceGraph): Unknown | undefined {
		const others = this.#notUnderstood(graph);
		const isOfStack = urn === rootOf(urn).urn;
		const found = isOfStack
			? others.making(use?.thing ?? "anything")
			: others.using({ urns: [urn, ...(use?.urns ?? [])], names: use?.names ?? [] });
		return (
			found &&
			beyond(undefined, `${found.type} "${found.name}" ${isOfStack ? "may hold it" : "uses it"}, and no rule understands what that does`)
		);
	}

	#notUnderstood(graph: ResourceGraph): NotUnderstood {
		let known = this.#byGraph.get(graph);
		if (!known) {
			known = new NotUnderstood(graph, this.run.notUnderstood);
			this.#byGraph.set(graph, known);
		}
		return known;
	}

	#finding(rule: Rule, subject: Resource | StackIdentity, verdict: Verdict): Finding {
		const { level } = this.run.settingOf(rule);
		const label = rule.resources.find((kind) => kind.tokens.includes(subject.type))?.label;
		const finding: Finding = {
			rule: rule.id,
			lines: (verdict.verdict === "fail" && verdict.lines) || rule.lines,
			verdict: verdict.verdict,
			severity: rule.severity,
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
		const accepted = { exception: exception ?? expired, exceptionExpired: expired !== undefined };
		if (verdict.verdict === "unknown")
			return {
				...finding,
				...accepted,
				property: verdict.property && oneLine(verdict.property),
				because: verdict.because,
				wouldFail: verdict.wouldFail,
				document: verdict.document,
			};
		return {
			...finding,
			...accepted,
			blocks: level === "mandatory" && !exception,
			property: verdict.property && oneLine(verdict.property),
			fix: verdict.fix ?? rule.fix,
		};
	}
}

function byType<R extends Rule>(rules: readonly R[]): ReadonlyMap<string, readonly R[]> {
	const index = new Map<string, R[]>();
	for (const rule of rules) {
		for (const token of new Set(rule.resources.flatMap((kind) => kind.tokens))) {
			index.set(token, [...(index.get(token) ?? []), rule]);
		}
	}
	return index;
}

/** Resources that are only read belong to someone else: no rule judges them. */
function isManaged(resource: Resource): boolean {
	return !resource.data.external;
}

/** A rule that breaks is a defect of the rule: it decides nothing, and never blocks anybody. */
function guarded(check: () => Verdict | readonly Verdict[]): readonly Verdict[] {
	try {
		const verdicts = check();
		return Array.isArray(verdicts) ? verdicts : [verdicts as Verdict];
	} catch {
		return [beyond(undefined, "the rule itself broke on this resource; please report it")];
	}
}

/** The same thing said twice of one property is said once. */
function distinct(verdicts: readonly Verdict[]): readonly Verdict[] {
	if (verdicts.length < 2) return verdicts;
	const seen = new Map(verdicts.map((verdict) => [JSON.stringify(verdict), verdict]));
	return [...seen.values()];
}
