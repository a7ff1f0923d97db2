import { distance } from "fastest-levenshtein";
import * as z from "zod";
import { FEATURES } from "../checklist/features";
import { PRODUCTION } from "../policies/engine/level";
import { PARTS, type Rule } from "../policies/engine/rule";

/** What a failing rule does: stop the update, be shown, or not be decided at all. */
const level = z
	.enum(["mandatory", "advisory", "disabled"])
	.describe("What a failure does: mandatory blocks, advisory is shown, disabled is not decided at all.");
const day = z.iso.date("must be a day, such as 2027-03-31");
const some = z.string().min(1, "must not be empty");

/** A name so near to `production` that a slip of the pen must not switch all blocking off. */
const profileName = some.refine((name) => !isSlipOfProduction(name), 'is no profile: "production" is the one that blocks');

/** True where somebody most likely meant `production`, the one profile that blocks. */
export function isSlipOfProduction(name: string): boolean {
	return name !== PRODUCTION && (/^(prod|prd)$/i.test(name) || distance(name.toLowerCase(), PRODUCTION) <= 2);
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
					.regex(/^(\*\*|[^/]+\/[^/]+\/[^/]+)$/, "a stack is named organization/project/stack, each part a glob, or ** for every stack"),
				z.strictObject({
					profile: profileName.optional().describe('"production", or the name of another environment.'),
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
			.record(z.string(), z.strictObject({ rules: ruleSettings }))
			.optional()
			.describe("Rule settings of one profile; they win over `rules`."),
		exceptions: z
			.array(
				z.strictObject({
					rule: z
						.enum(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]) as [string, ...string[]])
						.describe("The rule that the resource is excused from."),
					resource: z.string().min(1).describe("A glob over the resource's name, `type::name` or URN."),
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
