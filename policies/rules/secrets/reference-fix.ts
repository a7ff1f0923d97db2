/** The fix for another value in place of a reference to a secret. */
export function referenceFix(found: "secret" | "placeholder"): string {
	const store = "Store the value in Secrets Manager or in an SSM SecureString, and set its ARN or name here.";
	return found === "secret" ? `${store} Rotate the exposed secret.` : store;
}
