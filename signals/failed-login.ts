import { LOG_EVENTS } from "./log-events";
import { LOGIN_FAILED } from "./logins";
import { NAMESPACE } from "./metric";

/** The metric that counts failed logins, and the filter pattern for the poller's log line. */
export const FAILED_LOGIN = {
	namespace: NAMESPACE,
	metricName: LOGIN_FAILED.name,
	pattern: `{ $.event = "${LOG_EVENTS.loginFailed}" }`,
};

/** Words for a login; a `BROAD` one counts only together with a definite failure. */
const LOGIN = vocabulary("login signin logon signon authentication authenticate sso saml oidc");
const BROAD = vocabulary("auth authn");
const FAILURE = vocabulary("fail failed failure invalid denied rejected refused unsuccessful unauthorized 401 403");
const VAGUE_FAILURE = vocabulary("error");
const SUCCESS = vocabulary("success succeeded successful ok 200");
/** Logins that are not of the product's users. */
const OTHER_LOGINS = vocabulary("console amazonaws smtp ssh sshd database db mysql postgres redis");
const WEBHOOK = vocabulary("webhook");
const HEARTBEAT = vocabulary("heartbeat");
const FILLERS = vocabulary("count counter number of total");

function vocabulary(words: string): ReadonlySet<string> {
	return new Set(wordsOf(words));
}

/** The words of a name or pattern: lower case, singular, "sign in" and "logIn" as one word. */
function wordsOf(text: string): readonly string[] {
	const split = text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2");
	const words = (split.match(/[A-Za-z]+|\d+/g) ?? []).map((word) => word.toLowerCase().replace(/(?<=[a-z]{3}[^su])s$/, ""));
	return words
		.join(" ")
		.replace(/\b(sign|log)(?:ged|ed)? (in|on)\b/g, "$1$2")
		.split(" ");
}

function some(words: readonly string[], ...sets: readonly ReadonlySet<string>[]): boolean {
	return words.some((word) => sets.some((set) => set.has(word)));
}

/** True if a metric's name suggests that it counts failed logins of the product's users. */
export function isFailedLoginMetricName(name: string): boolean {
	const words = wordsOf(name);
	return describesFailedLogin(words, words);
}

function describesFailedLogin(subject: readonly string[], outcome: readonly string[]): boolean {
	if (some(subject, OTHER_LOGINS, WEBHOOK)) return false;
	if (some(subject, LOGIN)) return some(outcome, FAILURE, VAGUE_FAILURE);
	return some(subject, BROAD) && some(outcome, FAILURE);
}

/** True if a metric's name mentions logins, webhooks or heartbeats, failed or not. */
export function isLoginMetricName(name: string): boolean {
	const words = wordsOf(name);
	return some(words, LOGIN, BROAD, WEBHOOK, HEARTBEAT) && !some(words, OTHER_LOGINS);
}

/** A metric's name in a normal form: the same for `LoginFailed` and `failed_logins`. */
export function normalizedName(name: string): string {
	const words = wordsOf(name).filter((word) => !FILLERS.has(word));
	const meanings = words.map((word) => (some([word], LOGIN, BROAD) ? "login" : some([word], FAILURE, VAGUE_FAILURE) ? "failure" : word));
	return [...new Set(meanings)].sort().join(" ");
}

/** True if a filter pattern matches logins that are not of the product's users. */
export function isOtherLoginsPattern(pattern: string): boolean {
	return some(wordsOf(pattern), OTHER_LOGINS, WEBHOOK);
}

/**
 * True if a filter pattern matches failed logins: one of its alternatives requires a login and a failure, in any words
 * and order.
 */
export function isFailedLoginPattern(pattern: string): boolean {
	if (isOtherLoginsPattern(pattern)) return false;
	return pattern.split("||").some((alternative) => {
		const clauses = alternative.split(/&&|[{}()[\],]/).map(parseClause);
		return describesFailedLogin(
			clauses.flatMap((clause) => clause.subject),
			clauses.flatMap((clause) => clause.outcome),
		);
	});
}

/** What a clause requires: `$.outcome != "success"` and `$.success IS FALSE` require a failure. */
function parseClause(clause: string): { subject: readonly string[]; outcome: readonly string[] } {
	if (/\bNOT\s+EXISTS\b|\bIS\s+NULL\b/i.test(clause)) return { subject: [], outcome: [] };
	const required = clause.replace(/(^|\s)-("[^"]*"|\S+)/g, " ");
	const negated = required.includes("!=");
	const refused = negated !== /\bIS\s+FALSE\b|=\s*"?false\b/i.test(required);
	const words = wordsOf(required);
	const outcome = refused ? (some(words, SUCCESS) ? ["failed"] : []) : words;
	return { subject: negated ? wordsOf(required.split("!=")[0] ?? "") : words, outcome };
}
