import { type Example, jsonStringify, ref, resource, secret, UNKNOWN } from "../../engine/example";
import { LambdaFunction, NetworkFirewallPolicy, NetworkFirewallRuleGroup, TaskDefinition } from "../../facts/resource-types";

const where = "firewallPolicy.statefulRuleGroupReferences";
const known = { scalekitHosts: ["acme.scalekit.com"] };

const list = (targets: unknown, targetTypes: unknown = ["TLS_SNI", "HTTP_HOST"], generatedRulesType: unknown = "ALLOWLIST") => ({
	rulesSource: { rulesSourceList: { generatedRulesType, targetTypes, targets } },
});
const group = (name: string, ruleGroup: unknown) =>
	resource(NetworkFirewallRuleGroup, name, { name, type: "STATEFUL", capacity: 100, ruleGroup });
const policy = (groups: readonly unknown[], more: object = {}, name = "egress") =>
	resource(NetworkFirewallPolicy, name, {
		firewallPolicy: {
			statelessDefaultActions: ["aws:forward_to_sfe"],
			statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
			statefulRuleGroupReferences: groups,
			...more,
		},
	});
const using = (name: string) => ({ resourceArn: ref(name) });
const strict = (groups: readonly string[], defaults: unknown = ["aws:drop_established"]) =>
	policy(
		groups.map((name, index) => ({ resourceArn: ref(name), priority: index + 1 })),
		{ statefulEngineOptions: { ruleOrder: "STRICT_ORDER" }, statefulDefaultActions: defaults },
	);
const inVpc = (url: unknown, name = "SCALEKIT_ENVIRONMENT_URL") =>
	resource(LambdaFunction, "callback", {
		role: "arn:aws:iam::123456789012:role/callback",
		vpcConfig: { subnetIds: ["subnet-0a1"], securityGroupIds: ["sg-0a1"] },
		environment: { variables: { [name]: url } },
	});

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
		title: "The host on the list for HTTP only, beside a list for HTTPS without it",
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
		title: "The same groups at a preview, which does not tell which of them comes first",
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
	{
		title: "Strict order that drops nothing by default",
		verdict: "undetermined",
		reason: "not-decidable",
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
		title: "AWS's managed rule groups only",
		verdict: "not-applicable",
		project: known,
		stack: [
			policy([{ resourceArn: "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/AbusedLegitMalwareDomainsActionOrder" }]),
		],
	},
	{
		title: "Suricata rules beside an allow-list without the host",
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
		title: "Suricata rules beside an allow-list with the host, under the default action order",
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
		title: "Targets not known before the update",
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
		title: "A function in the VPC whose variable names the host that the list leaves out",
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
		title: "A task whose containers are not known before the update",
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
		title: "Two policies, of which another one lets Scalekit through",
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
		title: "Two policies, and neither lets Scalekit through",
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
