/** The pack as the CLI lists it. */
export const PACK_NAME = "scalekit-readiness";
/** The policy by which undetermined findings are reported; a pack config switches it on. */
export const FAIL_ON_UNDETERMINED = "fail-on-undetermined";
export const PACK_DESCRIPTION = "Blocks an update that breaks a line of Scalekit's production-readiness checklist.";
