/** The classification of a value. It never contains the value, or a part of it. */
export type Classification =
	/** A plain-text secret; `because` is a clause. */
	| { readonly is: "secret"; readonly because: string }
	/** A reference to a secret. */
	| { readonly is: "reference" }
	/** A placeholder for a secret. */
	| { readonly is: "placeholder" }
	/** Either a secret or the name of one. */
	| { readonly is: "secret-or-name" }
	| { readonly is: "no-secret" }
	/** Unknown; `expected` if its name, or Pulumi's marking, indicates a secret. */
	| { readonly is: "unknown"; readonly expected: boolean }
	/** Compressed or encoded in an unsupported way. */
	| { readonly is: "unreadable" };
