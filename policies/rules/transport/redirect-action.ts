import type { Input } from "@pulumi/pulumi";
import type { Reading } from "../../engine/reading";
import { fail, inOtherStack, pass, undetermined, type Verdict } from "../../engine/verdict";

/** A redirect action, as far as this rule uses it. */
export interface Redirect {
	protocol?: Input<string | undefined>;
	port?: Input<string | undefined>;
	host?: Input<string | undefined>;
}

/**
 * Passes if a redirect leads to HTTPS on a port that serves HTTPS.
 *
 * @param ownPort the port of the HTTP listener: the value of `#{port}`, which is the default
 */
export function redirectsToHttps(redirect: Reading<Redirect>, ownPort: Reading): Verdict {
	const protocol = redirect.read("protocol").or("#{protocol}");
	if (protocol.isUnknown) return undetermined(protocol);
	if (!protocol.is("HTTPS")) return fail(protocol, "redirects to plain HTTP");
	const given = redirect.read("port").or("#{port}");
	if (given.isUnknown) return undetermined(given);
	if (given.is(443)) return pass();
	const target: Reading = given.is("#{port}") ? ownPort : given;
	if (target.isUnknown) return undetermined(target);
	if (target.isAbsent) return inOtherStack("it redirects to the port of its listener, which is not in this stack");
	const failure = fail(
		given,
		"redirects to HTTPS on a port that serves plain HTTP, which results in a TLS error",
		'Set the redirect\'s port to "443".',
	);
	if (target.is(80)) return failure;
	const host = redirect.read("host").or("#{host}");
	if (host.isKnown && !host.is("#{host}")) return pass();
	if (ownPort.isUnknown) return undetermined(ownPort);
	if (!ownPort.is(target.text ?? "")) return pass();
	return host.isUnknown ? undetermined(host) : failure;
}
