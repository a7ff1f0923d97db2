/** The output that a value comes from. */
export interface Origin {
	/** The type token of the resource, or the token of the function. */
	readonly type: string;
	/** The resource's URN; absent for a function's result. */
	readonly urn?: string;
	/** The name of the output, `arn`, or its path, `endpoint.address`. */
	readonly property: string;
}

/** A part of a text that is unknown until deployment. */
export interface Hole {
	/** Absent if the computation does not show which output it is. */
	readonly origin?: Origin;
	/** True if Pulumi marks the part as a secret. */
	readonly secret: boolean;
	/** True if the part is a number. */
	readonly number?: true;
}

export type Piece = string | Hole;

const BRAND = Symbol.for("scalekit-readiness/partial-text");

/**
 * A partly known string, number or boolean, in place of the value in a resource's inputs. Only the program runner creates it;
 * Pulumi's wire format has no such value. Rules see an unknown value whose known pieces they can read.
 */
export class PartialText {
	/** Identifies instances across bundles: the program runner is a separate bundle with its own copy of this class. */
	readonly [BRAND] = true;

	/**
	 * @param pieces known text and holes in order; at least one hole
	 * @param document the parsed document if the text is JSON; its unknown leaves are partial texts
	 */
	constructor(
		readonly pieces: readonly Piece[],
		readonly document?: unknown,
	) {}

	static is(value: object): value is PartialText {
		return BRAND in value;
	}

	get holes(): readonly Hole[] {
		return this.pieces.filter((piece) => typeof piece !== "string");
	}

	/** True if one of the holes is a secret. */
	get secret(): boolean {
		return this.holes.some((hole) => hole.secret);
	}

	/** The text with each hole replaced. */
	filled(fill: (hole: Hole) => string): string {
		return this.pieces.map((piece) => (typeof piece === "string" ? piece : fill(piece))).join("");
	}
}
