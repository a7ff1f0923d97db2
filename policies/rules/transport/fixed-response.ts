import type { Input } from "@pulumi/pulumi";
import type { Reading } from "../../engine/reading";
import { fail, notApplicable, undetermined, type Verdict } from "../../engine/verdict";

/** A fixed response, as far as this rule uses it. */
export interface FixedResponse {
	contentType?: Input<string | undefined>;
	messageBody?: Input<string | undefined>;
}

const FORM = /<\s*(?:form|input)\b/i;
/** Words of a form for credentials, in labels, names and addresses. */
const CREDENTIALS = /password|passwd|passcode|credential|\b(?:log|sign)[\s_-]?(?:in|on)\b|\botp\b|\bsso\b|user[\s_-]?name/i;

/** Fails for a page with a form that asks for credentials; a page without one, such as a 404, may use HTTP. */
export function checkFixedResponse(response: Reading<FixedResponse>): Verdict {
	const [type, body] = [response.read("contentType") as Reading, response.read("messageBody") as Reading];
	const isPage = type.isUnknown || /^text\/html\b/i.test(type.text ?? "");
	if (!isPage) return notApplicable("it sends a fixed response");
	const unknown = [response as Reading, type, body].find((each) => each.isUnknown);
	if (body.isKnown && !asksForCredentials(body.text ?? "")) return notApplicable("it sends a fixed response");
	if (unknown) return undetermined(unknown);
	return body.isAbsent
		? notApplicable("it sends a fixed response")
		: fail(body, "sends a form for credentials over plain HTTP", 'Serve the form over HTTPS, and redirect to it with type "redirect".');
}

function asksForCredentials(page: string): boolean {
	return FORM.test(page) && CREDENTIALS.test(page);
}
