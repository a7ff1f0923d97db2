import type { Input } from "@pulumi/pulumi";
import type { Reading } from "../../engine/reading";
import { fail, inOtherStack, pass, undetermined, type Verdict } from "../../engine/verdict";

/** A redirect as an action of a load balancer has it, as far as it matters here. */
export interface Redirect {
	protocol?: Input<string | undefined>;
	port?: Input<string | undefined>;
	host?: Input<string | undefined>;
}

/**
 * Does a redirect lead to HTTPS, and to a port where HTTPS answers?
 *
 * @param ownPort the port of the listener, which speaks plain HTTP: what `#{port}` stands for, and what a redirect has by default
 */
export function redirectsToHttps(redirect: Reading<Redirect>, ownPort: Reading): Verdict {
	const protocol = redirect.read("protocol").or("#{protocol}");
	if (protocol.isUnknown) return undetermined(protocol);
	if (!protocol.is("HTTPS")) return fail(protocol, "redirects, but to plain HTTP again");
	const given = redirect.read("port").or("#{port}");
	if (given.isUnknown) return undetermined(given);
	if (given.is(443)) return pass();
	const target: Reading = given.is("#{port}") ? ownPort : given;
	if (target.isUnknown) return undetermined(target);
	if (target.isAbsent) return inOtherStack("the port of its listener, which it redirects to, is not told in this stack");
	const wrong = fail(
		given,
		"redirects to HTTPS on a port that speaks plain HTTP, where browsers get a TLS error",
		'Set the redirect\'s port to "443".',
	);
	if (target.is(80)) return wrong;
	const host = redirect.read("host").or("#{host}");
	if (host.isKnown && !host.is("#{host}")) return pass();
	if (ownPort.isUnknown) return undetermined(ownPort);
	if (!ownPort.is(target.text ?? "")) return pass();
	return host.isUnknown ? undetermined(host) : wrong;
}
