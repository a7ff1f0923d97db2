import * as z from "zod";
import { docsUrl } from "../engine/docs";
import type { Level } from "../engine/finding";
import { defaultLevel, PRODUCTION } from "../engine/level";
import type { Rule } from "../engine/rule";
import type { Severity } from "../engine/severity";

/** What the pack says of a rule before any rule is loaded; written at build time, so that the pack answers at once. */
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
export function declare(rule: Rule, theme: string, release: string): PolicyDeclaration {
	return {
		name: rule.id,
		displayName: rule.title,
		description: rule.title,
		enforcementLevel: defaultLevel(rule, PRODUCTION, release),
		severity: rule.severity,
		tags: [theme, ...rule.checklistItems],
		remediationSteps: rule.fix,
		url: docsUrl(rule.id, release),
		...(rule.options ? { configSchema: { properties: optionSchemas(rule) } } : {}),
	};
}

/**
 * The options as JSON Schema (draft 7, which the CLI's validator knows). A default is told in the description and not as
 * `default`: the CLI would fill it in, and what `readiness.yaml` says could not be told from it any more.
 */
function optionSchemas(rule: Rule): Record<string, object> {
	return Object.fromEntries(
		Object.entries(rule.options ?? {}).map(([name, schema]) => {
			const { $schema: _, default: fallback, description = "", ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input" });
			return [name, { ...rest, description: `${description} Default: ${JSON.stringify(fallback)}.`.trim() }];
		}),
	);
}
