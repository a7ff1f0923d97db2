import { declare, type PolicyDeclaration } from "../policies/pack/manifest";
import { categoryOf, rules } from "../policies/rules";
import { readinessJsonSchema } from "../settings/schema";

/** What the pack declares at startup, before rules are loaded. */
export function manifest(release: string): readonly PolicyDeclaration[] {
	return rules.map((rule) => declare(rule, categoryOf(rule), release));
}

/** The JSON Schema of `readiness.yaml`. */
export function settingsSchema(): object {
	return readinessJsonSchema(rules);
}
