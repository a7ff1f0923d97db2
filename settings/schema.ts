import * as z from "zod";
import { FEATURES } from "../checklist/features";
import { PARTS, type Rule } from "../policies/engine/rule";
import { GLOB_MARK, Glob } from "./glob";
import { NOT_BLOCKING } from "./profile";

/** What a failing rule does: stop the update, be shown, or not be decided at all. */
const level = z
	.enum(["mandatory", "advisory", "disabled"])
	.describe("What a failure does: mandatory blocks, advisory is shown, disabled is not decided at all.");
const day = z.iso.date("must be a day, such as 2027-03-31");
const some = z.string().min(1, "must not be empty");

/** A glob over names. */
const glob = z
	.string()
	.min(1)
	.superRefine((pattern, context) => {
		if (/^!(?!\()/.test(pattern)) context.addIssue("must say what is meant, and not what is not: it begins with an exclamation mark");
		try {
			new Glob(pattern);
		} catch (error) {
			context.addIssue(`is no glob: ${(error as Error).message}`);
		}
	});

function isGlob(pattern: string): boolean {
	try {
		return GLOB_MARK.test(pattern) ? new Glob(pattern) !== undefined : true;
	} catch {
		return false;
	}
}

/** The schema of `readiness.yaml` for a set of rules: their ids and options are part of it. */
export function readinessSchema(rules: readonly Rule[]) {
	const ruleSettings = z
		.strictObject(
			Object.fromEntries(
				rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((id) => [id, ruleSetting(rule).optional()] as const)),
			),
		)
		.describe("For each rule its level and its options.");
	return z.strictObject({
		stacks: z
			.record(
				z
					.string()
					.regex(/^(\*\*|[^/]+\/[^/]+\/[^/]+)$/, "a stack is named organization/project/stack, each part a glob, or ** for every stack")
					.refine((pattern) => pattern.split("/").every(isGlob), "is no glob: a bracket is not closed"),
				z.strictObject({
					profile: some
						.optional()
						.describe(
							`"production", which blocks; ${NOT_BLOCKING.join(", ")}, which advise; or the name of another environment that is declared under profiles.`,
						),
					excluded: some
						.optional()
						.describe("Why these stacks are excluded: they have nothing to do with signing in. Nothing is checked there."),
					holds: z
						.array(z.enum(PARTS))
						.optional()
						.describe(
							"The parts of the system that these stacks hold: app (what runs the product), webhook (what takes Scalekit's events), edge (load balancers, CloudFront, APIs, web ACLs), monitoring (metrics and alarms of logins), dns. What is missing of them is a failure there.",
						),
				}),
			)
			.optional()
			.describe("Globs over organization/project/stack; the first that matches decides. A stack that none matches is production."),
		scalekit: z
			.strictObject({
				environment: z
					.url({ protocol: /^https$/, error: "must be an address that begins with https://" })
					.optional()
					.describe("The production environment's URL, as SCALEKIT_ENVIRONMENT_URL holds it."),
				customDomain: z.hostname().optional().describe("The custom domain of the hosted login page."),
			})
			.optional()
			.describe("The Scalekit environment that production uses."),
		features: z
			.strictObject(Object.fromEntries(Object.entries(FEATURES).map(([name, what]) => [name, z.boolean().optional().describe(what)])))
			.optional()
			.describe("What this product uses; lines about what it does not use do not apply."),
		egress: z
			.strictObject({
				browsers: z.boolean().describe("True where people's browsers reach the internet through the stack's egress filter."),
			})
			.optional()
			.describe("Who goes through the stack's egress filter besides workloads."),
		rules: ruleSettings.optional(),
		profiles: z
			.record(z.string(), z.strictObject({ rules: ruleSettings.optional() }))
			.optional()
			.describe("The environments beside production, which advise and block nothing, each with its rule settings; these win over `rules`."),
		exceptions: z
			.array(
				z.strictObject({
					rule: z
						.enum(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]) as [string, ...string[]])
						.describe("The rule that the resource is excused from."),
					resource: glob.describe(
						"A glob over the resource's name; over its `type::name` or URN where `::` is in it. `*` crosses slashes and colons.",
					),
					owner: some.describe("Who answers for it."),
					reason: some.describe("Why it may stay as it is."),
					expires: day.describe("The last day on which it holds."),
				}),
			)
			.optional()
			.describe("Resources excused from a rule."),
	});
}

export type Readiness = z.output<ReturnType<typeof readinessSchema>>;

function ruleSetting(rule: Rule) {
	const options = Object.entries(rule.options ?? {}).map(([name, schema]) => [name, withoutDefault(schema)] as const);
	const shape: Record<string, z.ZodType> = { ...Object.fromEntries(options), level: level.optional() };
	return z.strictObject(shape).describe(rule.title);
}

/** An option that may be left out: its default is told to editors, and filled in only where no place in the file says otherwise. */
function withoutDefault(schema: z.ZodType): z.ZodType {
	if (!(schema instanceof z.ZodDefault)) return schema.optional();
	const inner = schema.unwrap() as z.ZodType;
	return inner.optional().meta({ description: schema.description, default: schema.parse(undefined) });
}

/** The JSON Schema that editors complete and check `readiness.yaml` with. */
export function readinessJsonSchema(rules: readonly Rule[]): object {
	return {
		$id: "readiness.schema.json",
		title: "readiness.yaml",
		...z.toJSONSchema(readinessSchema(rules), { target: "draft-7", io: "input" }),
	};
}
