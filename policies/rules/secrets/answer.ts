/** What is said of a value. It never holds the value, nor a part of it. */
export type Answer =
	/** A secret in plain text; `because` is a clause. */
	| { readonly is: "secret"; readonly because: string }
	/** Says where the secret is. */
	| { readonly is: "reference" }
	/** Stands in for a secret that is still to come. */
	| { readonly is: "placeholder" }
	/** May be a secret, or only the name of one. */
	| { readonly is: "secret-or-name" }
	| { readonly is: "no-secret" }
	/** Cannot be seen; `expected` where its name, or Pulumi's mark, says that it is a secret. */
	| { readonly is: "unknown"; readonly expected: boolean }
	/** Packed in a way that hides what it is. */
	| { readonly is: "unreadable" };
