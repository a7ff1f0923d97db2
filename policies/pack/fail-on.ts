import * as z from "zod";
import { SEVERITIES, type Severity } from "../engine/severity";

/**
 * The entry of a pack config by which undetermined findings count as failures, each under its own rule. It is no policy that
 * the pack declares: the CLI hands over every entry of the file, and a declared one would be switched on by `all`.
 */
export const FAIL_ON_UNDETERMINED = "fail-on-undetermined";

export const failOnOptions = z.strictObject({ severity: z.enum(SEVERITIES).default("low") });

/** Which undetermined findings the pack reports, and how. */
export interface FailOn {
	readonly level: "mandatory" | "advisory";
	/** The least severity that counts. */
	readonly severity: Severity;
}
