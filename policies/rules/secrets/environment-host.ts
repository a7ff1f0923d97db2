import {
	DEVELOPMENT_DOMAIN,
	DOUBTFUL_LABEL,
	PLACEHOLDER_LABEL,
	PRODUCTION_DOMAIN,
	SERVICE_LABELS,
	UNDECIDED_DOMAINS,
} from "../../facts/scalekit-environment";
import { kindOfValue } from "./secret-values";

/** What the address of a Scalekit environment says. It never holds the address. */
export type HostAnswer =
	| { readonly is: "production" }
	/** `because` is a predicate whose subject is the address. */
	| { readonly is: "not-production"; readonly because: string }
	| { readonly is: "undecided"; readonly because: string }
	/** A custom domain, or somebody else's host. */
	| { readonly is: "custom" }
	/** Says where the address is kept. */
	| { readonly is: "reference" };

/** Beyond it nothing is the address of an environment. */
const LONGEST_ADDRESS = 2048;

const no = (because: string): HostAnswer => ({ is: "not-production", because });
const undecided = (because: string): HostAnswer => ({ is: "undecided", because });

/**
 * Whether an address is the one of a production environment.
 *
 * @param declared hosts of the environment, as `readiness.yaml` names them
 */
export function inspectAddress(text: string, declared: readonly string[]): HostAnswer {
	if (/<[^<>]+>|(?:^|[^{$])\{your\b[^{}]*\}/i.test(text)) return no("is still a placeholder");
	const address = URL.canParse(text) ? new URL(text) : undefined;
	if (address === undefined || !/^https?:$/.test(address.protocol)) {
		const kind = kindOfValue(text);
		if (kind === "reference") return { is: "reference" };
		return no(kind === "placeholder" ? "is still a placeholder" : "is no address that starts with https://");
	}
	if (text.includes("{")) return { is: "reference" };
	const host = address.hostname.replace(/\.$/, "");
	const answer = ofHost(host, declared);
	if (answer.is === "not-production") return answer;
	if (address.protocol === "http:") return no("starts with http://, so that credentials and tokens travel unencrypted");
	const extra = address.pathname !== "/" || text.trim().endsWith("/") || address.search !== "" || address.hash !== "";
	return extra && (answer.is === "production" || answer.is === "custom")
		? undecided(
				"has something behind the host, if only a slash; Scalekit's SDK appends its paths to the address as it is, so the address should end with the host",
			)
		: answer;
}

function ofHost(host: string, declared: readonly string[]): HostAnswer {
	if (isBelow(host, DEVELOPMENT_DOMAIN)) return no("is the one of a development environment");
	if (!declared.includes(host) && isScalekitHost(host) && PLACEHOLDER_LABEL.test(host.split(".")[0] ?? ""))
		return no("is still a placeholder");
	if (isBelow(host, PRODUCTION_DOMAIN) && SERVICE_LABELS.has(labelOf(host, PRODUCTION_DOMAIN)))
		return no("is the one of a service of Scalekit's own, not of an environment");
	if (declared.includes(host)) return { is: "production" };
	if (isPrivate(host)) return no("names a host that only this machine or network reaches");
	const undecidedDomain = UNDECIDED_DOMAINS.find((domain) => isBelow(host, domain));
	if (undecidedDomain) {
		return DOUBTFUL_LABEL.test(labelOf(host, undecidedDomain))
			? no("names an environment that is not for production")
			: undecided(
					"is below a domain that Scalekit documents for production nowhere; readiness.yaml can name it under scalekit.environment",
				);
	}
	if (!isBelow(host, PRODUCTION_DOMAIN)) return declared.length > 0 ? no("is another one than readiness.yaml names") : { is: "custom" };
	if (declared.some((each) => isBelow(each, PRODUCTION_DOMAIN))) return no("is another one than readiness.yaml names");
	const label = labelOf(host, PRODUCTION_DOMAIN);
	if (label.includes("."))
		return undecided("has a form that Scalekit does not document; readiness.yaml can name it under scalekit.environment");
	return DOUBTFUL_LABEL.test(label)
		? undecided(
				"is below the production domain, but its name suggests another environment; readiness.yaml can name it under scalekit.environment",
			)
		: { is: "production" };
}

/** True where the host is one of Scalekit's, whatever it is for. */
export function isScalekitAddress(text: string): boolean {
	const host = URL.canParse(text) ? new URL(text).hostname : "";
	return isScalekitHost(host);
}

/** True where the text is the address of a development environment, or its host alone. */
export function isDevelopmentAddress(text: string): boolean {
	if (!/scalekit\.dev/i.test(text) || text.length > LONGEST_ADDRESS) return false;
	const address = text.trim().includes("://") ? text.trim() : `https://${text.trim()}`;
	return (
		URL.canParse(address) &&
		!/\s/.test(text.trim()) &&
		isBelow(new URL(address).hostname.toLowerCase().replace(/\.$/, ""), DEVELOPMENT_DOMAIN)
	);
}

function isScalekitHost(host: string): boolean {
	return [DEVELOPMENT_DOMAIN, PRODUCTION_DOMAIN, ...UNDECIDED_DOMAINS].some((domain) => isBelow(host, domain));
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
