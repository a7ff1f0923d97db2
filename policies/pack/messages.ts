import {
	AnalyzeDiagnostic,
	AnalyzeResponse,
	type ConfigureAnalyzerRequest,
	EnforcementLevel,
	PolicySeverity,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { SentConfig } from "./config";
import type { Diagnostic } from "./diagnostics";
import { PACK_NAME } from "./names";

const SEVERITIES = {
	low: PolicySeverity.POLICY_SEVERITY_LOW,
	medium: PolicySeverity.POLICY_SEVERITY_MEDIUM,
	high: PolicySeverity.POLICY_SEVERITY_HIGH,
	critical: PolicySeverity.POLICY_SEVERITY_CRITICAL,
} as const;

/**
 * The response to Analyze and AnalyzeStack. Other levels than these two make the CLI panic, and another pack name or
 * version than in GetAnalyzerInfo makes it list the pack twice.
 */
export function toResponse(diagnostics: readonly Diagnostic[], release: string): AnalyzeResponse {
	const response = new AnalyzeResponse();
	for (const { finding, message } of diagnostics) {
		const diagnostic = new AnalyzeDiagnostic();
		diagnostic.setPolicyname(finding.rule);
		diagnostic.setPolicypackname(PACK_NAME);
		diagnostic.setPolicypackversion(release);
		diagnostic.setMessage(message);
		diagnostic.setEnforcementlevel(finding.level === "mandatory" ? EnforcementLevel.MANDATORY : EnforcementLevel.ADVISORY);
		diagnostic.setSeverity(SEVERITIES[finding.severity]);
		diagnostic.setUrn(finding.urn);
		response.addDiagnostics(diagnostic);
	}
	return response;
}

/** The configuration of each policy in a Configure request. */
export function sentConfigs(request: ConfigureAnalyzerRequest): readonly SentConfig[] {
	return [...request.getPolicyconfigMap().entries()].map(([name, config]) => ({
		name,
		level: config.getEnforcementlevel(),
		properties: plain(config.getProperties()),
	}));
}

/** The properties of a request in wire format. */
export function plain(properties: Struct | undefined): Record<string, unknown> {
	return (properties?.toJavaScript() ?? {}) as Record<string, unknown>;
}
