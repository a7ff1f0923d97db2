import type * as z from "zod";
import type { ResourceGraph } from "./graph";
import type { Kind, ResourceOf } from "./resource";
import type { Verdict } from "./verdict";

/** The worst first. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A part of the system that a stack can hold; `readiness.yaml` says which, and what is missing of it is a failure there. */
export const PARTS = ["app", "webhook", "edge", "monitoring", "dns"] as const;
export type Part = (typeof PARTS)[number];

/** Zod schemas of a rule's options, each with a default and a description. */
export type OptionSchemas = Record<string, z.ZodType>;
type OptionValues<O extends OptionSchemas> = { readonly [K in keyof O]: z.output<O[K]> };

/** What a rule may know beyond the resource itself. */
export interface Surroundings {
	/** Hosts of the Scalekit environment, as `readiness.yaml` names it; empty where it does not. */
	readonly scalekitHosts: readonly string[];
	/** True where `readiness.yaml` says that this stack holds the part. */
	holds(part: Part): boolean;
	/** True where the profile is production. */
	readonly production: boolean;
	/** True where `readiness.yaml` says that people's browsers go through this stack's egress filter. */
	readonly browsersBehindEgress: boolean;
}

export interface ResourceContext<O extends OptionSchemas = OptionSchemas> {
	readonly options: OptionValues<O>;
	readonly surroundings: Surroundings;
}

export interface StackContext<O extends OptionSchemas = OptionSchemas> extends ResourceContext<O> {
	readonly graph: ResourceGraph;
}

/** What a rule is called, why it exists and who else has it. */
export interface RuleMetadata<O extends OptionSchemas = OptionSchemas> {
	/** `[a-z0-9-]+`, also the name of its file and of its docs page. */
	readonly id: string;
	/** The rule as a sentence that holds where it passes. */
	readonly title: string;
	/** The checklist's lines that it informs. */
	readonly lines: readonly string[];
	readonly severity: Severity;
	/** The first release that had it: within that major release it only advises, unless it came with `x.0.0`. */
	readonly since: string;
	/** Ids that it had before. */
	readonly aliases?: readonly string[];
	readonly options?: O;
	readonly why: string;
	readonly fix: string;
	/** When people are right to switch it off. */
	readonly whenNotToUse: string;
	/** Which unknown values do not make the rule undetermined, and why; undefined where every unknown value does. */
	readonly presumes?: string;
	/** Pages the facts come from. */
	readonly references: readonly string[];
	/** The nearest rules of other tools, by tool. */
	readonly peers?: Readonly<Record<string, readonly string[]>>;
	/** Where its level in production is not the one of its severity. */
	readonly productionLevel?: "mandatory" | "advisory";
}

/** A rule that needs no more than the resource: decided before the resource is created. */
export interface ResourceRule<K extends Kind = Kind, O extends OptionSchemas = OptionSchemas> extends RuleMetadata<O> {
	readonly scope: "resource";
	readonly resources: readonly K[];
	check(resource: ResourceOf<K>, context: ResourceContext<O>): Verdict | readonly Verdict[];
}

/** A rule that needs relations: decided at the end of a preview, when the whole stack is known. */
export interface StackRule<K extends Kind = Kind, O extends OptionSchemas = OptionSchemas> extends RuleMetadata<O> {
	readonly scope: "stack";
	readonly resources: readonly K[];
	check(resource: ResourceOf<K>, context: StackContext<O>): Verdict | readonly Verdict[];
	/** What it says of the stack as a whole: of what is missing there. */
	checkStack?(context: StackContext<O>): Verdict | readonly Verdict[];
}

export type Rule = ResourceRule | StackRule;

/** Declares a rule that looks at one resource at a time. */
export function resourceRule<K extends Kind, O extends OptionSchemas = Record<never, never>>(
	rule: Omit<ResourceRule<K, O>, "scope">,
): Rule {
	return { ...rule, scope: "resource" } as unknown as Rule;
}

/** Declares a rule that looks at a resource among the others. */
export function stackRule<K extends Kind, O extends OptionSchemas = Record<never, never>>(rule: Omit<StackRule<K, O>, "scope">): Rule {
	return { ...rule, scope: "stack" } as unknown as Rule;
}
