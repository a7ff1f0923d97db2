import type { RuleMetadata } from "../../policies/engine/rule";

const TOOLS: Readonly<Record<string, string>> = {
	checkov: "Checkov",
	securityHub: "AWS Security Hub",
	trivy: "Trivy",
	prowler: "Prowler",
	steampipe: "Steampipe",
	awsConfig: "AWS Config",
};

/** Related rules of other tools, by tool. */
export function relatedRulesOf(relatedRules: RuleMetadata["relatedRules"] = {}): string {
	return Object.entries(relatedRules)
		.map(([tool, ids]) => `${TOOLS[tool] ?? tool} ${ids.join(", ")}`)
		.join("; ");
}
