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
import { isProtocol } from "./listener-protocol";
import { ifInternetFacing } from "./public-listeners";

// Requires neither `preload` nor `includeSubDomains`: both affect host names of other teams, and `preload` is hard to revert.

export const hsts = stackRule({
	id: "hsts",
	title: "Load balancers and CloudFront send Strict-Transport-Security with a max-age of a year",
	checklistItems: ["L2"],
	severity: "medium",
	since: "1.0.0",
	resources: [Listener, ResponseHeadersPolicy],
	options: {
		minimumMaxAgeSeconds: z.int().positive().default(31_536_000).describe("The shortest max-age that passes, in seconds."),
	},
	why: "Without the header, or after it expires, a browser's first request uses plain HTTP, which an attacker on the network can intercept to take over the login.",
	fix: 'Send "max-age=31536000", with includeSubDomains if every subdomain is served over HTTPS.',
	whenNotToUse: "HSTS is being rolled out step by step, from a short max-age to a long one.",
	references: [
		{ title: "RFC 6797: HTTP Strict Transport Security, section 6.1", url: "https://www.rfc-editor.org/rfc/rfc6797#section-6.1" },
		{
			title: "Elastic Load Balancing, User Guide for Application Load Balancers: HTTP header modification",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html",
		},
		{
			title: "Amazon CloudFront, Developer Guide: Understand response headers policies",
			url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html",
		},
	],
	relatedRules: { checkov: ["CKV_AWS_259", "CKV2_AWS_32"] },

	check(resource, { options, graph }) {
		const shortest = options.minimumMaxAgeSeconds;
		if (resource.is(Listener)) return checkListener(resource, shortest, graph);
		if (resource.is(ResponseHeadersPolicy)) return checkPolicy(resource, shortest);
		return notApplicable("it sends no response headers");
	},
});

function checkListener(listener: Resource<ListenerArgs>, shortest: number, graph: ResourceGraph): Verdict | readonly Verdict[] {
	const protocol = listener.read("protocol");
	if (protocol.isUnknown) return undetermined(protocol);
	if (!isProtocol(protocol, "HTTPS")) return notApplicable("browsers ignore the header over HTTP");
	return ifInternetFacing(listener, graph, [checkHeader(listener, shortest)]);
}

function checkHeader(listener: Resource<ListenerArgs>, shortest: number): Verdict {
	const header = listener.read("routingHttpResponseStrictTransportSecurityHeaderValue");
	if (header.isUnknown) return undetermined(header);
	if (header.isAbsent) return sentByApplication(header);
	const maxAge = maxAgeOf(header.text ?? "");
	if (maxAge === undefined)
		return fail(header, "sends an invalid Strict-Transport-Security header, which browsers ignore", fixFor(header, shortest));
	return checkMaxAge(header, maxAge, shortest);
}

function checkPolicy(policy: Resource<ResponseHeadersPolicyArgs>, shortest: number): Verdict {
	const header = policy.read("securityHeadersConfig").read("strictTransportSecurity");
	if (header.isUnknown) return undetermined(header);
	if (header.isAbsent) return sentByApplication(header);
	const maxAge = header.read("accessControlMaxAgeSec");
	if (maxAge.isUnknown) return undetermined(maxAge);
	if (maxAge.number === undefined)
		return fail(maxAge, "sends Strict-Transport-Security without a max-age in seconds", fixFor(maxAge, shortest));
	return checkMaxAge(maxAge, maxAge.number, shortest);
}

function checkMaxAge(where: Reading, maxAge: number, shortest: number): Verdict {
	if (maxAge >= shortest) return pass();
	const message =
		maxAge > 0
			? `sends Strict-Transport-Security with a max-age below ${shortest}`
			: "sends Strict-Transport-Security with max-age=0, which disables it";
	return fail(where, message, fixFor(where, shortest));
}

function fixFor(where: Reading, shortest: number): string {
	const value = where.path.endsWith("Sec") ? shortest : `"max-age=${shortest}"`;
	return `Set ${where.path} to ${value}.`;
}

function sentByApplication(header: Reading): Verdict {
	return notDecidable(
		header,
		"it adds no Strict-Transport-Security header, but the application may; verify with a request to the endpoint",
	);
}
