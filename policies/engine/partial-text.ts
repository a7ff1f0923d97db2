/** An output that a value comes from. */
export interface Origin {
	/** The type token of the resource, or the token of the function that was called. */
	readonly type: string;
	/** The resource's URN; absent for a function's result. */
	readonly urn?: string;
	/** The output's name, `arn`; of a nested output the whole path, `endpoint.address`. */
	readonly property: string;
}

/** A part of a text that is known only after deployment. */
export interface Hole {
	/** Absent where the part was computed from outputs in a way that does not show which. */
	readonly origin?: Origin;
	/** True where Pulumi marks the part as a secret. */
	readonly secret: boolean;
	/** True where the part is a number. */
	readonly number?: true;
}

export type Piece = string | Hole;

const BRAND = Symbol.for("scalekit-readiness/partial-text");

/**
 * A text, number or boolean of which only parts are known, in place of the value in a resource's inputs. Only a program's
 * run makes it; Pulumi's wire has no such value. A rule sees an unknown value, and may look at the known pieces.
 */
export class PartialText {
	/** The part of the package that runs programs is a bundle of its own, with a class of its own. */
	readonly [BRAND] = true;

	/**
	 * @param pieces known text and holes in their order; at least one hole
	 * @param document the parsed document where the text is JSON, its own unknown leaves as partial texts
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

	/** True where one of the holes is a secret. */
	get secret(): boolean {
		return this.holes.some((hole) => hole.secret);
	}

	/** The text with something in place of each hole. */
	filled(fill: (hole: Hole) => string): string {
		return this.pieces.map((piece) => (typeof piece === "string" ? piece : fill(piece))).join("");
	}
}
