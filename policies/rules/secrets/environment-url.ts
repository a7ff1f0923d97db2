import {
	AMBIGUOUS_DOMAINS,
	DEVELOPMENT_DOMAIN,
	NON_PRODUCTION_LABEL,
	PLACEHOLDER_LABEL,
	PRODUCTION_DOMAIN,
	SERVICE_LABELS,
} from "../../facts/scalekit-environment";
import { valueKind } from "./secret-values";

/** The classification of a Scalekit environment URL. It never contains the URL. */
export type UrlClassification =
	| { readonly is: "production" }
	/** `because` is a predicate whose subject is the URL. */
	| { readonly is: "not-production"; readonly because: string }
	| { readonly is: "ambiguous"; readonly because: string }
	/** A custom domain, or another host. */
	| { readonly is: "custom" }
	/** A reference to the URL. */
	| { readonly is: "reference" };

/** Longer values are not environment URLs. */
const LONGEST_URL = 2048;

const no = (because: string): UrlClassification => ({ is: "not-production", because });
const ambiguous = (because: string): UrlClassification => ({ is: "ambiguous", because });

/**
 * Classifies a URL.
 *
 * @param declared hosts of the environment in `readiness.yaml`
 */
export function classifyUrl(text: string, declared: readonly string[]): UrlClassification {
	if (/<[^<>]+>|(?:^|[^{$])\{your\b[^{}]*\}/i.test(text)) return no("is a placeholder");
	const address = URL.canParse(text) ? new URL(text) : undefined;
	if (address === undefined || !/^https?:$/.test(address.protocol)) {
		const kind = valueKind(text);
		if (kind === "reference") return { is: "reference" };
		return no(kind === "placeholder" ? "is a placeholder" : "is not an https:// URL");
	}
	if (text.includes("{")) return { is: "reference" };
	const host = address.hostname.replace(/\.$/, "");
	const answer = ofHost(host, declared);
	if (answer.is === "not-production") return answer;
	if (address.protocol === "http:") return no("uses http://, so credentials and tokens are not encrypted");
	const extra = address.pathname !== "/" || text.trim().endsWith("/") || address.search !== "" || address.hash !== "";
	return extra && (answer.is === "production" || answer.is === "custom")
		? ambiguous(
				"continues after the host, if only with a slash; Scalekit's SDK appends paths to the unchanged URL, so it should end with the host",
			)
		: answer;
}

function ofHost(host: string, declared: readonly string[]): UrlClassification {
	if (isBelow(host, DEVELOPMENT_DOMAIN)) return no("points to a Scalekit development environment");
	if (!declared.includes(host) && isScalekitHost(host) && PLACEHOLDER_LABEL.test(host.split(".")[0] ?? "")) return no("is a placeholder");
	if (isBelow(host, PRODUCTION_DOMAIN) && SERVICE_LABELS.has(labelOf(host, PRODUCTION_DOMAIN)))
		return no("points to one of Scalekit's own services, not to an environment");
	if (declared.includes(host)) return { is: "production" };
	if (isPrivate(host)) return no("points to a private host");
	const ambiguousDomain = AMBIGUOUS_DOMAINS.find((domain) => isBelow(host, domain));
	if (ambiguousDomain) {
		return NON_PRODUCTION_LABEL.test(labelOf(host, ambiguousDomain))
			? no("points to an environment whose name indicates that it is not production")
			: ambiguous(
					"is on a domain that Scalekit does not document for production; declare it under scalekit.environment in readiness.yaml if it is production",
				);
	}
	if (!isBelow(host, PRODUCTION_DOMAIN))
		return declared.length > 0 ? no("differs from the environment in readiness.yaml") : { is: "custom" };
	if (declared.some((each) => isBelow(each, PRODUCTION_DOMAIN))) return no("differs from the environment in readiness.yaml");
	const label = labelOf(host, PRODUCTION_DOMAIN);
	if (label.includes("."))
		return ambiguous("has an undocumented form; declare it under scalekit.environment in readiness.yaml if it is production");
	return NON_PRODUCTION_LABEL.test(label)
		? ambiguous(
				"is on the production domain, but its name indicates another environment; declare it under scalekit.environment in readiness.yaml if it is production",
			)
		: { is: "production" };
}

/** True for a URL of a Scalekit host. */
export function isScalekitUrl(text: string): boolean {
	const host = URL.canParse(text) ? new URL(text).hostname : "";
	return isScalekitHost(host);
}

/** True for the URL or host name of a development environment. */
export function isDevelopmentUrl(text: string): boolean {
	if (!/scalekit\.dev/i.test(text) || text.length > LONGEST_URL) return false;
	const address = text.trim().includes("://") ? text.trim() : `https://${text.trim()}`;
	return (
		URL.canParse(address) &&
		!/\s/.test(text.trim()) &&
		isBelow(new URL(address).hostname.toLowerCase().replace(/\.$/, ""), DEVELOPMENT_DOMAIN)
	);
}

function isScalekitHost(host: string): boolean {
	return [DEVELOPMENT_DOMAIN, PRODUCTION_DOMAIN, ...AMBIGUOUS_DOMAINS].some((domain) => isBelow(host, domain));
}

function isBelow(host: string, domain: string): boolean {
	return host === domain || host.endsWith(`.${domain}`);
}

function labelOf(host: string, domain: string): string {
	return host === domain ? "" : host.slice(0, -domain.length - 1);
}

function isPrivate(host: string): boolean {
	return (
		!/[.:]/.test(host) ||
		/\.(?:localhost|local|internal|test|lan)$/.test(host) ||
		/^(?:127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(host) ||
		/^\[(?:::1?\]|f[cd]|fe80)/.test(host)
	);
}
