import type { Feature } from "./features";

/** What can settle a line, in words that complete "settled by". */
export const CHANNELS = {
	rule: "infrastructure rules",
	probe: "a probe from outside",
	api: "a check of Scalekit's API",
	evidence: "evidence that it happened",
	attestation: "a person's attestation",
} as const;

export type Channel = keyof typeof CHANNELS;
type OtherChannel = Exclude<Channel, "rule">;

/** A line of the checklist, as its section's file writes it. */
export type LineData = LineHead & (WithoutRules | WithRulesAndMore | WithRulesAlone);

interface LineHead {
	/** The vendor's order: L1 to L78 are its boxes, D1 to D3 its domains, K1 to K5 its metrics. */
	readonly id: `${"L" | "D" | "K"}${number}`;
	/** A sentence that holds where the line passes, in the project's own words. */
	readonly text: string;
	/** What the product must use for the line to apply. */
	readonly feature?: Feature;
	/** What `AuthMonitoring` brings for it; completes "AuthMonitoring brings". Nothing is decided by it. */
	readonly monitoring?: string;
}

/** Infrastructure says nothing about it. */
interface WithoutRules {
	readonly channels: readonly [OtherChannel, ...OtherChannel[]];
	readonly rulesSuffice?: false;
	readonly still?: undefined;
}

/** Infrastructure can break it, and cannot prove it. */
interface WithRulesAndMore {
	readonly channels: readonly ["rule", OtherChannel, ...OtherChannel[]];
	readonly rulesSuffice?: false;
	/** What it takes beyond the rules; completes "still needs". */
	readonly still: string;
}

/** It is about the stack's own resources and nothing else, so that rules can prove it. */
interface WithRulesAlone {
	readonly channels: readonly ["rule", ...OtherChannel[]];
	readonly rulesSuffice: true;
	readonly still?: undefined;
}

export interface Line extends LineHead {
	/** The id of its section. */
	readonly section: string;
	/** Everything that can settle it, never empty. */
	readonly channels: readonly Channel[];
	/** True where infrastructure rules alone can prove it. */
	readonly rulesSuffice: boolean;
	/** What it takes beyond the rules; present exactly where rules look at it and do not suffice. */
	readonly still?: string;
}
