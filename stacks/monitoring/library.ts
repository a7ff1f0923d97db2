/** The package's public API. */
export type { AuthMonitoringArgs } from "./args";
export { AuthMonitoring } from "./auth-monitoring";
export { OptionsError } from "./option/explain";
export { type KeyPolicyScope, keyPolicyStatements } from "./parts/encryption";
export type { Statement } from "./parts/policy";
export type { Rollback } from "./parts/rollback";
export { runbookMarkdown } from "./runbook/markdown";
