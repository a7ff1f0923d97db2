import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../../engine/wire";

/** What stands on the wire for a value that is not known before the update. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The same, where the value is a secret too. */
export const UNKNOWN_SECRET: Readonly<Record<string, unknown>> = { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: UNKNOWN };
