import { LOG_EVENTS } from "./log-events";
import { LOGIN_FAILED } from "./logins";
import { NAMESPACE } from "./metric";

/** The metric by which failed logins are counted, and the log line that counts as one. */
export const FAILED_LOGIN = {
	namespace: NAMESPACE,
	metricName: LOGIN_FAILED.name,
	pattern: `{ $.event = "${LOG_EVENTS.loginFailed}" }`,
};

/** Words by which people speak of logging in; `BROAD` says it only together with a plain failure. */
const LOGIN = vocabulary("login signin logon signon authentication authenticate sso saml oidc");
const BROAD = vocabulary("auth authn");
const FAILURE = vocabulary("fail failed failure invalid denied rejected refused unsuccessful unauthorized 401 403");
const VAGUE_FAILURE = vocabulary("error");
const SUCCESS = vocabulary("success succeeded successful ok 200");
/** Logins of something else than the product's users. */
const OTHER_LOGINS = vocabulary("console amazonaws smtp ssh sshd database db mysql postgres redis");
const WEBHOOK = vocabulary("webhook");
const HEARTBEAT = vocabulary("heartbeat");
const FILLERS = vocabulary("count counter number of total");

function vocabulary(words: string): ReadonlySet<string> {
	return new Set(wordsOf(words));
}

/** The words of a name or pattern, in lower case, without plural, with "sign in" and "logIn" as one word. */
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

/** True where a metric's name says that it counts failed logins of the product's users. */
export function nameSaysFailedLogin(name: string): boolean {
	const words = wordsOf(name);
	return saysBoth(words, words);
}

function saysBoth(subject: readonly string[], outcome: readonly string[]): boolean {
	if (some(subject, OTHER_LOGINS, WEBHOOK)) return false;
	if (some(subject, LOGIN)) return some(outcome, FAILURE, VAGUE_FAILURE);
	return some(subject, BROAD) && some(outcome, FAILURE);
}

/** True where a metric's name speaks of logins, webhooks or heartbeats, failed or not. */
export function nameSaysLogin(name: string): boolean {
	const words = wordsOf(name);
	return some(words, LOGIN, BROAD, WEBHOOK, HEARTBEAT) && !some(words, OTHER_LOGINS);
}

/** What a metric's name means, however it is spelled: the same of `LoginFailed` and `failed_logins`. */
export function meaningOf(name: string): string {
	const words = wordsOf(name).filter((word) => !FILLERS.has(word));
	const meanings = words.map((word) => (some([word], LOGIN, BROAD) ? "login" : some([word], FAILURE, VAGUE_FAILURE) ? "failure" : word));
	return [...new Set(meanings)].sort().join(" ");
}

/** True where a filter pattern is about logins of something else than the product's users. */
export function patternIsOfOtherLogins(pattern: string): boolean {
	return some(wordsOf(pattern), OTHER_LOGINS, WEBHOOK);
}

/**
 * True where a filter pattern lets through failed logins: one of its alternatives asks for a login and for a failure,
 * in whatever words and order.
 */
export function patternSaysFailedLogin(pattern: string): boolean {
	if (patternIsOfOtherLogins(pattern)) return false;
	return pattern.split("||").some((alternative) => {
		const clauses = alternative.split(/&&|[{}()[\],]/).map(understandClause);
		return saysBoth(
			clauses.flatMap((clause) => clause.subject),
			clauses.flatMap((clause) => clause.outcome),
		);
	});
}

/** What a clause asks for: `$.outcome != "success"` and `$.success IS FALSE` ask for a failure. */
function understandClause(clause: string): { subject: readonly string[]; outcome: readonly string[] } {
	if (/\bNOT\s+EXISTS\b|\bIS\s+NULL\b/i.test(clause)) return { subject: [], outcome: [] };
	const asked = clause.replace(/(^|\s)-("[^"]*"|\S+)/g, " ");
	const negated = asked.includes("!=");
	const refused = negated !== /\bIS\s+FALSE\b|=\s*"?false\b/i.test(asked);
	const words = wordsOf(asked);
	const outcome = refused ? (some(words, SUCCESS) ? ["failed"] : []) : words;
	return { subject: negated ? wordsOf(asked.split("!=")[0] ?? "") : words, outcome };
}
