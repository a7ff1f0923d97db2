import type { RuleMetadata } from "../../policies/engine/rule";

const TOOLS: Readonly<Record<string, string>> = {
	checkov: "Checkov",
	securityHub: "AWS Security Hub",
	trivy: "Trivy",
	prowler: "Prowler",
	steampipe: "Steampipe",
	awsConfig: "AWS Config",
};

/** The rules of other tools, by tool. */
export function peersOf(peers: RuleMetadata["relatedRules"] = {}): string {
	return Object.entries(peers)
		.map(([tool, ids]) => `${TOOLS[tool] ?? tool} ${ids.join(", ")}`)
		.join("; ");
}
