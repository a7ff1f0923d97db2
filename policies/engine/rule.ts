import type * as z from "zod";
import type { ResourceGraph } from "./graph";
import type { Resource, ResourceOf, ResourceType } from "./resource";
import type { Severity } from "./severity";
import type { Verdict } from "./verdict";

/** A part of the system that a stack may contain, as `readiness.yaml` declares it; if it is missing, a rule fails. */
export const SYSTEM_COMPONENTS = ["app", "webhook", "edge", "monitoring", "dns"] as const;
export type SystemComponent = (typeof SYSTEM_COMPONENTS)[number];

/** Zod schemas of a rule's options, each with a default and a description. */
export type OptionSchemas = Record<string, z.ZodType>;
type OptionValues<O extends OptionSchemas> = { readonly [K in keyof O]: z.output<O[K]> };

/** What `readiness.yaml` declares about the project, as far as rules use it. */
export interface ProjectContext {
	/** Hosts of the Scalekit environment; empty if not declared. */
	readonly scalekitHosts: readonly string[];
	/** True if the stack is declared to contain the component. */
	hasComponent(component: SystemComponent): boolean;
	/** True for the profile production. */
	readonly production: boolean;
	/** True if users' browsers are declared to reach the internet through this stack's egress filter. */
	readonly browsersBehindEgress: boolean;
}

export interface ResourceContext<O extends OptionSchemas = OptionSchemas> {
	readonly options: OptionValues<O>;
	readonly project: ProjectContext;
}

export interface StackContext<O extends OptionSchemas = OptionSchemas> extends ResourceContext<O> {
	readonly graph: ResourceGraph;
}

/** A page of a vendor's documentation, or a standard. */
export interface VendorPage {
	/** The publisher, the document and the page: `Amazon ECS, Developer Guide: Send Amazon ECS logs to CloudWatch`. */
	readonly title: string;
	readonly url: string;
}

/** A rule's identity, documentation and settings. */
export interface RuleMetadata<O extends OptionSchemas = OptionSchemas> {
	/** `[a-z0-9-]+`; also the name of the rule's file and of its docs page. */
	readonly id: string;
	/** A sentence that is true of compliant infrastructure. */
	readonly title: string;
	/** The checklist items that the rule covers. */
	readonly checklistItems: readonly string[];
	readonly severity: Severity;
	/** The release that introduced the rule. Until the next major release it is advisory, unless it was introduced in `x.0.0`. */
	readonly since: string;
	/** Former ids. */
	readonly aliases?: readonly string[];
	readonly options?: O;
	/** The risk of a violation. */
	readonly why: string;
	readonly fix: string;
	/** When disabling the rule is justified. */
	readonly whenNotToUse: string;
	/** Which unknown values do not make the rule undetermined, and why; absent if every unknown value does. */
	readonly toleratedUnknowns?: string;
	readonly references: readonly VendorPage[];
	/** The closest rules of other tools, by tool. */
	readonly relatedRules?: Readonly<Record<string, readonly string[]>>;
	/** The level in production, if it does not follow from the severity. */
	readonly productionLevel?: "mandatory" | "advisory";
}

/** A rule that needs only the resource itself: evaluated before the resource is created. */
export interface ResourceRule<K extends ResourceType = ResourceType, O extends OptionSchemas = OptionSchemas> extends RuleMetadata<O> {
	readonly scope: "resource";
	readonly resources: readonly K[];
	check(resource: ResourceOf<K>, context: ResourceContext<O>): Verdict | readonly Verdict[];
}

/** A rule that spans resources: evaluated at the end of a preview, with the whole stack. */
export interface StackRule<K extends ResourceType = ResourceType, O extends OptionSchemas = OptionSchemas> extends RuleMetadata<O> {
	readonly scope: "stack";
	readonly resources: readonly K[];
	/** Ids of stack rules that may report the same problem: what they report, this rule does not. */
	readonly defersTo?: readonly string[];
	check(resource: ResourceOf<K>, context: StackContext<O>): Verdict | readonly Verdict[];
	/** The verdict on the stack as a whole: on what is missing in it. */
	checkStack?(context: StackContext<O>): Verdict | readonly Verdict[];
	/** For rules that defer to this one: false for a resource that this rule cannot report. */
	mayReport?(resource: Resource, context: StackContext<O>): boolean;
}

export type Rule = ResourceRule | StackRule;

/** Declares a rule that evaluates single resources. */
export function resourceRule<K extends ResourceType, O extends OptionSchemas = Record<never, never>>(
	rule: Omit<ResourceRule<K, O>, "scope">,
): Rule {
	return { ...rule, scope: "resource" } as unknown as Rule;
}

/** Declares a rule that evaluates resources together with those they relate to. */
export function stackRule<K extends ResourceType, O extends OptionSchemas = Record<never, never>>(
	rule: Omit<StackRule<K, O>, "scope">,
): Rule {
	return { ...rule, scope: "stack" } as unknown as Rule;
}
