import * as z from "zod";
import { SEVERITIES, type Severity } from "../engine/severity";

/**
 * The entry of a pack config with which undetermined findings count as failures, each under its own rule. It is not a declared
 * policy: the CLI passes every entry of the file, and `all` would enable a declared one.
 */
export const FAIL_ON_UNDETERMINED = "fail-on-undetermined";

export const failOnOptions = z.strictObject({ severity: z.enum(SEVERITIES).default("low") });

/** Which undetermined findings the pack reports as failures. */
export interface FailOn {
	readonly level: "mandatory" | "advisory";
	/** The lowest severity that counts. */
	readonly severity: Severity;
}
