import * as z from "zod";
import { docsUrl } from "../engine/docs";
import type { Level } from "../engine/finding";
import { defaultLevel, PRODUCTION } from "../engine/level";
import type { Rule } from "../engine/rule";
import type { Severity } from "../engine/severity";

/** The declaration of a rule to the CLI; generated at build time, so the pack starts without loading rules. */
export interface PolicyDeclaration {
	readonly name: string;
	readonly displayName: string;
	readonly description: string;
	/** The level in production. */
	readonly enforcementLevel: Level;
	readonly severity: Severity;
	readonly tags: readonly string[];
	readonly remediationSteps: string;
	readonly url: string;
	readonly configSchema?: { readonly properties: Readonly<Record<string, object>> };
}

/** @param release the version of this package */
export function declare(rule: Rule, category: string, release: string): PolicyDeclaration {
	return {
		name: rule.id,
		displayName: rule.title,
		description: rule.title,
		enforcementLevel: defaultLevel(rule, PRODUCTION, release),
		severity: rule.severity,
		tags: [category, ...rule.checklistItems],
		remediationSteps: rule.fix,
		url: docsUrl(rule.id, release),
		...(rule.options ? { configSchema: { properties: optionSchemas(rule) } } : {}),
	};
}

/**
 * The options as JSON Schema draft 7, which the CLI supports. Defaults are in the description, not in `default`: the CLI
 * would apply them, and they would override `readiness.yaml`.
 */
function optionSchemas(rule: Rule): Record<string, object> {
	return Object.fromEntries(
		Object.entries(rule.options ?? {}).map(([name, schema]) => {
			const { $schema: _, default: fallback, description = "", ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
			return [name, { ...rest, description: `${description} Default: ${JSON.stringify(fallback)}.`.trim() }];
		}),
	);
}
