import { z } from "zod";
import { FEATURES } from "../checklist/features";
import { optionsSchema } from "../policies/engine/options";
import { PARTS, type Rule } from "../policies/engine/rule";

/** What a failing rule does: stop the update, be shown, or not be decided at all. */
const level = z
	.enum(["mandatory", "advisory", "disabled"])
	.describe("What a failure does: mandatory blocks, advisory is shown, disabled is not decided at all.");
const day = z.iso.date();
const who = z.string().min(1);

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
				z.string(),
				z.strictObject({
					profile: z.string().min(1).optional().describe('"production", or the name of another environment.'),
					holds: z
						.array(z.enum(PARTS))
						.optional()
						.describe("The parts of the system that these stacks hold: what is missing of them is a failure there."),
				}),
			)
			.optional()
			.describe("Globs over organization/project/stack; the first that matches decides. A stack that none matches is production."),
		scalekit: z
			.strictObject({
				environment: z
					.url({ protocol: /^https$/ })
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
			.optional(),
		rules: ruleSettings.optional(),
		profiles: z
			.record(z.string(), z.strictObject({ rules: ruleSettings }))
			.optional()
			.describe("Rule settings of one profile; they win over `rules`."),
		exceptions: z
			.array(
				z.strictObject({
					rule: z.enum(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]) as [string, ...string[]]),
					resource: z.string().min(1).describe("A glob over the resource's name, `type::name` or URN."),
					owner: who,
					reason: who,
					expires: day.describe("The last day on which it holds."),
				}),
			)
			.optional()
			.describe("Resources excused from a rule."),
	});
}

export type Readiness = z.output<ReturnType<typeof readinessSchema>>;

function ruleSetting(rule: Rule) {
	return optionsSchema(rule).partial().extend({ level: level.optional() }).describe(rule.title);
}

/** The JSON Schema that editors complete and check `readiness.yaml` with. */
export function readinessJsonSchema(rules: readonly Rule[]): object {
	return {
		$id: "readiness.schema.json",
		title: "readiness.yaml",
		...z.toJSONSchema(readinessSchema(rules), { target: "draft-7", io: "input" }),
	};
}
