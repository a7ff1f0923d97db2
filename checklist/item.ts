import type { Feature } from "./features";

/** How a checklist item can be verified, as nouns that follow "verified by". */
export const VERIFICATION_METHODS = {
	rule: "infrastructure rules",
	probe: "an external probe",
	api: "a check of Scalekit's API",
	evidence: "evidence from logs or events",
	attestation: "an attestation",
} as const;

export type VerificationMethod = keyof typeof VERIFICATION_METHODS;
type OtherMethod = Exclude<VerificationMethod, "rule">;

/** A checklist item as the file of its section declares it. */
export type ItemData = ItemHead & (WithoutRules | WithRulesAndMore | WithRulesAlone);

interface ItemHead {
	/** In the vendor's order: L1 to L78 are the checkboxes, D1 to D3 the domains, K1 to K5 the key metrics. */
	readonly id: `${"L" | "D" | "K"}${number}`;
	/** A sentence that is true when the item is ready. */
	readonly title: string;
	/** Scalekit's guide to the item. */
	readonly docs?: string;
	/** The Scalekit feature without which the item is not applicable. */
	readonly feature?: Feature;
	/** What `AuthMonitoring` provides for the item, as the object of "AuthMonitoring provides". It does not affect the item's status. */
	readonly monitoring?: string;
}

/** No infrastructure rule covers the item. */
interface WithoutRules {
	readonly verifiedBy: readonly [OtherMethod, ...OtherMethod[]];
	readonly rulesSuffice?: false;
	readonly remainingEvidence?: undefined;
}

/** Rules can find violations of the item, but cannot prove that it is ready. */
interface WithRulesAndMore {
	readonly verifiedBy: readonly ["rule", OtherMethod, ...OtherMethod[]];
	readonly rulesSuffice?: false;
	/** The evidence needed besides the rules, as the object of "still needs". */
	readonly remainingEvidence: string;
}

/** The item concerns only the stack's own resources, so rules alone can prove that it is ready. */
interface WithRulesAlone {
	readonly verifiedBy: readonly ["rule", ...OtherMethod[]];
	readonly rulesSuffice: true;
	readonly remainingEvidence?: undefined;
}

/** An item of Scalekit's production-readiness checklist. */
export interface Item extends ItemHead {
	/** The id of the item's section. */
	readonly section: string;
	/** The methods that can verify the item; never empty. */
	readonly verifiedBy: readonly VerificationMethod[];
	/** True if infrastructure rules alone can prove the item. */
	readonly rulesSuffice: boolean;
	/** The evidence needed besides the rules; set exactly where rules cover the item but do not suffice. */
	readonly remainingEvidence?: string;
}
