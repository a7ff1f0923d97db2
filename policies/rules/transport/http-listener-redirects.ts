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
import { checkFixedResponse, type FixedResponse } from "./fixed-response";
import { whyPortNotServed } from "./https-port";
import { isProtocol } from "./listener-protocol";
import { isPlainHttpExpression, isPlainHttpPath } from "./plain-http-paths";
import { checkPlainTcp, forwardsTcp } from "./plain-tcp";
import { ifInternetFacing } from "./public-listeners";
import { type Redirect, redirectsToHttps } from "./redirect-action";
import { visibleValue } from "./visible-value";

export const httpListenerRedirects = stackRule({
	id: "http-listener-redirects",
	title: "HTTP listeners only redirect to HTTPS",
	checklistItems: ["L2"],
	severity: "high",
	since: "1.0.0",
	resources: [Listener, ListenerRule, ClassicLoadBalancer],
	why: "A login page, callback or webhook over plain HTTP exposes codes, cookies and tokens to anyone on the network. A redirect to a port that serves no HTTPS, and a TCP listener on port 80 whose targets cannot redirect, leave users without HTTPS.",
	fix: 'Set every action of the HTTP listener and of its rules to type "redirect" with protocol "HTTPS", port "443" and statusCode "HTTP_301".',
	whenNotToUse: "TLS terminates in front of this load balancer, which is not reachable otherwise.",
	references: [
		{
			title: "Elastic Load Balancing, User Guide for Application Load Balancers: Redirect actions",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html",
		},
		{
			title: "Elastic Load Balancing, User Guide for Network Load Balancers: Listeners for your Network Load Balancers",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html",
		},
		{
			title: "Elastic Load Balancing, User Guide for Classic Load Balancers: Listeners for your Classic Load Balancer",
			url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html",
		},
	],
	relatedRules: { checkov: ["CKV_AWS_2", "CKV2_AWS_20", "CKV_AWS_376"], securityHub: ["ELB.1", "ELB.3"], trivy: ["AWS-0054"] },

	check(resource, { graph }) {
		if (resource.is(Listener)) return checkListener(resource, graph);
		if (resource.is(ListenerRule)) return checkRule(resource, graph);
		if (resource.is(ClassicLoadBalancer)) return checkClassic(resource);
		return notApplicable("it is no listener");
	},
});

function checkListener(listener: Resource<ListenerArgs>, graph: ResourceGraph): Verdict | readonly Verdict[] {
	if (forwardsTcp(listener)) return ifInternetFacing(listener, graph, allOf(checkPlainTcp(listener, graph), NO_TARGET));
	return whyNotHttp(listener) ?? ifInternetFacing(listener, graph, checkActions(listener.read("defaultActions"), listener, graph));
}

const NO_TARGET = notApplicable("it has no target group");

function checkRule(rule: Resource<ListenerRuleArgs>, graph: ResourceGraph): Verdict | readonly Verdict[] {
	const harmless = whyHarmless(rule);
	if (harmless) return harmless;
	const { resources: listeners, state } = graph.follow(rule, rule.read("listenerArn"), Listener);
	if (listeners.length === 0)
		return state === "unknown" ? undetermined(rule.read("listenerArn")) : inOtherStack("its listener is not in this stack");
	return allOf(
		listeners.flatMap(
			(listener) => whyNotHttp(listener) ?? ifInternetFacing(listener, graph, checkActions(rule.read("actions"), listener, graph)),
		),
		notApplicable("it has no listener"),
	);
}

/** Why a listener is not an HTTP listener; undefined if it is one. */
function whyNotHttp(listener: Resource<ListenerArgs>): Verdict | undefined {
	const given = visibleValue(listener, "protocol");
	if (given.isAbsent && listener.data.external) return inOtherStack("the protocol of its listener is not in this stack");
	if (given.isAbsent && listener.read("port").isAbsent) return notApplicable("a listener of a Gateway Load Balancer has no protocol");
	if (given.isAbsent && !listener.read("certificateArn").isAbsent)
		return notApplicable("it has a certificate, which Elastic Load Balancing refuses on an HTTP listener");
	const protocol = given.or("HTTP");
	if (protocol.isUnknown) return undetermined(protocol);
	return isProtocol(protocol, "HTTP") ? undefined : notApplicable("it is no HTTP listener");
}

/** An action of a listener or listener rule, as far as this rule uses it. */
interface Action {
	type: Input<string>;
	redirect?: Input<Redirect | undefined>;
	fixedResponse?: Input<FixedResponse | undefined>;
}

function checkActions(actions: Reading<Input<Action>[]>, listener: Resource<ListenerArgs>, graph: ResourceGraph): readonly Verdict[] {
	return allOf(
		actions.isUnknown ? [undetermined(actions)] : actions.items.map((action) => checkAction(action, listener, graph)),
		fail(actions.path, "has no action that redirects to HTTPS"),
	);
}

function checkAction(action: Reading<Action>, listener: Resource<ListenerArgs>, graph: ResourceGraph): Verdict {
	const type = action.read("type");
	if (type.isUnknown) return undetermined(type);
	if (type.is("fixed-response")) return checkFixedResponse(action.read("fixedResponse"));
	if (!type.is("redirect")) return fail(type, "serves requests over plain HTTP instead of redirecting them to HTTPS");
	const redirect = action.read("redirect");
	const verdict = redirectsToHttps(redirect, visibleValue(listener, "port"));
	return verdict.verdict === "pass" ? (whyPortNotServed(redirect, listener, graph) ?? verdict) : verdict;
}

/** Not applicable for a rule that serves only certificate challenges or health checks; undefined for any other rule. */
function whyHarmless(rule: Resource<ListenerRuleArgs>): Verdict | undefined {
	const conditions = rule.read("conditions");
	const patterns = conditions.items.map((condition) => condition.read("pathPattern"));
	const paths = patterns.flatMap((pattern) => [
		...pattern.read("values").items.map((path) => ({ path, isHarmless: isPlainHttpPath })),
		...pattern.read("regexValues").items.map((path) => ({ path, isHarmless: isPlainHttpExpression })),
	]);
	if (paths.some(({ path, isHarmless }) => path.isKnown && !isHarmless(path.text ?? ""))) return undefined;
	const unknown = [conditions, ...patterns.flatMap((pattern) => pattern.leaves)].find((each) => each.isUnknown);
	if (unknown) return undetermined(unknown);
	return paths.length > 0 ? notApplicable("it serves only certificate challenges or health checks, which may use HTTP") : undefined;
}

function checkClassic(loadBalancer: Resource<LoadBalancerArgs>): Verdict | readonly Verdict[] {
	const internal = loadBalancer.read("internal").or(false);
	if (internal.flag) return notApplicable("it is internal");
	const listeners = loadBalancer.read("listeners");
	if (listeners.isUnknown) return undetermined(listeners);
	const verdicts = listeners.items.map((listener): Verdict => {
		const protocol = listener.read("lbProtocol");
		if (protocol.isUnknown) return undetermined(protocol);
		if (!/^http$/i.test(protocol.text ?? "")) return notApplicable("it is no HTTP listener");
		if (internal.isUnknown) return undetermined(internal);
		return fail(
			protocol,
			"serves requests over plain HTTP, which a classic load balancer cannot redirect",
			'Set lbProtocol to "HTTPS" with a certificate, or migrate to an Application Load Balancer that redirects.',
		);
	});
	return allOf(verdicts, notApplicable("it has no listener"));
}
