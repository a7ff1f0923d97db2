import { type Example, jsonStringify, ref, resource, secret, UNKNOWN } from "../../engine/example";
import {
	AppRunnerService,
	LambdaFunction,
	NetworkFirewallPolicy,
	NetworkFirewallRuleGroup,
	TaskDefinition,
} from "../../facts/resource-types";

const where = "firewallPolicy.statefulRuleGroupReferences";
const known = { scalekitHosts: ["acme.scalekit.com"] };

const list = (targets: unknown, targetTypes: unknown = ["TLS_SNI", "HTTP_HOST"], generatedRulesType: unknown = "ALLOWLIST") => ({
	rulesSource: { rulesSourceList: { generatedRulesType, targetTypes, targets } },
});
const group = (name: string, ruleGroup: unknown) =>
	resource(NetworkFirewallRuleGroup, name, { name, type: "STATEFUL", capacity: 100, ruleGroup });
const policy = (groups: unknown, more: object = {}, name = "egress") =>
	resource(NetworkFirewallPolicy, name, {
		firewallPolicy: {
			statelessDefaultActions: ["aws:forward_to_sfe"],
			statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
			statefulRuleGroupReferences: groups,
			...more,
		},
	});
const using = (name: string) => ({ resourceArn: ref(name) });
const strict = (groups: readonly string[], defaults: unknown = ["aws:drop_established"], priorities: readonly unknown[] = [1, 2]) =>
	policy(
		groups.map((name, index) => ({ resourceArn: ref(name), priority: priorities[index] })),
		{ statefulEngineOptions: { ruleOrder: "STRICT_ORDER" }, statefulDefaultActions: defaults },
	);
const withVariables = (variables: unknown, name = "callback") =>
	resource(LambdaFunction, name, {
		role: "arn:aws:iam::123456789012:role/callback",
		vpcConfig: { subnetIds: ["subnet-0a1"], securityGroupIds: ["sg-0a1"] },
		environment: { variables },
	});
const inVpc = (url: unknown, variable = "SCALEKIT_ENVIRONMENT_URL", name?: string) => withVariables({ [variable]: url }, name);
const service = (networkConfiguration: unknown) =>
	resource(AppRunnerService, "app", {
		serviceName: "app",
		networkConfiguration,
		sourceConfiguration: {
			imageRepository: {
				imageIdentifier: "app:1",
				imageRepositoryType: "ECR",
				imageConfiguration: { runtimeEnvironmentVariables: { SCALEKIT_ENVIRONMENT_URL: "https://acme.scalekit.com" } },
			},
		},
	});
const denyList = group("denied", list([".scalekit.com"], ["TLS_SNI"], "DENYLIST"));
const awsOnly = group("allowed", list([".amazonaws.com"]));
const scalekitOnly = group("allowed", list([".scalekit.com"]));
const inSource = "ruleGroup.rulesSource";

export const examples: readonly Example[] = [
	{
		title: "The environment's host on the allow-list",
		verdict: "pass",
		project: known,
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com", "acme.scalekit.com"]))],
	},
	{
		title: "A leading dot, which covers every name below it",
		verdict: "pass",
		project: known,
		stack: [policy([using("allowed")]), group("allowed", list([".Scalekit.com"]))],
	},
	{
		title: "An allow-list that leaves the environment's host out",
		verdict: "fail",
		property: where,
		project: known,
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com", ".stripe.com"]))],
	},
	{
		title: "The apex without a leading dot, which covers only itself",
		verdict: "fail",
		property: where,
		project: known,
		stack: [policy([using("allowed")]), group("allowed", list(["scalekit.com"]))],
	},
	{
		title: "An asterisk, which means nothing to Network Firewall",
		verdict: "fail",
		property: where,
		project: known,
		stack: [policy([using("allowed")]), group("allowed", list(["*.scalekit.com"]))],
	},
	{
		title: "The host on the list for HTTP, but not on the list for HTTPS",
		verdict: "fail",
		property: where,
		project: known,
		stack: [
			policy([using("plain"), using("tls")]),
			group("plain", list([".scalekit.com"], ["HTTP_HOST"])),
			group("tls", list([".amazonaws.com"], ["TLS_SNI"])),
		],
	},
	{
		title: "A list for HTTP only under the default action order, which leaves HTTPS alone",
		verdict: "not-applicable",
		project: known,
		stack: [policy([using("plain")]), group("plain", list([".amazonaws.com"], ["HTTP_HOST"]))],
	},
	{
		title: "A list for HTTP only in strict order, where all else is dropped",
		verdict: "fail",
		property: where,
		project: known,
		stack: [strict(["plain"]), group("plain", list([".scalekit.com"], ["HTTP_HOST"]))],
	},
	{
		title: "Two allow-lists, of which the second has the host",
		verdict: "pass",
		project: known,
		stack: [policy([using("aws"), using("vendors")]), group("aws", list([".amazonaws.com"])), group("vendors", list([".scalekit.com"]))],
	},
	{
		title: "Strict order with the host on an allow-list before everything else is dropped",
		verdict: "pass",
		project: known,
		stack: [strict(["allowed"]), group("allowed", list([".scalekit.com"]))],
	},
	{
		title: "Strict order with a deny list after the allow-list",
		verdict: "pass",
		project: known,
		forms: ["state", "old-state"],
		stack: [
			strict(["allowed", "denied"]),
			group("allowed", list([".scalekit.com"])),
			group("denied", list([".com"], ["TLS_SNI"], "DENYLIST")),
		],
	},
	{
		title: "The same groups in a preview, which does not show their order",
		verdict: "undetermined",
		project: known,
		forms: ["preview"],
		stack: [
			strict(["allowed", "denied"]),
			group("allowed", list([".scalekit.com"])),
			group("denied", list([".com"], ["TLS_SNI"], "DENYLIST")),
		],
	},
	{
		title: "Strict order with a deny list before the allow-list",
		verdict: "fail",
		property: where,
		project: known,
		forms: ["state", "old-state"],
		stack: [
			strict(["denied", "allowed"]),
			group("allowed", list([".scalekit.com"])),
			group("denied", list([".com"], ["TLS_SNI"], "DENYLIST")),
		],
	},
	...[
		[UNKNOWN, UNKNOWN],
		[1, UNKNOWN],
	].map(
		(priorities): Example => ({
			title: `Strict order with an allow-list and a deny list, and ${priorities[0] === 1 ? "one priority" : "priorities"} unknown until deployment`,
			verdict: "undetermined",
			message: "the order of its rule groups is not known until deployment",
			project: known,
			stack: [strict(["allowed", "denied"], undefined, priorities), scalekitOnly, denyList],
		}),
	),
	{
		title: "Strict order with Suricata rules before an allow-list without the host",
		verdict: "undetermined",
		reason: "not-decidable",
		message: 'rule group "suricata" contains rules that are not evaluated',
		project: known,
		stack: [
			strict(["suricata", "allowed"]),
			group("suricata", { rulesSource: { rulesString: "pass tls any any -> any any (sid:1;)" } }),
			awsOnly,
		],
	},
	{
		title: "Strict order with the host on neither the allow-list nor the deny list",
		verdict: "fail",
		property: where,
		project: known,
		stack: [
			strict(["allowed", "denied"], ["aws:drop_established", "aws:alert_established"]),
			awsOnly,
			group("denied", list([".example.net"], ["TLS_SNI"], "DENYLIST")),
		],
	},
	{
		title: "Strict order with a deny list of other names only",
		verdict: "not-applicable",
		project: known,
		stack: [strict(["denied"]), group("denied", list([".example.net"], ["TLS_SNI"], "DENYLIST"))],
	},
	{
		title: "Strict order with an allow-list for HTTP only that drops nothing by default",
		verdict: "not-applicable",
		project: known,
		stack: [strict(["plain"], ["aws:alert_established"]), group("plain", list([".amazonaws.com"], ["HTTP_HOST"]))],
	},
	{
		title: "Strict order with allow-lists for HTTP and for HTTPS that drops nothing by default",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [
			strict(["plain", "allowed"], ["aws:alert_established"]),
			group("plain", list([".amazonaws.com"], ["HTTP_HOST"])),
			group("allowed", list([".amazonaws.com"], ["TLS_SNI"])),
		],
	},
	{
		title: "Strict order that drops nothing by default",
		verdict: "undetermined",
		reason: "not-decidable",
		message: "its allow-list does not include the host, but it drops nothing by default",
		project: known,
		stack: [strict(["allowed"], ["aws:alert_established"]), group("allowed", list([".amazonaws.com"]))],
	},
	{
		title: "A deny list that names Scalekit",
		verdict: "fail",
		property: where,
		project: known,
		stack: [policy([using("denied")]), group("denied", list([".scalekit.com"], ["TLS_SNI"], "DENYLIST"))],
	},
	{
		title: "A deny list of other names, and no allow-list",
		verdict: "not-applicable",
		project: known,
		stack: [policy([using("denied")]), group("denied", list([".example.net"], ["TLS_SNI"], "DENYLIST"))],
	},
	{
		title: "A deny list and an allow-list under the default action order, where what passes goes first",
		verdict: "pass",
		project: known,
		stack: [
			policy([using("denied"), using("allowed")]),
			group("denied", list([".scalekit.com"], ["TLS_SNI"], "DENYLIST")),
			group("allowed", list(["acme.scalekit.com"])),
		],
	},
	{
		title: "A reject list with the Scalekit host",
		verdict: "fail",
		property: where,
		message: 'denied by rule group "denied"',
		project: known,
		stack: [policy([using("denied")]), group("denied", list([".scalekit.com"], ["TLS_SNI"], "REJECTLIST"))],
	},
	{
		title: "An alert list with the Scalekit host",
		verdict: "not-applicable",
		project: known,
		stack: [policy([using("alerts")]), group("alerts", list([".scalekit.com"], ["TLS_SNI"], "ALERTLIST"))],
	},
	{
		title: "AWS's managed rule groups only",
		verdict: "not-applicable",
		project: known,
		stack: [
			policy([{ resourceArn: "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/AbusedLegitMalwareDomainsActionOrder" }]),
		],
	},
	{
		title: "Suricata rules with an allow-list without the host",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [
			policy([using("allowed"), using("suricata")]),
			group("allowed", list([".amazonaws.com"])),
			group("suricata", {
				rulesSource: { rulesString: 'pass tls any any -> any any (tls.sni; content:".scalekit.com"; endswith; sid:1;)' },
			}),
		],
	},
	{
		title: "Suricata rules with an allow-list with the host, under the default action order",
		verdict: "pass",
		project: known,
		stack: [
			policy([using("allowed"), using("suricata")]),
			group("allowed", list([".scalekit.com"])),
			resource(NetworkFirewallRuleGroup, "suricata", {
				type: "STATEFUL",
				capacity: 10,
				rules: "drop tcp any any -> any 23 (sid:1;)",
			}),
		],
	},
	{
		title: "A rule group of another stack",
		verdict: "undetermined",
		reason: "other-stack",
		project: known,
		stack: [policy([{ resourceArn: "arn:aws:network-firewall:eu-west-1:123456789012:stateful-rulegroup/shared" }])],
	},
	{
		title: "A rule group that the stack only reads",
		verdict: "undetermined",
		reason: "other-stack",
		message: 'the content of rule group "allowed" is not in this stack',
		project: known,
		stack: [policy([using("allowed")]), { ...group("allowed", undefined), external: true }],
	},
	{
		title: "Stateless rules before an allow-list with the host",
		verdict: "pass",
		project: known,
		stack: [
			policy([using("allowed")], {
				statelessRuleGroupReferences: [
					{ priority: 1, resourceArn: "arn:aws:network-firewall:eu-west-1:123456789012:stateless-rulegroup/pass" },
				],
			}),
			scalekitOnly,
		],
	},
	{
		title: "A stateless default that forwards all traffic and publishes a metric",
		verdict: "fail",
		property: where,
		project: known,
		stack: [policy([using("allowed")], { statelessDefaultActions: ["aws:forward_to_sfe", "count-packets"] }), awsOnly],
	},
	{
		title: "A stateless default that lets everything pass and publishes a metric",
		verdict: "not-applicable",
		project: known,
		stack: [policy([using("allowed")], { statelessDefaultActions: ["aws:pass", "count-packets"] }), awsOnly],
	},
	{
		title: "A stateless default that drops everything",
		verdict: "undetermined",
		reason: "not-decidable",
		message: "its stateless default action does not forward traffic to the domain lists",
		project: known,
		stack: [policy([using("allowed")], { statelessDefaultActions: ["aws:drop"] }), awsOnly],
	},
	{
		title: "Stateless rules that may let traffic pass before the lists",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [
			policy([using("allowed")], {
				statelessRuleGroupReferences: [
					{ priority: 1, resourceArn: "arn:aws:network-firewall:eu-west-1:123456789012:stateless-rulegroup/pass" },
				],
			}),
			group("allowed", list([".amazonaws.com"])),
		],
	},
	{
		title: "A stateless default that lets everything pass",
		verdict: "not-applicable",
		project: known,
		stack: [policy([using("allowed")], { statelessDefaultActions: ["aws:pass"] }), group("allowed", list([".amazonaws.com"]))],
	},
	{
		title: "A policy without any rule group",
		verdict: "not-applicable",
		project: known,
		stack: [policy([])],
	},
	{
		title: "An allow-list rule group that a policy here holds",
		verdict: "not-applicable",
		subject: "allowed",
		project: known,
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com"]))],
	},
	{
		title: "An allow-list rule group whose policy is in another stack",
		verdict: "undetermined",
		reason: "other-stack",
		project: known,
		stack: [group("allowed", list([".amazonaws.com"]))],
	},
	{
		title: "An allow-list rule group that the policies of this stack do not reference",
		verdict: "undetermined",
		reason: "other-stack",
		subject: "allowed",
		project: known,
		stack: [policy([using("denied")]), denyList, awsOnly],
	},
	{
		title: "A deny list whose policy is in another stack",
		verdict: "not-applicable",
		project: known,
		stack: [denyList],
	},
	{
		title: "A rule group of unknown type whose policy is in another stack",
		verdict: "undetermined",
		reason: "other-stack",
		project: known,
		stack: [group("allowed", list([".amazonaws.com"], ["TLS_SNI"], UNKNOWN))],
	},
	...[
		UNKNOWN,
		[{ resourceArn: "arn:aws:network-firewall:eu-west-1:123456789012:stateful-rulegroup/shared" }, { resourceArn: UNKNOWN }],
	].map(
		(groups): Example => ({
			title: `An allow-list rule group, and a policy with ${groups === UNKNOWN ? "rule groups" : "a rule group"} unknown until deployment`,
			verdict: "undetermined",
			message: 'firewallPolicy.statefulRuleGroupReferences of firewall policy "egress" is not known until deployment',
			subject: "allowed",
			project: known,
			stack: [policy(groups), awsOnly],
		}),
	),
	...(
		[
			["ruleGroup", UNKNOWN],
			[inSource, { rulesSource: UNKNOWN }],
			[`${inSource}.rulesSourceList`, { rulesSource: { rulesSourceList: UNKNOWN } }],
			[`${inSource}.rulesSourceList.generatedRulesType`, list([".scalekit.com"], ["TLS_SNI"], UNKNOWN)],
			[`${inSource}.rulesSourceList.targetTypes`, list([".scalekit.com"], UNKNOWN)],
		] as const
	).map(
		([property, ruleGroup]): Example => ({
			title: `A rule group whose ${property} is unknown until deployment`,
			verdict: "undetermined",
			message: `${property} of rule group "allowed" is not known until deployment`,
			project: known,
			stack: [policy([using("allowed")]), group("allowed", ruleGroup)],
		}),
	),
	...(
		[
			["statefulRuleGroupReferences", { statefulRuleGroupReferences: UNKNOWN }],
			["statefulRuleGroupReferences[0].resourceArn", { statefulRuleGroupReferences: [{ resourceArn: UNKNOWN }] }],
			["statefulEngineOptions.ruleOrder", { statefulEngineOptions: { ruleOrder: UNKNOWN } }],
			["statefulDefaultActions", { statefulEngineOptions: { ruleOrder: "STRICT_ORDER" }, statefulDefaultActions: UNKNOWN }],
			["statelessDefaultActions", { statelessDefaultActions: UNKNOWN }],
			["statelessDefaultActions[0]", { statelessDefaultActions: [UNKNOWN] }],
			["statelessRuleGroupReferences", { statelessRuleGroupReferences: UNKNOWN }],
		] as const
	).map(
		([property, settings]): Example => ({
			title: `A policy whose ${property} is unknown until deployment`,
			verdict: "undetermined",
			property: `firewallPolicy.${property}`,
			project: known,
			stack: [policy([using("allowed")], settings), awsOnly],
		}),
	),
	{
		title: "Targets unknown until deployment",
		verdict: "undetermined",
		project: known,
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com", UNKNOWN]))],
	},
	{
		title: "No environment named, and every environment allowed",
		verdict: "pass",
		stack: [policy([using("allowed")]), group("allowed", list([".scalekit.com"]))],
	},
	{
		title: "No environment named, and no sign that anything here uses Scalekit",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com"]))],
	},
	{
		title: "No environment named, and two policies, one of which allows every environment",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [policy([using("allowed")]), awsOnly, policy([using("vendors")], {}, "vendors"), group("vendors", list([".scalekit.com"]))],
	},
	{
		title: "No environment named, and a policy without an allow-list",
		verdict: "not-applicable",
		stack: [policy([])],
	},
	{
		title: "No environment named, and targets unknown until deployment",
		verdict: "undetermined",
		message: 'rulesSourceList.targets of rule group "allowed" is not known until deployment',
		stack: [policy([using("allowed")]), group("allowed", list(UNKNOWN))],
	},
	{
		title: "Two functions in the VPC that call different environments, only one of them on the list",
		verdict: "fail",
		property: where,
		stack: [
			policy([using("allowed")]),
			scalekitOnly,
			inVpc("https://acme.scalekit.com"),
			inVpc("https://acme.scalekit.dev", "SCALEKIT_ENVIRONMENT_URL", "sync"),
		],
	},
	{
		title: "A function in the VPC that calls a host on the list, and one whose URL is unknown until deployment",
		verdict: "undetermined",
		message: 'SCALEKIT_ENVIRONMENT_URL of Lambda function "sync" is not known until deployment',
		stack: [
			policy([using("allowed")]),
			scalekitOnly,
			inVpc("https://acme.scalekit.com"),
			inVpc(UNKNOWN, "SCALEKIT_ENVIRONMENT_URL", "sync"),
		],
	},
	...["acme.scalekit.com", "http://localhost:3000"].map(
		(url): Example => ({
			title: `A function in the VPC whose variable is "${url}"`,
			verdict: "undetermined",
			reason: "not-decidable",
			message: "the host of the Scalekit environment is unknown",
			stack: [policy([using("allowed")]), awsOnly, inVpc(url)],
		}),
	),
	{
		title: "A function in the VPC whose variables are unknown until deployment",
		verdict: "undetermined",
		message: 'environment.variables of Lambda function "callback" is not known until deployment',
		stack: [policy([using("allowed")]), awsOnly, withVariables(UNKNOWN)],
	},
	{
		title: "An App Runner service with a VPC connector that calls a host not on the list",
		verdict: "fail",
		property: where,
		stack: [policy([using("allowed")]), awsOnly, service({ egressConfiguration: { egressType: "VPC" } })],
	},
	{
		title: "An App Runner service that calls a host not on the list, with an egress type unknown until deployment",
		verdict: "undetermined",
		message: 'networkConfiguration.egressConfiguration.egressType of App Runner service "app" is not known until deployment',
		stack: [policy([using("allowed")]), awsOnly, service({ egressConfiguration: { egressType: UNKNOWN } })],
	},
	{
		title: "An App Runner service without a VPC connector",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [policy([using("allowed")]), awsOnly, service({ egressConfiguration: { egressType: "DEFAULT" } })],
	},
	{
		title: "A function in the VPC whose variable names a host that is not on the list",
		verdict: "fail",
		property: where,
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com"])), inVpc("https://acme.scalekit.com")],
	},
	{
		title: "A function in the VPC that calls a custom domain, which .scalekit.com does not cover",
		verdict: "fail",
		property: where,
		stack: [policy([using("allowed")]), group("allowed", list([".scalekit.com"])), inVpc("https://auth.acme.example/", "SCALEKIT_ENV_URL")],
	},
	{
		title: "A function outside the VPC, which no firewall of the VPC filters",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [
			policy([using("allowed")]),
			group("allowed", list([".amazonaws.com"])),
			resource(LambdaFunction, "callback", {
				role: "arn:aws:iam::123456789012:role/callback",
				environment: { variables: { SCALEKIT_ENVIRONMENT_URL: "https://acme.scalekit.com" } },
			}),
		],
	},
	{
		title: "A task whose variable names a host on the list",
		verdict: "pass",
		stack: [
			policy([using("allowed")]),
			group("allowed", list(["acme.scalekit.com"])),
			resource(TaskDefinition, "app", {
				family: "app",
				containerDefinitions: jsonStringify([
					{ name: "app", image: "app:1", environment: [{ name: "SCALEKIT_ENV_URL", value: "https://acme.scalekit.com" }] },
				]),
			}),
		],
	},
	{
		title: "A task whose containers are unknown until deployment",
		verdict: "undetermined",
		stack: [
			policy([using("allowed")]),
			group("allowed", list([".amazonaws.com"])),
			resource(TaskDefinition, "app", { family: "app", containerDefinitions: UNKNOWN }),
		],
	},
	{
		title: "A task that fetches the environment's URL from a parameter",
		verdict: "undetermined",
		reason: "not-decidable",
		stack: [
			policy([using("allowed")]),
			group("allowed", list([".amazonaws.com"])),
			resource(TaskDefinition, "app", {
				family: "app",
				containerDefinitions: jsonStringify([
					{ name: "app", secrets: [{ name: "SCALEKIT_ENV_URL", valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/env-url" }] },
				]),
			}),
		],
	},
	{
		title: "A variable that holds the URL as a secret",
		verdict: "undetermined",
		reason: "secret",
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com"])), inVpc(secret(UNKNOWN))],
	},
	{
		title: "A custom domain and the environment's own host, of which the list has only one",
		verdict: "undetermined",
		reason: "not-decidable",
		project: { scalekitHosts: ["acme.scalekit.com", "auth.acme.example"] },
		stack: [policy([using("allowed")]), group("allowed", list([".scalekit.com"]))],
	},
	{
		title: "A custom domain and the environment's own host, and a function that calls the one on the list",
		verdict: "pass",
		project: { scalekitHosts: ["acme.scalekit.com", "auth.acme.example"] },
		stack: [policy([using("allowed")]), group("allowed", list([".scalekit.com"])), inVpc("https://acme.scalekit.com")],
	},
	{
		title: "Two policies, of which another one allows Scalekit",
		verdict: "undetermined",
		reason: "not-decidable",
		project: known,
		stack: [
			policy([using("allowed")]),
			group("allowed", list([".amazonaws.com"])),
			policy([using("vendors")], {}, "vendors"),
			group("vendors", list([".scalekit.com"])),
		],
	},
	{
		title: "Two policies, and neither allows Scalekit",
		verdict: "fail",
		property: where,
		project: known,
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com"])), policy([using("allowed")], {}, "vendors")],
	},
	{
		title: "A custom domain and the environment's own host, and the list has neither",
		verdict: "fail",
		property: where,
		project: { scalekitHosts: ["acme.scalekit.com", "auth.acme.example"] },
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com"]))],
	},
	{
		title: "A variable whose name only ends like those of Scalekit's",
		verdict: "undetermined",
		reason: "other-stack",
		stack: [policy([using("allowed")]), group("allowed", list([".amazonaws.com"])), inVpc("https://api.acme.example", "TASK_ENV_URL")],
	},
];
