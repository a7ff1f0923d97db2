import type { LoadBalancerArgs } from "@pulumi/aws/elb/loadBalancer";
import type { ListenerArgs } from "@pulumi/aws/lb/listener";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule";
import type { Input } from "@pulumi/pulumi";
import type { ResourceGraph } from "../../engine/graph";
import type { Reading } from "../../engine/reading";
import type { Resource } from "../../engine/resource";
import { stackRule } from "../../engine/rule";
import { allOf, fail, inOtherStack, notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { ClassicLoadBalancer, Listener, ListenerRule } from "../../facts/resource-types";
import { speaks } from "./listener-protocol";
import { isPlainHttpExpression, isPlainHttpPath } from "./plain-http-paths";
import { wherePublic } from "./public-listeners";
import { type Redirect, redirectsToHttps } from "./redirect-action";
import { seen } from "./seen";

export const httpListenerRedirects = stackRule({
	id: "http-listener-redirects",
	title: "HTTP listeners only redirect to HTTPS",
	checklistItems: ["L2"],
	severity: "high",
	since: "1.0.0",
	resources: [Listener, ListenerRule, ClassicLoadBalancer],
	why: "A login page, callback or webhook that answers over plain HTTP hands codes, cookies and tokens to whoever listens in.",
	fix: 'Give every action of the HTTP listener and of its rules type "redirect" with protocol "HTTPS", port "443" and statusCode "HTTP_301".',
	whenNotToUse: "TLS ends in front of this load balancer, and nothing but that front can reach it.",
	references: [
		"Elastic Load Balancing, User Guide for Application Load Balancers: Redirect actions",
		"Elastic Load Balancing, User Guide for Classic Load Balancers: Listeners for your Classic Load Balancer",
	],
	relatedRules: { checkov: ["CKV_AWS_2", "CKV2_AWS_20", "CKV_AWS_376"], securityHub: ["ELB.1", "ELB.3"], trivy: ["AWS-0054"] },

	check(resource, { graph }) {
		if (resource.is(Listener)) return checkListener(resource, graph);
		if (resource.is(ListenerRule)) return checkRule(resource, graph);
		if (resource.is(ClassicLoadBalancer)) return checkClassic(resource);
		return notApplicable("not a listener");
	},
});

function checkListener(listener: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | readonly Verdict[] {
	return unlessHttp(listener) ?? wherePublic(listener, graph, redirectsOnly(listener.read("defaultActions"), listener));
}

function checkRule(rule: Resource<ListenerRuleArgs>, graph: ResourceGraph): Verdict | readonly Verdict[] {
	const challenge = unlessServingPages(rule);
	if (challenge) return challenge;
	const { resources: listeners, state } = graph.follow(rule, rule.read("listenerArn"), Listener);
	if (listeners.length === 0)
		return state === "unknown" ? undetermined(rule.read("listenerArn")) : inOtherStack("its listener is not in this stack");
	return allOf(
		listeners.flatMap((listener) => unlessHttp(listener) ?? wherePublic(listener, graph, redirectsOnly(rule.read("actions"), listener))),
		notApplicable("it has no listener"),
	);
}

/** Why a listener is none of HTTP; undefined where it is one. */
function unlessHttp(listener: Resource<ListenerArgs>): Verdict | undefined {
	const given = seen(listener, "protocol");
	if (given.isAbsent && listener.data.external) return inOtherStack("what its listener speaks is not told in this stack");
	if (given.isAbsent && listener.read("port").isAbsent) return notApplicable("a Gateway Load Balancer's listener has no protocol");
	if (given.isAbsent && !listener.read("certificateArn").isAbsent)
		return notApplicable("it has a certificate, which Elastic Load Balancing refuses on an HTTP listener");
	const protocol = given.or("HTTP");
	if (protocol.isUnknown) return undetermined(protocol);
	return speaks(protocol, "HTTP") ? undefined : notApplicable("not an HTTP listener");
}

/** An action as listeners and listener rules have it, as far as it matters here. */
interface Action {
	type: Input<string>;
	redirect?: Input<Redirect | undefined>;
}

function redirectsOnly(actions: Reading<Input<Action>[]>, listener: Resource<ListenerArgs>): readonly Verdict[] {
	return allOf(
		actions.isUnknown ? [undetermined(actions)] : actions.items.map((action) => redirects(action, seen(listener, "port"))),
		fail(actions.path, "has no action that redirects to HTTPS"),
	);
}

function redirects(action: Reading<Action>, port: Reading): Verdict {
	const type = action.read("type");
	if (type.isUnknown) return undetermined(type);
	if (type.is("fixed-response")) return notApplicable("answers with a fixed response and serves nothing of the application");
	if (!type.is("redirect")) return fail(type, "serves requests over plain HTTP instead of redirecting them to HTTPS");
	return redirectsToHttps(action.read("redirect"), port);
}

/** Why a rule over HTTP is harmless: it answers certificate challenges or health checks. Undefined where it is not. */
function unlessServingPages(rule: Resource<ListenerRuleArgs>): Verdict | undefined {
	const conditions = rule.read("conditions");
	const patterns = conditions.items.map((condition) => condition.read("pathPattern"));
	const paths = patterns.flatMap((pattern) => [
		...pattern.read("values").items.map((path) => ({ path, harmless: isPlainHttpPath })),
		...pattern.read("regexValues").items.map((path) => ({ path, harmless: isPlainHttpExpression })),
	]);
	if (paths.some(({ path, harmless }) => path.isKnown && !harmless(path.text ?? ""))) return undefined;
	const hidden = [conditions, ...patterns.flatMap((pattern) => pattern.leaves)].find((each) => each.isUnknown);
	if (hidden) return undetermined(hidden);
	return paths.length > 0 ? notApplicable("answers certificate challenges or health checks only, which may come over HTTP") : undefined;
}

function checkClassic(loadBalancer: Resource<LoadBalancerArgs>): Verdict | readonly Verdict[] {
	const internal = loadBalancer.read("internal").or(false);
	if (internal.flag) return notApplicable("it is internal");
	const listeners = loadBalancer.read("listeners");
	if (listeners.isUnknown) return undetermined(listeners);
	const verdicts = listeners.items.map((listener): Verdict => {
		const protocol = listener.read("lbProtocol");
		if (protocol.isUnknown) return undetermined(protocol);
		if (!/^http$/i.test(protocol.text ?? "")) return notApplicable("not an HTTP listener");
		if (internal.isUnknown) return undetermined(internal);
		return fail(
			protocol,
			"serves requests over plain HTTP, and a classic load balancer cannot redirect",
			'Set lbProtocol to "HTTPS" with a certificate, or move to an Application Load Balancer that redirects.',
		);
	});
	return allOf(verdicts, notApplicable("it has no listener"));
}
