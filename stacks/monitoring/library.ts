/** What other programs use of the monitoring. */
export type { AuthMonitoringArgs } from "./args";
export { AuthMonitoring } from "./auth-monitoring";
export { OptionsError } from "./option/explain";
export { type KeyPlace, keyPolicyStatements } from "./parts/encryption";
export type { Statement } from "./parts/policy";
export type { Rollback } from "./parts/rollback";
export { runbookMarkdown } from "./runbook/markdown";
