import * as z from "zod";
import { FEATURES } from "../checklist/features";
import { type Rule, SYSTEM_COMPONENTS } from "../policies/engine/rule";
import { GLOB_MARK, Glob } from "./glob";
import { NON_BLOCKING_PROFILES } from "./profile";

const level = z
	.enum(["mandatory", "advisory", "disabled"])
	.describe("The effect of a failure: mandatory blocks the update, advisory is reported, disabled is not evaluated.");
const day = z.iso.date("must be a date (YYYY-MM-DD)");
const nonEmpty = z.string().min(1, "must not be empty");

/** A glob over names. */
const glob = z
	.string()
	.min(1)
	.superRefine((pattern, context) => {
		if (/^!(?!\()/.test(pattern)) context.addIssue("must not begin with an exclamation mark; use !(…) to exclude names");
		try {
			new Glob(pattern);
		} catch (error) {
			context.addIssue(`is not a valid glob: ${(error as Error).message}`);
		}
	});

function isGlob(pattern: string): boolean {
	try {
		return GLOB_MARK.test(pattern) ? new Glob(pattern) !== undefined : true;
	} catch {
		return false;
	}
}

/** The schema of `readiness.yaml`, which includes the ids and options of the rules. */
export function readinessSchema(rules: readonly Rule[]) {
	const ruleSettings = z
		.strictObject(
			Object.fromEntries(
				rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((id) => [id, ruleSetting(rule).optional()] as const)),
			),
		)
		.describe("The level and options of each rule.");
	return z.strictObject({
		stacks: z
			.record(
				z
					.string()
					.regex(/^(\*\*|[^/]+\/[^/]+\/[^/]+)$/, "must be organization/project/stack, where each part may be a glob, or ** for all stacks")
					.refine((pattern) => pattern.split("/").every(isGlob), "is not a valid glob: a bracket is not closed"),
				z.strictObject({
					profile: nonEmpty
						.optional()
						.describe(
							`"production", in which rules block; ${NON_BLOCKING_PROFILES.join(", ")}, in which rules are advisory; or a profile that is declared under profiles.`,
						),
					excluded: nonEmpty.optional().describe("Why these stacks are excluded from checks, such as a stack without authentication."),
					components: z
						.array(z.enum(SYSTEM_COMPONENTS))
						.optional()
						.describe(
							"The system components that these stacks contain: app (workloads of the product), webhook (endpoint for Scalekit's events), edge (load balancers, CloudFront, APIs, web ACLs), monitoring (login metrics and alarms), dns. A missing component is a failure.",
						),
				}),
			)
			.optional()
			.describe("Globs over organization/project/stack; the first match applies. A stack without a match has the profile production."),
		scalekit: z
			.strictObject({
				environment: z
					.url({ protocol: /^https$/, error: "must be an https:// URL" })
					.optional()
					.describe("The URL of the production environment, as in SCALEKIT_ENVIRONMENT_URL."),
				customDomain: z.hostname().optional().describe("The custom domain of the hosted login page."),
			})
			.optional()
			.describe("The Scalekit environment of production."),
		features: z
			.strictObject(Object.fromEntries(Object.entries(FEATURES).map(([name, what]) => [name, z.boolean().optional().describe(what)])))
			.optional()
			.describe("The Scalekit features that the product uses. Checklist items of unused features are not applicable."),
		egress: z
			.strictObject({
				browsers: z.boolean().describe("True if users' browsers reach the internet through the stack's egress filter."),
			})
			.optional()
			.describe("The clients behind the stack's egress filter besides workloads."),
		rules: ruleSettings.optional(),
		profiles: z
			.record(z.string(), z.strictObject({ rules: ruleSettings.optional() }))
			.optional()
			.describe("Profiles besides production, in which rules are advisory, with their rule settings; these take precedence over `rules`."),
		exceptions: z
			.array(
				z.strictObject({
					rule: z
						.enum(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]) as [string, ...string[]])
						.describe("The rule whose failures are suppressed."),
					resource: glob.describe(
						"A glob over the resource's name, or over its `type::name` or URN if it contains `::`. `*` matches slashes and colons too.",
					),
					owner: nonEmpty.describe("The person or team responsible for it."),
					reason: nonEmpty.describe("Why the failure is acceptable."),
					expires: day.describe("The last day on which it is in force."),
				}),
			)
			.optional()
			.describe("Suppresses the failures of a rule on resources until a date."),
	});
}

export type Readiness = z.output<ReturnType<typeof readinessSchema>>;

function ruleSetting(rule: Rule) {
	const options = Object.entries(rule.options ?? {}).map(([name, schema]) => [name, withoutDefault(schema)] as const);
	const shape: Record<string, z.ZodType> = { ...Object.fromEntries(options), level: level.optional() };
	return z.strictObject(shape).describe(rule.title);
}

/** An optional option: editors see its default, which applies only if no setting in the file overrides it. */
function withoutDefault(schema: z.ZodType): z.ZodType {
	if (!(schema instanceof z.ZodDefault)) return schema.optional();
	const inner = schema.unwrap() as z.ZodType;
	return inner.optional().meta({ description: schema.description, default: schema.parse(undefined) });
}

/** The JSON Schema of `readiness.yaml` for editors. */
export function readinessJsonSchema(rules: readonly Rule[]): object {
	return {
		$id: "readiness.schema.json",
		title: "readiness.yaml",
		...z.toJSONSchema(readinessSchema(rules), { target: "draft-7", io: "input" }),
	};
}
