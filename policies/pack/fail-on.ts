import { z } from "zod";
import { SEVERITIES, type Severity } from "../engine/rule";
import type { PolicyDeclaration } from "./manifest";
import { FAIL_ON_UNDETERMINED } from "./names";

const DESCRIPTION = "Undetermined findings count as failures.";

/** What the option takes: the least severity of a finding that counts. */
export const failOnOptions = z.strictObject({ severity: z.enum(SEVERITIES).default("low") });

/** Which undetermined findings the pack reports, and how. */
export interface FailOn {
	readonly level: "mandatory" | "advisory";
	/** The least severity that counts. */
	readonly severity: Severity;
}

/** The policy as the CLI lists it: off, until a pack config gives it a level. */
export const failOnDeclaration: PolicyDeclaration = {
	name: FAIL_ON_UNDETERMINED,
	displayName: "Undetermined findings count as failures",
	description: DESCRIPTION,
	enforcementLevel: "disabled",
	severity: "high",
	tags: [],
	remediationSteps: 'Run "scalekit-readiness check" on the program: it decides what is unknown at a preview.',
	url: "",
	configSchema: {
		properties: {
			severity: { type: "string", enum: [...SEVERITIES], description: 'The least severity of a finding that counts. Default: "low".' },
		},
	},
};
