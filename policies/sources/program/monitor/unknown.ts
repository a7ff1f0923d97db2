import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_SENTINEL } from "../../../engine/wire";

/** The wire format's sentinel for a value that is unknown before the update. */
export const UNKNOWN = UNKNOWN_SENTINEL;

/** The same for a secret value. */
export const UNKNOWN_SECRET: Readonly<Record<string, unknown>> = { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: UNKNOWN };
