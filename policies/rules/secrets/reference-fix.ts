/** What to do where a reference to a secret belongs, and something else stands. */
export function referenceFix(found: "secret" | "placeholder"): string {
	const put = "Keep the value in Secrets Manager or in an SSM SecureString, and put its ARN or name here.";
	return found === "secret" ? `${put} Exchange the secret that stood here.` : put;
}
