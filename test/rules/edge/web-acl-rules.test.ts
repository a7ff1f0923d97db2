import { type ExampleResource, type Form, ref, resource, toResourceData, UNKNOWN } from "../../../policies/engine/example";
import {
	AppRunnerService,
	Distribution,
	HttpApi,
	IpSet,
	LoadBalancer,
	MultitenantDistribution,
	RestStage,
	WebAcl,
	WebAclAssociation,
	WebAclRule,
	WebAclRuleGroupAssociation,
} from "../../../policies/facts/resource-types";
import { webAclAllowsWebhooks } from "../../../policies/rules/edge/web-acl-allows-webhooks";
import { judge } from "../../../policies/rules/judge";

const allow = { allow: {} };
const block = { block: {} };
const count = { count: {} };

const match = (fieldToMatch: unknown, searchString: unknown, positionalConstraint: unknown = "EXACTLY") => ({
	byteMatchStatement: { fieldToMatch, searchString, positionalConstraint },
});
const path = (searchString: unknown, positionalConstraint: unknown = "STARTS_WITH") =>
	match({ uriPath: {} }, searchString, positionalConstraint);
const regex = (regexString: string) => ({ regexMatchStatement: { fieldToMatch: { uriPath: {} }, regexString } });
const header = { singleHeader: { name: "user-agent" } };
const webhook = path("/webhooks/scalekit");
const and = (...statements: unknown[]) => ({ andStatement: { statements } });
const or = (...statements: unknown[]) => ({ orStatement: { statements } });
const not = (statement: unknown) => ({ notStatement: { statement } });
const from = (arn: unknown) => ({ ipSetReferenceStatement: { arn } });
const rate = (more: object = {}) => ({ rateBasedStatement: { limit: 500, aggregateKeyType: "IP", ...more } });
const managed = { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesBotControlRuleSet" } };
const OTHER_STACK = from("arn:aws:wafv2:eu-west-1:123456789012:regional/ipset/shared/473e64fd");

const setOf = (name: string, addresses: unknown) => resource(IpSet, name, { scope: "REGIONAL", ipAddressVersion: "IPV4", addresses });
const office = from(ref("office"));
const vpn = from(ref("vpn"));
const everyone = from(ref("everyone"));
const hidden = from(ref("hidden"));
const sets = [
	setOf("office", ["203.0.113.0/24"]),
	setOf("vpn", ["198.51.100.0/24"]),
	setOf("everyone", ["0.0.0.0/1", "128.0.0.0/1"]),
	setOf("hidden", UNKNOWN),
	setOf("published", ["203.0.113.0/24", "34.94.129.140/32"]),
];

type Rule = readonly [action: unknown, statement: unknown, more?: object];
const acl = (rules: readonly Rule[], defaultAction: unknown = allow, more: object = {}) =>
	resource(WebAcl, "acl", {
		scope: "REGIONAL",
		defaultAction,
		rules: rules.map(([action, statement, others], priority) => ({ name: `rule-${priority}`, priority, action, statement, ...others })),
		...more,
	});

const findingsOn = (stack: readonly ExampleResource[], project: object = {}, form: Form = "state") =>
	judge(webAclAllowsWebhooks as never, toResourceData({ stack }, form), { project }).filter(({ name }) => name === stack[0]?.name);
/** Verdict, reason and property of each finding. */
const gistOf = (...given: Parameters<typeof findingsOn>) =>
	findingsOn(...given).map(({ verdict, reason, property }) => [verdict, reason, property].filter(Boolean).join(" "));
const laterIn = (property: string) => `undetermined known-after-deployment ${property}`;
const openIn = (property: string) => `undetermined not-decidable ${property}`;

describe("a rule that blocks requests before the webhook's path is allowed", () => {
	const at = "rules[0].statement";
	const inAnd = `${at}.andStatement.statements`;
	const inMatch = `${at}.byteMatchStatement`;
	it.each<[title: string, statement: unknown, gist: string]>([
		["another path or the webhook's", or(path("/admin"), webhook), "fail rules[0].action"],
		["two other paths", or(path("/admin"), path("/internal")), "pass"],
		["POST to the webhook's path", and(webhook, match({ method: {} }, "POST")), "fail rules[0].action"],
		["every other path", not(webhook), "pass"],
		["a path that contains the webhook's", path("/webhooks"), "fail rules[0].action"],
		["a part of the webhook's path", path("hooks/", "CONTAINS"), "fail rules[0].action"],
		["exactly another path", path("/admin", "EXACTLY"), "pass"],
		["a part of a path that the webhook's may have after its start", path("/admin", "CONTAINS"), openIn(`${inMatch}.searchString`)],
		["the end of a path", path("/hook", "ENDS_WITH"), openIn(`${inMatch}.searchString`)],
		["a regular expression that differs in its second letter", regex("^/who$"), "pass"],
		["a regular expression with an optional end", regex("^/webhooks(/.*)?$"), openIn(`${at}.regexMatchStatement.regexString`)],
		["a header", match(header, "bot"), openIn(`${inMatch}.searchString`)],
		["the first letter of the method", match({ method: {} }, "P", "STARTS_WITH"), openIn(`${inMatch}.searchString`)],
		["requests with SQL", { sqliMatchStatement: { fieldToMatch: { body: {} } } }, openIn(`${at}.sqliMatchStatement`)],
		["networks", { asnMatchStatement: { asnLists: [64496] } }, openIn(`${at}.asnMatchStatement`)],
		["the webhook's path from every address", and(webhook, everyone), "fail rules[0].action"],
		["the webhook's path from an office", and(webhook, office), openIn(`${inAnd}[1].ipSetReferenceStatement.arn`)],
		["the webhook's path from an IP set of another stack", and(webhook, OTHER_STACK), openIn(`${inAnd}[1].ipSetReferenceStatement.arn`)],
		["listed addresses, one of them published", from(ref("published")), openIn(at)],
		["an unknown IP set", from(UNKNOWN), laterIn(`${at}.ipSetReferenceStatement.arn`)],
		["the webhook's path from an unknown IP set", and(webhook, from(UNKNOWN)), laterIn(`${inAnd}[1].ipSetReferenceStatement.arn`)],
		["the webhook's path from unknown addresses", and(webhook, hidden), "undetermined known-after-deployment"],
		["an unknown statement", UNKNOWN, laterIn(at)],
		["an unknown AND", and(webhook, { andStatement: UNKNOWN }), laterIn(`${inAnd}[1].andStatement`)],
		["unknown parts of an AND", { andStatement: { statements: UNKNOWN } }, laterIn(inAnd)],
		["unknown countries", { geoMatchStatement: UNKNOWN }, laterIn(`${at}.geoMatchStatement`)],
		["an unknown field", match(UNKNOWN, "/admin"), laterIn(`${inMatch}.fieldToMatch`)],
		["an unknown path", path(UNKNOWN), laterIn(`${inMatch}.searchString`)],
		["an unknown comparison", path("/admin", UNKNOWN), laterIn(`${inMatch}.positionalConstraint`)],
		["an unknown method", match({ method: {} }, UNKNOWN), laterIn(`${inMatch}.searchString`)],
		["an unknown header", match(header, UNKNOWN), laterIn(`${inMatch}.searchString`)],
	])("%s", (_title, statement, gist) => {
		const rules: Rule[] = [
			[block, statement],
			[allow, webhook],
		];
		expect(gistOf([acl(rules), ...sets])).toEqual([gist]);
	});

	it.each([
		["Scalekit does not document the source addresses of webhooks", { asnMatchStatement: { asnLists: [64496] } }],
		["whether a webhook matches it depends on the request's content", match(header, "bot")],
		["it may match the webhook's path", path("/hook", "ENDS_WITH")],
	])("says that %s", (words, statement) => {
		const rules: Rule[] = [
			[block, statement],
			[allow, webhook],
		];
		expect(findingsOn([acl(rules)])).toMatchObject([{ message: expect.stringContaining(words) }]);
	});
});

describe("a web ACL with several paths for webhooks, or for one of them and more", () => {
	const inMatch = "statement.byteMatchStatement.searchString";
	const scim = path("/scim/scalekit");
	it.each<[title: string, rules: Rule[], defaultAction: unknown, gist: string]>([
		[
			"each allowed",
			[
				[allow, webhook],
				[allow, scim],
			],
			block,
			"pass",
		],
		[
			"one of them blocked",
			[
				[block, path("/webhooks")],
				[allow, webhook],
				[allow, scim],
			],
			allow,
			openIn(`rules[0].${inMatch}`),
		],
		[
			"a wider path allowed",
			[
				[block, rate({ scopeDownStatement: webhook })],
				[allow, path("/webhooks")],
			],
			block,
			"pass",
		],
		[
			"a part of the path allowed",
			[
				[block, rate({ scopeDownStatement: webhook })],
				[allow, path("hooks/", "CONTAINS")],
			],
			block,
			"pass",
		],
		[
			"a path that is only a word",
			[
				[block, path("/admin")],
				[allow, path("scalekit", "CONTAINS")],
			],
			allow,
			openIn(`rules[0].${inMatch}`),
		],
		[
			"another path below a generic one blocked",
			[
				[block, path("/webhooks/stripe", "EXACTLY")],
				[allow, path("/webhooks")],
			],
			allow,
			openIn(`rules[0].${inMatch}`),
		],
	])("%s", (_title, rules, defaultAction, gist) => {
		expect(gistOf([acl(rules, defaultAction)])).toEqual([gist]);
	});
});

describe("a rule or a web ACL with an unknown action", () => {
	it.each<[title: string, rules: Rule[], defaultAction: unknown, gist: string]>([
		["a rule for the webhook's path", [[UNKNOWN, webhook]], block, laterIn("rules[0].action")],
		["the settings of a rule's action", [[{ block: UNKNOWN }, webhook]], allow, laterIn("rules[0].action")],
		[
			"a rule for another path",
			[
				[UNKNOWN, path("/admin")],
				[allow, webhook],
			],
			block,
			"pass",
		],
		[
			"a rule group",
			[
				[undefined, managed, { overrideAction: UNKNOWN }],
				[allow, webhook],
			],
			block,
			laterIn("rules[0].overrideAction"),
		],
		[
			"a rule with a low limit",
			[
				[UNKNOWN, rate({ limit: 10 })],
				[allow, webhook],
			],
			block,
			laterIn("rules[0].action"),
		],
		[
			"a rule with a high limit",
			[
				[UNKNOWN, rate()],
				[allow, webhook],
			],
			block,
			"pass",
		],
		["the default action", [[count, webhook]], UNKNOWN, laterIn("defaultAction")],
		["the settings of the default action", [[count, webhook]], { block: UNKNOWN }, laterIn("defaultAction")],
		[
			"the default action after blocked countries",
			[
				[block, { geoMatchStatement: {} }],
				[count, webhook],
			],
			UNKNOWN,
			openIn("rules[0].statement.geoMatchStatement"),
		],
	])("%s", (_title, rules, defaultAction, gist) => {
		expect(gistOf([acl(rules, defaultAction)])).toEqual([gist]);
	});
});

describe("a rate-based rule with a low limit before the webhook's path is allowed", () => {
	const inRate = "rules[0].statement.rateBasedStatement";
	it.each<[title: string, scope: unknown, others: Rule[], gist: string]>([
		["on unknown countries", { geoMatchStatement: UNKNOWN }, [], laterIn(`${inRate}.scopeDownStatement.geoMatchStatement`)],
		[
			"on another path, before blocked countries",
			path("/login"),
			[[block, { geoMatchStatement: {} }]],
			openIn("rules[1].statement.geoMatchStatement"),
		],
		["on the webhook's path", webhook, [], openIn(`${inRate}.limit`)],
	])("%s", (_title, scopeDownStatement, others, gist) => {
		expect(gistOf([acl([[block, rate({ limit: 10, scopeDownStatement })], ...others, [allow, webhook]])])).toEqual([gist]);
	});
});

describe("a rule that allows addresses, after the webhook's path is allowed", () => {
	const at = "rules[1].statement";
	const fails = "fail rules[1].action";
	const limit: Rule = [block, rate()];
	const stop: Rule = [block, path("/admin")];
	const group: Rule = [undefined, managed, { overrideAction: { none: {} } }];
	it.each<[title: string, rule: Rule, later: Rule[], gist: string]>([
		["an office before a rate-based rule", [allow, office], [limit], fails],
		["an office before a rule with an unknown statement and a rate-based rule", [allow, office], [[block, UNKNOWN], limit], fails],
		["all but an office before a rate-based rule", [allow, not(office)], [limit], fails],
		["addresses in two IP sets before a rate-based rule", [allow, and(office, vpn)], [limit], fails],
		["an office on one path before a rate-based rule", [allow, and(office, path("/admin"))], [limit], "pass"],
		["two paths before a rate-based rule", [allow, or(path("/a"), path("/b"))], [limit], "pass"],
		["a country before a rate-based rule", [allow, { geoMatchStatement: { countryCodes: ["DE"] } }], [limit], "pass"],
		["an office before a rule that blocks a path", [allow, office], [stop], "pass"],
		["an office after a rate-based rule", [block, rate()], [[allow, office]], "pass"],
		["a blocked office before a rate-based rule", [block, office], [limit], "pass"],
		["an unknown action on an office before a rate-based rule", [UNKNOWN, office], [limit], laterIn("rules[1].action")],
		["an unknown statement before a rate-based rule", [allow, UNKNOWN], [limit], laterIn(at)],
		[
			"an unknown IP set statement before a rate-based rule",
			[allow, { ipSetReferenceStatement: UNKNOWN }],
			[limit],
			laterIn(`${at}.ipSetReferenceStatement`),
		],
		[
			"unknown parts of an AND before a rate-based rule",
			[allow, { andStatement: { statements: UNKNOWN } }],
			[limit],
			laterIn(`${at}.andStatement.statements`),
		],
		["an office before an unknown statement", [allow, office], [[block, UNKNOWN]], laterIn("rules[2].statement")],
		[
			"an office before an unknown rate-based statement",
			[allow, office],
			[[block, { rateBasedStatement: UNKNOWN }]],
			laterIn("rules[2].statement.rateBasedStatement"),
		],
		["an office before a rate-based rule with an unknown action", [allow, office], [[UNKNOWN, rate()]], laterIn("rules[2].action")],
		["an office before a rate-based rule that counts", [allow, office], [[count, rate()]], "pass"],
		["everyone before a rule that blocks a path", [allow, everyone], [stop], fails],
		["everyone before a managed rule group", [allow, everyone], [group], fails],
		["everyone before a rule that counts", [allow, everyone], [[count, path("/admin")]], "pass"],
		["everyone before a rule with an unknown action", [allow, everyone], [[UNKNOWN, path("/admin")]], laterIn("rules[2].action")],
		["everyone as the last rule", [allow, everyone], [], "pass"],
		["an unknown IP set before a rule that blocks a path", [allow, from(UNKNOWN)], [stop], laterIn(`${at}.ipSetReferenceStatement.arn`)],
		["an unknown IP set as the last rule", [allow, from(UNKNOWN)], [], "pass"],
		["unknown addresses before a rule that blocks a path", [allow, hidden], [stop], "undetermined known-after-deployment"],
		["an IP set of another stack before a rule that blocks a path", [allow, OTHER_STACK], [stop], "pass"],
	])("%s", (_title, rule, later, gist) => {
		expect(gistOf([acl([[allow, webhook], rule, ...later]), ...sets])).toEqual([gist]);
	});

	const ofTwoSets = (arn: string): [string, Rule[], string][] => [
		["before a rule that blocks a path", [[allow, webhook], [allow, everyone], stop, [count, office]], laterIn(`${at}.${arn}`)],
		[
			"with the webhook's path",
			[
				[block, and(webhook, everyone)],
				[allow, webhook],
				[count, office],
			],
			openIn(`rules[0].statement.andStatement.statements[1].${arn}`),
		],
	];
	it.each(ofTwoSets("ipSetReferenceStatement.arn"))("may contain all addresses in a preview, %s", (_title, rules, gist) => {
		expect(gistOf([acl(rules), ...sets], {}, "preview")).toEqual([gist]);
	});
});

describe("a rule that is a resource of its own", () => {
	const own = (action: unknown, statement: unknown, more: object = {}, name = "own") =>
		resource(WebAclRule, name, { webAclArn: ref("acl"), priority: 10, action, statement, ...more });
	const bots = (more: object) =>
		resource(WebAclRuleGroupAssociation, "bots", {
			webAclArn: ref("acl"),
			ruleName: "bots",
			priority: 10,
			managedRuleGroup: { vendorName: "AWS", name: "AWSManagedRulesBotControlRuleSet" },
			...more,
		});
	const last = own(allow, webhook, { priority: 20 }, "webhook");

	it.each<[title: string, rule: ExampleResource, gist: string, message: string]>([
		["blocks the webhook's path", own(block, webhook), "fail", 'blocks webhooks in rule "own"'],
		["blocks countries", own(block, { geoMatchStatement: {} }), "undetermined not-decidable", "source addresses of webhooks"],
		["has a low limit", own(block, rate({ limit: 10 })), "undetermined not-decidable", "its low rate limit"],
		[
			"blocks a published address",
			own(block, from(ref("published"))),
			"undetermined not-decidable",
			'rule "own" blocks a published Scalekit address',
		],
		["blocks an unknown IP set", own(block, from(UNKNOWN)), "undetermined known-after-deployment", "arn is not known"],
		["has an unknown action", own(UNKNOWN, webhook), "undetermined known-after-deployment", 'action of web ACL rule "own" is not known'],
		[
			"has an unknown priority",
			own(block, webhook, { priority: UNKNOWN }),
			"undetermined known-after-deployment",
			'priority of web ACL rule "own"',
		],
		[
			"has an unknown web ACL",
			own(block, webhook, { webAclArn: UNKNOWN }),
			"undetermined known-after-deployment",
			'webAclArn of rule "own"',
		],
		["is a rule group", bots({}), "undetermined not-decidable", 'the rule group in rule "bots" may block webhooks'],
		[
			"is a rule group with an unknown override",
			bots({ overrideAction: UNKNOWN }),
			"undetermined known-after-deployment",
			'overrideAction of web ACL rule "bots"',
		],
		[
			"is a rule group with an unknown web ACL",
			bots({ webAclArn: UNKNOWN }),
			"undetermined known-after-deployment",
			'webAclArn of rule "bots"',
		],
	])("%s", (_title, rule, gist, message) => {
		const stack = [acl([]), rule, last, ...sets];
		expect(gistOf(stack)).toEqual([gist]);
		expect(findingsOn(stack)).toMatchObject([{ message: expect.stringContaining(message) }]);
	});

	const limit = own(block, rate(), { priority: 30 }, "limit");
	it("is a rule group with an unknown override between the webhook's path and a rate-based rule", () => {
		expect(gistOf([acl([]), bots({ priority: 25, overrideAction: UNKNOWN }), last, limit])).toEqual(["pass"]);
	});

	it("allows addresses before a rate-based rule", () => {
		const stack = [acl([]), own(allow, office, { priority: 25 }), last, limit, ...sets];
		expect(gistOf(stack)).toEqual(["fail"]);
		expect(findingsOn(stack)).toMatchObject([{ message: expect.stringContaining('allows addresses for any path in rule "own"') }]);
	});
});

describe("a web ACL that blocks a generic webhook path", () => {
	const blocking: Rule = [block, path("/webhooks")];
	const plain = acl([blocking]);
	const balancer = (more: object = {}) => resource(LoadBalancer, "endpoint", more);
	const stage = resource(RestStage, "endpoint", { restApi: "a1b2c3d4e5", stageName: "prod", deployment: "d1" });
	const service = resource(AppRunnerService, "endpoint", { serviceName: "app", sourceConfiguration: {} });
	const distribution = (more: object = {}) => resource(Distribution, "cdn", { enabled: true, ...more });
	const tenants = (more: object = {}) => resource(MultitenantDistribution, "cdn", { enabled: true, ...more });
	const associated = resource(WebAclAssociation, "association", { resourceArn: ref("endpoint"), webAclArn: ref("acl") });
	const fails = ["fail rules[0].action"];
	const viaAcl = { webAclId: ref("acl") };
	const origin = { origins: [{ domainName: ref("endpoint", "name"), originId: "app" }] };

	it.each<[title: string, others: ExampleResource[]]>([
		["its load balancer", [balancer(), associated]],
		["its REST API stage", [stage, associated]],
		["its App Runner service", [service, associated]],
		["its distribution", [distribution(viaAcl)]],
		["its multi-tenant distribution", [tenants(viaAcl)]],
		["an internal load balancer", [balancer({ internal: true })]],
		["a load balancer behind its distribution", [balancer(), distribution({ ...viaAcl, ...origin })]],
		["an HTTP API that the stack only reads", [{ ...resource(HttpApi, "endpoint", {}), external: true }]],
	])("fails with %s, if the stack is declared to contain the webhook", (_title, others) => {
		expect(gistOf([plain, ...others], { components: ["webhook"] })).toEqual(fails);
	});

	it.each<[title: string, endpoint: ExampleResource]>([
		["load balancer", balancer()],
		["REST API stage", stage],
		["App Runner service", service],
		["distribution", distribution()],
		["multi-tenant distribution", tenants()],
	])("is undetermined with a %s without it", (_title, endpoint) => {
		const findings = findingsOn([plain, endpoint], { components: ["webhook"] });
		const message = expect.stringContaining(`webhooks may arrive through "${endpoint.name}" instead`);
		expect(findings).toMatchObject([{ verdict: "undetermined", reason: "not-decidable", message }]);
	});

	it("is undetermined in a stack that is not declared to contain the webhook", () => {
		const message = expect.stringContaining('declare "components: [webhook]" in readiness.yaml');
		expect(findingsOn([plain])).toMatchObject([{ verdict: "undetermined", reason: "not-decidable", message }]);
	});

	const counting = acl([blocking, [count, from(ref("senders"))]]);
	it.each<[title: string, stack: ExampleResource[], gist: string]>([
		[
			"an IP set with a published address and others",
			[counting, setOf("senders", ["203.0.113.0/24", "34.94.129.140/32"])],
			"fail rules[0].action",
		],
		["an IP set of other addresses", [counting, setOf("senders", ["203.0.113.0/24"])], openIn("rules[0].action")],
		[
			"an IP set named after Scalekit",
			[acl([blocking, [count, from(ref("scalekit-senders"))]]), setOf("scalekit-senders", ["203.0.113.0/24"])],
			"fail rules[0].action",
		],
		[
			"a description that names Scalekit, and its rule a resource of its own",
			[
				acl([], allow, { description: "Scalekit webhooks" }),
				resource(WebAclRule, "own", { webAclArn: ref("acl"), priority: 1, action: block, statement: path("/webhooks") }),
			],
			"fail",
		],
	])("with %s", (_title, stack, gist) => {
		expect(gistOf(stack)).toEqual([gist]);
	});
});
