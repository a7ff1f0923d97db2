/** The pack's name in the CLI. */
export const PACK_NAME = "scalekit-readiness";
export const PACK_DESCRIPTION = "Blocks updates that violate Scalekit's production-readiness checklist.";
