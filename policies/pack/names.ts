/** The pack as the CLI lists it. */
export const PACK_NAME = "scalekit-readiness";
export const PACK_DESCRIPTION = "Blocks an update that breaks a line of Scalekit's production-readiness checklist.";
