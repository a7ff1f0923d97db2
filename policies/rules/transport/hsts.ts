import type { ResponseHeadersPolicyArgs } from "@pulumi/aws/cloudfront/responseHeadersPolicy";
import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import * as z from "zod";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { fail, notApplicable, notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { Listener, ResponseHeadersPolicy } from "../../facts/resource-types";
import { maxAgeOf } from "./hsts-header";
import { speaks } from "./listener-protocol";
import { wherePublic } from "./public-listeners";

// Neither `preload` nor `includeSubDomains` is asked for: both bind host names that other teams may hold, and the first is hard to take back.

export const hsts = stackRule({
	id: "hsts",
	title: "Strict-Transport-Security lasts a year where load balancers and CloudFront send it",
	checklistItems: ["L2"],
	severity: "medium",
	since: "1.0.0",
	resources: [Listener, ResponseHeadersPolicy],
	options: {
		minimumMaxAgeSeconds: z
			.int()
			.positive()
			.default(31_536_000)
			.describe("The shortest max-age that passes, in seconds; a year by default."),
	},
	why: "Without it, or once it has run out, a browser's first request goes over plain HTTP, where someone in between can take over the sign-in.",
	fix: 'Send "max-age=31536000", with includeSubDomains where every subdomain is served over HTTPS.',
	whenNotToUse: "You are rolling HSTS out in steps, from a short max-age to a long one.",
	references: [
		"RFC 6797: HTTP Strict Transport Security, section 6.1",
		"Elastic Load Balancing, User Guide for Application Load Balancers: HTTP header modification",
		"Amazon CloudFront, Developer Guide: Understand response headers policies",
	],
	relatedRules: { checkov: ["CKV_AWS_259", "CKV2_AWS_32"] },

	check(resource, { options, graph }) {
		const shortest = options.minimumMaxAgeSeconds;
		if (resource.is(Listener)) return checkListener(resource, shortest, graph);
		if (resource.is(ResponseHeadersPolicy)) return checkPolicy(resource, shortest);
		return notApplicable("it sends no headers");
	},
});

function checkListener(listener: Resource<ListenerArgs>, shortest: number, graph: ResourceGraph): Verdict | readonly Verdict[] {
	const protocol = listener.read("protocol");
	if (protocol.isUnknown) return undetermined(protocol);
	if (!speaks(protocol, "HTTPS")) return notApplicable("browsers heed the header over HTTPS only");
	return wherePublic(listener, graph, [checkHeader(listener, shortest)]);
}

function checkHeader(listener: Resource<ListenerArgs>, shortest: number): Verdict {
	const header = listener.read("routingHttpResponseStrictTransportSecurityHeaderValue");
	if (header.isUnknown) return undetermined(header);
	if (header.isAbsent) return sentByApplication(header);
	const maxAge = maxAgeOf(header.text ?? "");
	if (maxAge === undefined)
		return fail(header, "sends a Strict-Transport-Security header that browsers cannot read and so ignore", fixFor(header, shortest));
	return lasts(header, maxAge, shortest);
}

function checkPolicy(policy: Resource<ResponseHeadersPolicyArgs>, shortest: number): Verdict {
	const header = policy.read("securityHeadersConfig").read("strictTransportSecurity");
	if (header.isUnknown) return undetermined(header);
	if (header.isAbsent) return sentByApplication(header);
	const maxAge = header.read("accessControlMaxAgeSec");
	if (maxAge.isUnknown) return undetermined(maxAge);
	if (maxAge.number === undefined)
		return fail(maxAge, "sends Strict-Transport-Security without a max-age in seconds", fixFor(maxAge, shortest));
	return lasts(maxAge, maxAge.number, shortest);
}

function lasts(where: Reading, maxAge: number, shortest: number): Verdict {
	if (maxAge >= shortest) return pass();
	const wrong =
		maxAge > 0 ? `sends Strict-Transport-Security with a max-age below ${shortest}` : "tells browsers to forget Strict-Transport-Security";
	return fail(where, wrong, fixFor(where, shortest));
}

function fixFor(where: Reading, shortest: number): string {
	const value = where.path.endsWith("Sec") ? shortest : `"max-age=${shortest}"`;
	return `Set ${where.path} to ${value}.`;
}

function sentByApplication(header: Reading): Verdict {
	return notDecidable(header, "it adds no Strict-Transport-Security header, but the application may; a look at a live response would tell");
}
