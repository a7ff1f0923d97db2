import type { Example } from "../../policies/engine/example";
import type { Finding } from "../../policies/engine/finding";

/** The findings of an example and the expected ones; a message that the example does not specify is not compared. */
export function compared(findings: readonly Finding[], example: Example): { readonly actual: object[]; readonly expected: object[] } {
	const actual = findings.map(({ verdict, reason, property, message }) => ({ verdict, reason, property, message }));
	const properties = example.property === undefined ? actual.map(({ property }) => property) : [example.property].flat();
	const expected = properties.map((property, index) => {
		const message = actual[index]?.message;
		return {
			verdict: example.verdict,
			reason: example.verdict === "undetermined" ? (example.reason ?? "known-after-deployment") : undefined,
			property,
			message: example.message === undefined || message?.includes(example.message) ? message : example.message,
		};
	});
	return { actual, expected: expected.length > 0 ? expected : [{ verdict: example.verdict }] };
}
